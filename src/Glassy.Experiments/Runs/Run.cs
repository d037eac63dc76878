using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>One recorded experiment: <c>data/runs/&lt;id&gt;/run.json</c> (camelCase). Every number on the site comes from here.</summary>
public sealed record Run
{
    /// <summary>The format's version that this program writes. It reads version 1 too, which held the test split's figures by epoch and drawings.</summary>
    public const int CurrentSchemaVersion = 2;

    public required int SchemaVersion { get; init; }

    /// <summary>From the content: options, data, recipe and library version; 16 lower-case hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DatasetInfo Dataset { get; init; }

    public required TrainingOptions Options { get; init; }

    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>The epoch whose weights these are, 1-based: the last, or with patience the best on the validation split.</summary>
    public int KeptEpoch => EarlyStopping.KeptEpoch(Options, Epochs);

    public required RunMetrics Metrics { get; init; }

    /// <summary>[classes][classes] counts on the test split: rows truth, columns prediction.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    public required IReadOnlyList<ClassMetrics> PerClass { get; init; }

    public required ModelInfo Model { get; init; }

    public required RunEnvironment Environment { get; init; }

    /// <summary>The project's git commit when it was recorded; null outside a git checkout.</summary>
    public required string? Commit { get; init; }

    public required RunDurations Durations { get; init; }
}
