using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary><c>training.json</c>: a <see cref="TrainingResult"/> without its weights.</summary>
internal sealed record TrainingJson(
    TrainingOptions Options,
    ImageShape Shape,
    int Classes,
    ModelInfo Info,
    IReadOnlyList<EpochMetrics> Epochs,
    IReadOnlyList<LogLine> Log,
    DateTimeOffset StartedAt,
    double Seconds);
