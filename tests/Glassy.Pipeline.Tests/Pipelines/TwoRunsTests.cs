using System.Text;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>Two recorded runs of one dataset in one site: the same pipelines bring the files of each to addresses of its own.</summary>
public sealed class TwoRunsTests : IDisposable
{
    private const string First = "1111111111111111";
    private const string Second = "2222222222222222";

    private static readonly ImageDataset Dataset = new(
        SampleRun.Dataset.Name,
        SampleRun.Dataset.Classes,
        new LabeledImages(SampleRun.Shape, [10, 20, 30, 40], [0, 1]),
        new LabeledImages(SampleRun.Shape, [50, 60, 70, 80, 90, 100], [0, 1, 1]));

    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_primary_run_has_todays_addresses() => Assert.Equal(
        [
            "assets/datasets/tiny/confusion-matrices/confusion-matrix.png",
            "assets/datasets/tiny/confusion-matrices/first-layer-weights.png",
            "assets/datasets/tiny/confusion-matrices/learning-curve.png",
            "assets/datasets/tiny/test/left/left-0000.png",
            "assets/datasets/tiny/test/right/right-0000.png",
            "assets/datasets/tiny/test/right/right-0001.png",
            "assets/datasets/tiny/train/left/left-0000.png",
            "assets/datasets/tiny/train/right/right-0000.png",
            "assets/datasets/tiny/wrong-predictions/right/right-0000-left.png",
            "assets/drawing/gallery.png",
            "assets/drawing/model.js",
            "assets/strips/preprocessing-0.png",
            "assets/strips/test-0.png",
            "assets/strips/train-0.png",
            "assets/strips/wrong-0.png",
            "model-card.md",
            "predictions-packed.bin",
            "predictions-packed.js",
            "predictions.csv",
            "predictions.parquet",
            "results.json",
            "results.schema.json",
            "weights.safetensors",
        ],
        (await FilesOfAsync(First, isPrimary: true, 0, 0, 1)).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Another_run_of_the_same_dataset_has_nothing_where_the_primary_run_has_anything()
    {
        var first = await FilesOfAsync(First, isPrimary: true, 0, 0, 1);
        var second = await FilesOfAsync(Second, isPrimary: false, 1, 1, 0);

        Assert.Empty(first.Keys.Intersect(second.Keys));
        Assert.All(second.Keys, address => Assert.StartsWith($"assets/runs/{Second}/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_file_is_from_its_own_run_whichever_was_built_first()
    {
        var second = await FilesOfAsync(Second, isPrimary: false, 1, 1, 0);
        var first = await FilesOfAsync(First, isPrimary: true, 0, 0, 1);
        var own = $"assets/runs/{Second}/";

        Assert.Contains(First, Encoding.UTF8.GetString(first["results.json"]), StringComparison.Ordinal);
        Assert.Contains(Second, Encoding.UTF8.GetString(second[own + "results.json"]), StringComparison.Ordinal);
        Assert.Equal(First, Encoding.UTF8.GetString(first["assets/datasets/tiny/confusion-matrices/confusion-matrix.png"]));
        Assert.Equal(Second, Encoding.UTF8.GetString(second[own + "datasets/tiny/confusion-matrices/confusion-matrix.png"]));
        Assert.Equal([70, 80], Pixels(first["assets/datasets/tiny/wrong-predictions/right/right-0000-left.png"]));
        Assert.Equal([90, 100], Pixels(second[own + "datasets/tiny/wrong-predictions/right/right-0000-left.png"]));
        Assert.Equal([50, 60], Pixels(second[own + "datasets/tiny/wrong-predictions/left/left-0000-right.png"]));
    }

    [Fact]
    public async Task A_run_that_becomes_the_primary_one_moves()
    {
        var other = await FilesOfAsync(First, isPrimary: false, 0, 0, 1);
        var primary = await FilesOfAsync(First, isPrimary: true, 0, 0, 1);

        Assert.Equal(
            primary.Keys
                .Order(StringComparer.Ordinal)
                .Select(address => address.StartsWith("assets/", StringComparison.Ordinal) ? address["assets/".Length..] : address)
                .Order(StringComparer.Ordinal),
            other.Keys.Select(address => address[$"assets/runs/{First}/".Length..]).Order(StringComparer.Ordinal));
    }

    /// <summary>What the site's pipelines make of a run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="isPrimary">Whether the site is about it.</param>
    /// <param name="predicted">What it takes the three test pictures for.</param>
    /// <returns>Contents by address; no address is there twice.</returns>
    private async Task<Dictionary<string, byte[]>> FilesOfAsync(string id, bool isPrimary, params int[] predicted)
    {
        var run = await RecordAsync(id);
        var predictions = predicted.Select((label, i) => new Prediction(
            i, Dataset.Test.Labels[i], label, [.. Dataset.Classes.Select((_, c) => MathF.Log(c == label ? 0.9f : 0.1f))])).ToList();
        var found = new FoundRun(
            RunResults.Of(run, predictions),
            id,
            new RunAddresses(id, run.Dataset.Name, isPrimary),
            IsNew: false)
        { Checks = [], Looks = new Glassy.Comparison.LookCount(0, 0) };
        _project.Write("input/page.md", "<DrawPad />\n\n<PreprocessingSteps />\n");
        var build = new BuildSettings(
            _project.Folder, _project.PathOf("input"), _project.PathOf("output"), ConfigReader.Read("", "glassy.yml"), NoProgress.Instance);
        Pipeline[] made =
        [
            new TextsPipeline(build), new ChartsPipeline(build), new ResultsPipeline(build), new ImagesPipeline(build),
            new DrawingPipeline(build), new PreprocessingPipeline(build),
        ];
        var files = new Dictionary<string, byte[]>();
        var all = new TestPipeline("All").Do(Phase.PostProcess, context =>
        {
            foreach (var file in made.SelectMany(pipeline => context.Outputs.FromPipeline(pipeline.Name)))
            {
                files.Add(file.Destination!, File.ReadAllBytes(file.Source!)); // files of the site
            }

            return [];
        });
        var bootstrapper = made.Aggregate(
            Bootstrapper.Create()
                .AddPipeline(new TestPipeline<FoundRun>(nameof(RunsPipeline), _ => found))
                .AddPipeline(new TestPipeline<RunSet>(nameof(TrainingPipeline), _ => new RunSet([], [])))
                .AddPipeline(new TestPipeline<FoundDataset>(
                    nameof(DatasetPipeline), _ => new FoundDataset(SampleRun.Dataset, null, new(() => Task.FromResult(Dataset)))))
                .AddPipeline(all),
            (pipelines, pipeline) => pipelines.AddPipeline(pipeline));
        Assert.Empty((await bootstrapper.RunAsync(Token)).Diagnostics);
        return files;
    }

    private async Task<Run> RecordAsync(string id)
    {
        var run = SampleRun.Make(id);
        var folder = _project.PathOf($"data/runs/{id}");
        Directory.CreateDirectory(folder);
        await SampleRun.WriteAsync(run, folder, Token);
        await File.WriteAllTextAsync(Path.Combine(folder, RunFiles.ConfusionMatrix), id, Token);
        return run;
    }

    private static byte[] Pixels(byte[] png) => PictureDecoder.Decode(png, "x.png").ToGrey(0);
}
