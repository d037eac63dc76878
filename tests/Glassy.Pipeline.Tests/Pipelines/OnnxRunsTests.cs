using System.Text.Json;
using AngleSharp.Html.Parser;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Onnx;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>A site about a model in ONNX's form: a file in, pages out.</summary>
public sealed class OnnxRunsTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public OnnxRunsTests()
    {
        _project.Write(
            "input/index.md",
            "---\nslug: /\ntitle: Three kinds\n---\n\nRight {{ run.accuracy | percent }}.\n\n<Headline />\n<ModelSummary />\n<RunDetails />\n<RunTable />\n<LearningCurve />\n<FirstLayerWeights />\n<TrainingLog />\n");
        _project.Write("input/errors.md", "# Errors\n\n<ErrorsExplorer />\n");
    }

    public void Dispose() => _project.Dispose();

    /// <summary>Each class has a channel of its own: the last is of the first class. A rose is taken for grass.</summary>
    private static byte[] Net(float roses = 0) =>
        SmallOnnx.MeanOfChannels(["n", 3, "h", "w"], isChannelsLast: false, [[0, 0, 8], [0, 8, 0], [roses, 1, 0]]);

    [Fact]
    public async Task A_model_gives_a_whole_site_without_a_training()
    {
        _project.Write("net.onnx", Net());
        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        Assert.Contains("Evaluating net.onnx", built.Began);
        var page = Page("index.html").Body!.TextContent;
        Assert.Contains("Right 66.67%.", page, StringComparison.Ordinal);
        Assert.Contains("Made 15 predictions by 'net.onnx': logits, recognised by the numbers", page, StringComparison.Ordinal);
        Assert.Matches(@" x \(Input\) +\(None, 3, 6, 9\) +0 ", page);
        Assert.Matches(@" logits \(2 operators\) +\(None, 3\) +12 ", page);
        Assert.Contains("size: 9x6, channels: 3, mean: 0, std: 1, layout: nchw, range: 0-1", page, StringComparison.Ordinal);
        Assert.Contains("This run was trained by another program, and nothing is recorded of its epochs.", page, StringComparison.Ordinal);
        Assert.Equal(5, Page("errors/index.html").QuerySelectorAll("li[data-p]").Length);
    }

    [Fact]
    public async Task The_record_and_the_results_say_what_was_evaluated_and_how()
    {
        _project.Write("net.onnx", Net());
        Configure(
            "[{name: net, model: onnx, weights: net.onnx, framework: PyTorch, input: {size: 9x6, mean: [0.1, 0.2, 0.3], range: 0-255}}]");
        await BuiltProject.BuildAsync(_project.Root);

        var record = Assert.Single(Runs());
        Assert.Null(record.Options);
        Assert.Equal(("net.onnx", "PyTorch", 12L), (record.Foreign!.File, record.Foreign.Framework, record.Parameters));
        var onnx = record.Foreign.Onnx!;
        Assert.Equal((9, 6, 3, PixelLayout.Nchw, LevelRange.Bytes), (onnx.Width, onnx.Height, onnx.Channels, onnx.Layout, onnx.Range));
        Assert.Equal([0.1, 0.2, 0.3], onnx.Mean);
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.Equal("0-255", results.GetProperty("run").GetProperty("foreign").GetProperty("onnx").GetProperty("range").GetString());
        Assert.Contains("Glassy has evaluated it (`net.onnx`) as run", _project.Read("output/model-card.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_found_again_by_data_file_and_input()
    {
        _project.Write("net.onnx", Net());
        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]");
        await BuiltProject.BuildAsync(_project.Root);
        Assert.DoesNotContain("Evaluating net.onnx", (await BuiltProject.BuildAsync(_project.Root)).Began);

        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6, mean: 0.5}}]");
        Assert.Contains("Evaluating net.onnx", (await BuiltProject.BuildAsync(_project.Root)).Began);
        _project.Write("net.onnx", Net(roses: 8));
        Assert.Contains("Evaluating net.onnx", (await BuiltProject.BuildAsync(_project.Root)).Began);
        Assert.Equal(3, Runs().Count);
        Assert.Contains("Right 100.00%.", Page("index.html").Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_are_runs_with_seeds_and_stand_beside_other_recipes()
    {
        _project.Write("a.onnx", Net());
        _project.Write("b.onnx", Net(roses: 8));
        _project.Write("p.csv", string.Concat(ScratchProject.Classes.SelectMany(
            name => Enumerable.Range(0, 5).Select(i => $"test/{name}/{i:D3}.png,grass\n"))).Insert(0, "file,predicted\n"));
        Configure(
            "[{name: net, model: onnx, weights: [a.onnx, b.onnx], seed: [4, 7], input: {size: 9x6}}, {name: read, predictions: p.csv}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Equal(3, Runs().Count);
        Assert.Contains("83.33%", Page("index.html").Body!.TextContent, StringComparison.Ordinal); // the mean of both
    }

    [Theory]
    [InlineData(
        "[{name: net, model: onnx, weights: no.onnx}]",
        "error: no.onnx: there is no such file, expected a model in ONNX's form; name it by `weights` from the project's folder")]
    [InlineData(
        "[{name: net, model: onnx, weights: ../net.onnx}]",
        "error: glassy.yml:2:42: `weights` is '../net.onnx', but it is outside of the project; copy the model into the project, and name it from there")]
    [InlineData(
        "[{name: net, model: onnx, weights: .secret.onnx}]", "error: glassy.yml:2:42: `weights` is '.secret.onnx', but it is hidden")]
    [InlineData("[{name: net, model: onnx, weights: glassy.yml}]", "error: glassy.yml: is no ONNX model, or is cut off")]
    [InlineData(
        "[{name: net, model: onnx, weights: net.onnx}]",
        "error: net.onnx: its input 'x' is [?, 3, ?, ?], of no fixed size: say which it was trained on by `input: { size: 9x6 }` (the pictures are 9×6 in colour)")]
    [InlineData(
        "[{name: net, model: onnx, weights: two.onnx, input: {size: 9x6}}]",
        "error: two.onnx: it gives 2 numbers a picture, expected 3, one for each class of the dataset, in its order; is it the model of this dataset?")]
    public async Task What_cannot_be_evaluated_is_one_line_and_no_site(string runs, string message)
    {
        _project.Write("net.onnx", Net());
        _project.Write("two.onnx", SmallOnnx.MeanOfChannels(["n", 3, "h", "w"], isChannelsLast: false, [[0, 0, 8], [0, 8, 0]]));
        Configure(runs);

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(built.Failed);
        Assert.Contains(message, Assert.Single(built.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_project.Root, "output/index.html")));
    }

    [Fact]
    public async Task A_model_without_pictures_has_nothing_to_read()
    {
        _project.Write("net.onnx", Net());
        _project.Write("glassy.yml", "dataset: none\nruns: [{name: net, model: onnx, weights: net.onnx}]\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Contains(
            "`dataset: none` has no pictures, but the recipe 'net' reads them; give each recipe under `runs:` a file of `predictions`, or name a dataset",
            built.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misread_picture_shows_what_its_answer_depends_on_and_says_how_that_was_found()
    {
        _project.Write("net.onnx", Net());
        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Contains("Hiding parts of misread pictures", built.Began);
        var picture = Page("errors/10/index.html").Body!;
        Assert.Equal(2, picture.QuerySelectorAll(".evidence img").Length); // as the dataset has it, and what the answer depends on
        Assert.Contains("fall of the answer’s probability where a patch hides the picture", picture.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("gradient", picture.InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("is not known", picture.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_was_given_its_pictures_wrongly_is_pointed_out_once()
    {
        _project.Write(
            "net.onnx", SmallOnnx.MeanOfChannels(["n", 3, 6, 9], isChannelsLast: false, [[0, 0, 1], [0, 1, 0], [1, 0, 0]], [0, 80, 0]));
        Configure("[{name: net, model: onnx, weights: net.onnx}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed);
        Assert.Contains(
            "warning: net.onnx: 33.3% of the pictures are right, about as many as by chance; with `range: 0-255` in its `input`, 15 of 15 are: is it what it was trained on?",
            built.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "Warning: net.onnx: 33.3% of the pictures are right", Page("index.html").Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await BuiltProject.BuildAsync(_project.Root)).Errors);
    }

    [Fact]
    public async Task A_model_whose_outputs_are_in_another_order_is_matched_by_the_names_in_its_file()
    {
        float[][] weight = [[8, 0, 0], [0, 0, 8], [0, 8, 0]]; // rose, blue sky, grass
        _project.Write("net.onnx", SmallOnnx.MeanOfChannels(
            ["n", 3, "h", "w"], isChannelsLast: false, weight, bias: null, ("names", "{0: 'rose', 1: 'Blue Sky', 2: 'grass'}")));
        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Contains(
            "net.onnx: its outputs are in another order than the dataset's classes ('blue sky' is its output 1, in the dataset class 0, from 0)",
            built.Errors,
            StringComparison.Ordinal);
        Assert.Contains("Right 100.00%.", Page("index.html").Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await BuiltProject.BuildAsync(_project.Root)).Errors); // it is found again, by its order too
        Assert.Single(Runs());
    }

    [Fact]
    public async Task Two_recipes_of_one_model_are_one_run_that_is_evaluated_once_and_that_is_said()
    {
        _project.Write("net.onnx", Net());
        Configure(
            "[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}, framework: JAX}, {name: twin, model: onnx, weights: net.onnx, input: {size: 9x6}, framework: Flax}]");

        var (first, second) = (await BuiltProject.BuildAsync(_project.Root), await BuiltProject.BuildAsync(_project.Root));

        Assert.Contains(
            "warning: net.onnx: says the same of every picture as 'net.onnx', so that the recipes 'net' and 'twin' are one run; is it the file that was meant?",
            first.Errors,
            StringComparison.Ordinal);
        Assert.Contains("Evaluating net.onnx", first.Began);
        Assert.DoesNotContain("Evaluating net.onnx", second.Began);
        Assert.Equal("JAX", Assert.Single(Runs()).Foreign!.Framework);
    }

    [Fact]
    public async Task Attributes_of_the_dataset_are_known_of_a_run_whose_pictures_are_gone()
    {
        _project.Write("net.onnx", Net());
        _project.Write("devices.csv", "index,device\n0,old\n1,new\n");
        _project.Write(
            "glassy.yml",
            "dataset: { path: flowers, attributes: devices.csv }\nruns: [{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]\n");
        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);
        Directory.Delete(Path.Combine(_project.Root, "flowers"), recursive: true);
        var project = new ProjectFolder(_project.Root);
        var config = ConfigReader.Read(_project.Read("glassy.yml"), "glassy.yml");
        var build = new BuildSettings(
            project,
            project.Absolute("input"),
            project.Absolute("output"),
            config,
            NoProgress.Instance)
        { RunId = Assert.Single(Runs()).Id };

        // no mistake kept it from being made
        var found = (await PipelineProject.RunAsync(
            new DatasetPipeline(build), new TrainingPipeline(build), new RunsPipeline(build))).Of<FoundRun>()!;

        Assert.Equal(["old", "new", ""], Assert.Single(found.Results.Traits).Values.Take(3));
    }

    /// <summary>Pages show pictures, which a record does not have.</summary>
    [Fact]
    public async Task A_run_whose_pictures_are_gone_is_not_rendered_and_the_site_stays_as_it_was()
    {
        _project.Write("net.onnx", Net());
        Configure("[{name: net, model: onnx, weights: net.onnx, input: {size: 9x6}}]");
        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);
        var page = _project.Read("output/index.html");
        Directory.Delete(Path.Combine(_project.Root, "flowers"), recursive: true);
        Directory.Delete(Path.Combine(_project.Root, ".cache"), recursive: true);

        var built = await BuiltProject.BuildAsync(_project.Root, run: Assert.Single(Runs()).Id);

        Assert.StartsWith(
            "error: flowers: no such folder or file",
            Assert.Single(built.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct()),
            StringComparison.Ordinal);
        Assert.Equal(page, _project.Read("output/index.html"));
    }

    [Fact]
    public async Task A_record_of_before_there_were_models_is_still_read()
    {
        _project.Write("p.csv", string.Concat(ScratchProject.Classes.SelectMany(
            name => Enumerable.Range(0, 5).Select(i => $"test/{name}/{i:D3}.png,grass\n"))).Insert(0, "file,predicted\n"));
        Configure("[{name: read, predictions: p.csv}]");
        await BuiltProject.BuildAsync(_project.Root);

        Assert.DoesNotContain("onnx", _project.Read(Assert.Single(_project.Files("data/runs", "run.json"))), StringComparison.Ordinal);
        Assert.Null(Assert.Single(Runs()).Foreign!.Onnx);
    }

    private IReadOnlyList<Run> Runs() => new RunStore(new ProjectFolder(_project.Root)).List();

    private void Configure(string runs) => _project.Write("glassy.yml", $"dataset: flowers\nruns: {runs}\nsite:\n  title: Flowers\n");

    private AngleSharp.Html.Dom.IHtmlDocument Page(string file) => new HtmlParser().ParseDocument(_project.Read($"output/{file}"));
}
