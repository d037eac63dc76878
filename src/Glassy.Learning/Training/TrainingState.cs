using Glassy.Runs;

namespace Glassy.Training;

/// <summary>A training between two of its epochs: all that the later ones depend on.</summary>
/// <param name="Weights">Of the network.</param>
/// <param name="Adam">Of the optimiser.</param>
/// <param name="Generator">The state of the random numbers, as the tensor library writes it.</param>
/// <param name="Epochs">Those that are done.</param>
/// <param name="Log">What was said.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Seconds">Wall-clock time that it took.</param>
/// <param name="Kept">With patience those of the best epoch, else null.</param>
public sealed record TrainingState(
    ModelWeights Weights,
    AdamState Adam,
    byte[] Generator,
    IReadOnlyList<EpochMetrics> Epochs,
    IReadOnlyList<LogLine> Log,
    DateTimeOffset StartedAt,
    double Seconds,
    ModelWeights? Kept = null);
