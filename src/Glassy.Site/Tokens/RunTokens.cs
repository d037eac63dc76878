using Glassy.Runs;

namespace Glassy.Tokens;

/// <summary>What prose can say of the run: <c>{{ run.accuracy | percent }}</c>.</summary>
public sealed record RunTokens
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Share of test pictures right, 0..1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean cross-entropy on the test split, nats; null when the predictions have no probabilities.</summary>
    public required double? Loss { get; init; }

    /// <summary>Test pictures right.</summary>
    public required int Correct { get; init; }

    /// <summary>Test pictures wrong.</summary>
    public required int Wrong { get; init; }

    /// <summary>Test pictures in all.</summary>
    public required int Total { get; init; }

    /// <summary>How many passes over the training split; null when another program trained and has not told.</summary>
    public required int? Epochs { get; init; }

    public required RunMetrics Metrics { get; init; }

    /// <summary>What decided the training; null when another program trained, as are environment and durations.</summary>
    public required TrainingOptions? Options { get; init; }

    /// <summary>Where the predictions come from when another program trained; else null.</summary>
    public required ForeignOrigin? Foreign { get; init; }

    /// <summary>Numbers in the model's weights; null when not known.</summary>
    public required long? Parameters { get; init; }

    /// <summary>The author's drawings; null when there are none.</summary>
    public required CustomTest? Custom { get; init; }

    public required RunEnvironment? Environment { get; init; }

    public required string? Commit { get; init; }

    public required RunDurations? Durations { get; init; }

    public static RunTokens Of(Run run, CustomTest? custom) => new()
    {
        Id = run.Id,
        CreatedAt = run.CreatedAt,
        Accuracy = run.Metrics.Accuracy,
        Loss = run.Metrics.Loss,
        Correct = run.Metrics.Correct,
        Wrong = run.Metrics.Wrong,
        Total = run.Metrics.Correct + run.Metrics.Wrong,
        Epochs = run.Epochs.Count == 0 ? null : run.Epochs.Count,
        Metrics = run.Metrics,
        Options = run.Options,
        Foreign = run.Foreign,
        Parameters = run.Parameters,
        Custom = custom,
        Environment = run.Environment,
        Commit = run.Commit,
        Durations = run.Durations,
    };
}
