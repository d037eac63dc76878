namespace Glassy.Runs;

/// <summary>The names of a recorded run's files.</summary>
public static class RunFiles
{
    public const string Json = "run.json";
    public const string Predictions = "predictions.bin";
    public const string Weights = "weights.safetensors";
    public const string Log = "run.log";
    public const string ConfusionMatrix = "confusion-matrix.png";

    /// <summary>Only when there are drawings.</summary>
    public const string ConfusionMatrixCustom = "confusion-matrix-custom.png";

    /// <summary>What the model says of the pictures that were held out of training; only when there are any.</summary>
    public const string Validation = "validation.bin";

    /// <summary>What is known of the test pictures besides their classes; only when something is.</summary>
    public const string Attributes = "attributes.json";

    /// <summary>Which pictures of its dataset are there more than once; only when its pictures were looked at.</summary>
    public const string Duplicates = "duplicates.json";

    public const string LearningCurve = "learning-curve.png";

    /// <summary>Those that every run has.</summary>
    public static IReadOnlyList<string> Always { get; } = [Json, Predictions, Log, ConfusionMatrix];

    /// <summary>Those that every run has that was trained here.</summary>
    public static IReadOnlyList<string> Required { get; } = [.. Always, Weights, LearningCurve];
}
