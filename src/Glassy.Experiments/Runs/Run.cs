using System.Text.Json.Serialization;
using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>One recorded experiment: <c>data/runs/&lt;id&gt;/run.json</c> (camelCase). Every number on the site comes from here.</summary>
public sealed record Run
{
    /// <summary>
    /// The format's version that this program writes. It reads version 1 too, which held the test split's figures by epoch and drawings.
    /// </summary>
    public const int CurrentSchemaVersion = 2;

    public required int SchemaVersion { get; init; }

    /// <summary>From the content: options, data, recipe and library version, or predictions and data; 16 lower-case hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DatasetInfo Dataset { get; init; }

    /// <summary>What decided the training; null when another program trained.</summary>
    public required TrainingOptions? Options { get; init; }

    /// <summary>What decided the training of a run that was trained here.</summary>
    /// <exception cref="InvalidOperationException">Another program trained: who asks looks at <see cref="Foreign"/> first.</exception>
    [JsonIgnore]
    public TrainingOptions OwnOptions => Options ?? throw new InvalidOperationException($"run {Id} was trained by another program");

    /// <summary>The model of a run that was trained here.</summary>
    /// <exception cref="InvalidOperationException">Another program trained.</exception>
    [JsonIgnore]
    public ModelInfo OwnModel => Model ?? throw new InvalidOperationException($"the model of run {Id} is another program's");

    /// <summary>Where the predictions come from when another program made them; null for a run that was trained here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForeignOrigin? Foreign { get; init; }

    /// <summary>In order; none when another program trained and has not told of them.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>
    /// The epoch whose weights these are, 1-based: the last, or with patience the best on the validation split; null when not known.
    /// </summary>
    public int? KeptEpoch => Options is null ? null : EarlyStopping.KeptEpoch(Options, Epochs);

    /// <summary>Numbers in the model's weights; null when not known.</summary>
    public long? Parameters => Model?.Parameters ?? Foreign?.Parameters;

    public required RunMetrics Metrics { get; init; }

    /// <summary>[classes][classes] counts on the test split: rows truth, columns prediction.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    public required IReadOnlyList<ClassMetrics> PerClass { get; init; }

    /// <summary>Null when another program made the model; of an ONNX model its inputs, outputs and parameters.</summary>
    public required ModelInfo? Model { get; init; }

    /// <summary>Where it was trained; null when another program did.</summary>
    public required RunEnvironment? Environment { get; init; }

    /// <summary>The project's git commit when it was recorded; null outside a git checkout.</summary>
    public required string? Commit { get; init; }

    /// <summary>Null when another program trained.</summary>
    public required RunDurations? Durations { get; init; }
}
