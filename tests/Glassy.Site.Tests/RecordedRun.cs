using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Runs;
using Run = Glassy.Runs.Run;

namespace Glassy.Tests;

/// <summary>A small run by hand: three classes, 4×6 pictures, nine test pictures of which three are misread.</summary>
internal static class RecordedRun
{
    private static readonly string[] Classes = ["cat", "dog", "big fish"];
    private static readonly int[][] Matrix = [[3, 0, 1], [2, 1, 0], [0, 0, 2]];

    public static Run Run { get; } = new()
    {
        SchemaVersion = Run.CurrentSchemaVersion,
        Id = "0123456789abcdef",
        CreatedAt = new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.Zero),
        Dataset = new DatasetInfo(
            "pets", "00", Classes, new ImageShape(4, 6, 1), new SplitInfo(1300, [600, 700, 0]), new SplitInfo(9, [4, 3, 2])),
        Options = new TrainingOptions { Epochs = 2 },
        Epochs = [new EpochMetrics(1, 0.5, 0.8, 1.5, 0.4, 0.9), new EpochMetrics(2, 0.25, 0.9, 1.25, 0.35, 0.7)],
        Metrics = new RunMetrics(6.0 / 9, 0.3, 6, 3, 0.62, 0.694, 0.6, 0.63),
        Confusion = Matrix,
        PerClass =
        [
            new ClassMetrics("cat", 0.6, 0.75, 2 * 0.6 * 0.75 / 1.35, 4),
            new ClassMetrics("dog", 1, 1.0 / 3, 0.5, 3),
            new ClassMetrics("big fish", 2.0 / 3, 1, 0.8, 2),
        ],
        Model = new ModelInfo("mlp", [new ModelLayer("flatten", "Flatten", [24], 0)], 1000, 1000, 4000),
        Environment = new RunEnvironment("0.1.0", "x", "10", "os", "x64", 2, "cpu"),
        Commit = null,
        Durations = new RunDurations(1, 2, 3),
    };

    public static PictureCatalog Pictures { get; } = new(
        new ImageShape(4, 6, 1),
        [[Sample("train", 0, 0), Sample("train", 0, 1)], [Sample("train", 1, 0)], []],
        [[Sample("test", 0, 0), Sample("test", 0, 1)], [Sample("test", 1, 0)], [Sample("test", 2, 0)]],
        [[Wrong(0, 0, 2, 3)], [Wrong(1, 0, 0, 4), Wrong(1, 1, 0, 6)], []],
        [
            new ExportedPicture("assets/datasets/pets/custom-test/big fish-1.png", "assets/datasets/pets/custom-test.png", 0, 0, 2, 0),
            new ExportedPicture("assets/datasets/pets/custom-test/cat.png", "assets/datasets/pets/custom-test.png", 1, 1, 0, 0),
        ])
    {
        Doubted =
        [
            new ExportedPicture("assets/datasets/pets/label-notes/00003.png", "assets/strips/label-notes-0.png", 0, 3, 0, 2),
            new ExportedPicture("assets/datasets/pets/label-notes/00004.png", "assets/strips/label-notes-0.png", 1, 4, 1, 0),
        ],
    };

    /// <summary>Nine, of which the pictures 3, 4 and 6 are misread; each with three quarters for what it takes the picture for.</summary>
    public static IReadOnlyList<Prediction> Predictions { get; } =
    [
        .. new[] { (0, 0), (0, 0), (0, 0), (0, 2), (1, 0), (1, 1), (1, 0), (2, 2), (2, 2) }.Select((pair, i) => new Prediction(
            i, pair.Item1, pair.Item2, [.. Enumerable.Range(0, 3).Select(c => MathF.Log(c == pair.Item2 ? 0.75f : 0.125f))])),
    ];

    /// <summary>Picture 4, said to be a dog, is a cat; on picture 3 there is no right answer.</summary>
    public static Datasets.LabelNotes Notes { get; } = new(
        "Cats anonymous",
        "https://example.org/notes",
        [new LabelNote(3, 0, null, LabelVerdict.Neither), new LabelNote(4, 1, 0, LabelVerdict.Consensus)]);

    public static RunResults Results { get; } = RunResults.Of(Run, Predictions) with
    {
        Notes = Notes,
        Custom = new Glassy.Runs.CustomTest(
            2, 1, 0.5, [[1, 0, 0], [0, 0, 0], [1, 0, 0]],
            [new CustomPrediction("big fish-1.png", 2, 0, [1, 0, 0]), new CustomPrediction("cat.png", 0, 0, [1, 0, 0])]),
    };

    private static readonly RunSet Runs = new(
        [new RecipeRun(new Recipe("run", RecipeSet.Quick, Run.Options, []), Run, isNew: false, () => Results)], []);

    public static ComponentSite Site { get; } = new()
    {
        Project = new ProjectFolder(Path.GetTempPath()),
        Repository = "https://example.org/pets/",
        Run = Run,
        Addresses = new RunAddresses(Run.Id, Run.Dataset.Name, isPrimary: true),
        Pictures = Pictures,
        Results = Results,
        Runs = Runs,
        Checks = CheckCatalog.Of(new CheckedRun(Results, Runs, new LookCount(1, 0)), new Dictionary<string, string>()),
        Looks = new LookCount(1, 0),
        Predictions = Predictions,
        Assets = new RunAssets("[2024-02-03 04:05:06] Training with EPOCHS=2\nno time\n", "assets/cm.png", null, "assets/lc.png"),
    };

    private static string Slug(int label) => Classes[label].Replace(' ', '-');

    private static ExportedPicture Sample(string split, int label, int index) => new(
        $"assets/datasets/pets/{split}/{Slug(label)}/{Slug(label)}-{index:D4}.png", $"assets/datasets/pets/{split}/{Slug(label)}.png",
        index, (label * 2) + index, label, null);

    private static ExportedPicture Wrong(int label, int number, int predicted, int index) => new(
        $"assets/datasets/pets/wrong-predictions/{Slug(label)}/{Slug(label)}-{number:D4}-{Slug(predicted)}.png",
        $"assets/datasets/pets/wrong-predictions/{Slug(label)}.png", number, index, label, predicted);
}
