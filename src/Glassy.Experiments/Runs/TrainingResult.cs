namespace Glassy.Runs;

/// <summary>What training gives; no tensors.</summary>
/// <param name="Model">With the trained weights.</param>
/// <param name="Info">The same without its weights.</param>
/// <param name="Epochs">One an epoch, in order.</param>
/// <param name="Log">What was said meanwhile.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Seconds">Wall-clock time of it all.</param>
public sealed record TrainingResult(
    TrainedModel Model,
    ModelInfo Info,
    IReadOnlyList<EpochMetrics> Epochs,
    IReadOnlyList<LogLine> Log,
    DateTimeOffset StartedAt,
    double Seconds);
