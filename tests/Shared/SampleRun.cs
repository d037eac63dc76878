using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Tests;

/// <summary>A small made-up run with all its files; nothing of it was computed with torch.</summary>
internal static class SampleRun
{
    public const string Id = "0123456789abcdef";

    public static ImageShape Shape { get; } = new(1, 2, 1);

    public static DatasetInfo Dataset { get; } = new(
        "tiny", new string('a', 64), ["left", "right"], Shape, new SplitInfo(2, [1, 1]), new SplitInfo(3, [1, 2]));

    public static IReadOnlyList<Prediction> Predictions { get; } =
        [new(0, 0, 0, Logs(0.9f, 0.1f)), new(1, 1, 0, Logs(0.6f, 0.4f)), new(2, 1, 1, Logs(0.2f, 0.8f))];

    public static IReadOnlyList<LogLine> Log { get; } = [new(DateTimeOffset.UnixEpoch, "Training with EPOCHS=1")];

    public static ModelWeights Weights { get; } =
        new([new WeightArray("dense.weight", [2, 2], [1, 0, 0, 1]), new WeightArray("dense.bias", [2], [0, 0])]);

    public static Run Make(string id = Id, int day = 1) => new()
    {
        SchemaVersion = Run.CurrentSchemaVersion,
        Id = id,
        CreatedAt = new DateTimeOffset(2024, 1, day, 12, 0, 0, TimeSpan.Zero),
        Dataset = Dataset,
        Options = new TrainingOptions { Hidden = [], Epochs = 1 },
        Epochs = [new EpochMetrics(1, 0.7, 0.5, 0.25)],
        Metrics = new RunMetrics(2 / 3.0, 0.4149316, 2, 1, 0.75, 0.75, 2 / 3.0, 2 / 3.0),
        Confusion = [[1, 0], [1, 1]],
        PerClass = [new ClassMetrics("left", 0.5, 1, 2 / 3.0, 1), new ClassMetrics("right", 1, 0.5, 2 / 3.0, 2)],
        Model = new ModelInfo("mlp", [new ModelLayer("flatten", "Flatten", [2], 0), new ModelLayer("dense", "Dense", [2], 6)], 6, 6, 24),
        Environment = new RunEnvironment("0.1.0", "0.107.0", "10.0.0", "Linux", "x64", 2, "cpu"),
        Commit = null,
        Durations = new RunDurations(1, 0.5, 1.5),
    };

    /// <summary>Writes every required file of a run, the pictures as empty ones.</summary>
    public static async Task WriteAsync(Run run, string folder, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, byte[]>
        {
            [RunFiles.Json] = RunSerializer.Write(run),
            [RunFiles.Predictions] = PredictionsFile.Write(Predictions, 2),
            [RunFiles.Weights] = SafeTensors.Write(Weights, new Dictionary<string, string>()),
            [RunFiles.Log] = System.Text.Encoding.UTF8.GetBytes(string.Concat(Log.Select(line => $"{line}\n"))),
            [RunFiles.ConfusionMatrix] = [],
            [RunFiles.LearningCurve] = [],
        };
        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancellationToken);
        }
    }

    private static float[] Logs(params float[] probabilities) => [.. probabilities.Select(p => MathF.Log(p))];
}
