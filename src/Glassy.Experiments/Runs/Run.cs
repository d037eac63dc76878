using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>One recorded experiment: <c>data/runs/&lt;id&gt;/run.json</c> (camelCase). Every number on the site comes from here.</summary>
public sealed record Run
{
    /// <summary>The format's version that this program writes and reads.</summary>
    public const int CurrentSchemaVersion = 1;

    public required int SchemaVersion { get; init; }

    /// <summary>From the content: options, data, drawings, recipe and library version; 16 lower-case hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DatasetInfo Dataset { get; init; }

    public required TrainingOptions Options { get; init; }

    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    public required RunMetrics Metrics { get; init; }

    /// <summary>[classes][classes] counts on the test split: rows truth, columns prediction.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    public required IReadOnlyList<ClassMetrics> PerClass { get; init; }

    public required ModelInfo Model { get; init; }

    /// <summary>The author's own drawings; null when there are none for this dataset.</summary>
    public required CustomTest? Custom { get; init; }

    public required RunEnvironment Environment { get; init; }

    /// <summary>The project's git commit when it was recorded; null outside a git checkout.</summary>
    public required string? Commit { get; init; }

    public required RunDurations Durations { get; init; }
}
