using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Datasets;
using Glassy.Drawing;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>A site with a sheet to draw on, from pictures to files.</summary>
[Collection(TorchTests.Name)]
public sealed class DrawingTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly ImageDataset _dataset = SmallDatasets.Make(new ImageShape(9, 6, 1), 3, 20, 8);

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_page_says_what_the_published_weights_get_right()
    {
        WriteSplit("train", _dataset.Train);
        WriteSplit("test", _dataset.Test);
        _project.Write("glassy.yml", "dataset: bars\nrun:\n  epochs: 1\n  hidden: [4]\n");
        _project.Write("input/index.md", "# Draw\n\n<DrawPad />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var run = Assert.Single(new RunStore(_project.Folder).List());
        var weights = new RunStore(_project.Folder).LoadWeights(run);
        var published = BrowserModelScript.Read(
            await File.ReadAllBytesAsync(_project.PathOf("output/assets/drawing/model.js"), TestContext.Current.CancellationToken));
        var test = _dataset.Test with { Labels = [.. _dataset.Test.Labels.Order()], Pixels = ByClass(_dataset.Test) };
        var predictions = Evaluator.Evaluate(
            new TrainedModel(run.OwnOptions, run.Dataset.Shape, 3, published.WeightsLike(weights)),
            test,
            TestContext.Current.CancellationToken).Predictions;
        var share = predictions.Count(prediction => prediction.IsCorrect) / 24.0;
        Assert.Contains(
            FormattableString.Invariant(
                $"they read {100 * share:F2}% of all 24 test pictures\nright; as they were trained, {100 * run.Metrics.Accuracy:F2}%."),
            Page().QuerySelector(".glassy-draw")?.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_in_colour_has_the_gallery_alone_and_both_build_and_page_say_why()
    {
        using var flowers = new ScratchProject();
        flowers.Write("input/index.md", "# Draw\n\n<DrawPad />\n");

        var built = await BuiltProject.BuildAsync(flowers.Root);

        Assert.False(built.Failed);
        Assert.Contains(
            "input/index.md:3:1: <DrawPad>: readers see test pictures but cannot draw, because the pictures are in colour",
            built.Errors,
            StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(flowers.Read("output/index.html"));
        Assert.Contains("because the pictures are in colour", page.QuerySelector(".notice")?.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".glassy-draw-start img"));
        Assert.Empty(page.QuerySelectorAll("canvas, .glassy-draw button, .glassy-draw script"));
        Assert.Equal(["output/assets/drawing/gallery.png"], flowers.Files("output/assets/drawing", "*"));
    }

    [Fact]
    public async Task A_run_with_preprocessing_has_the_gallery_alone_and_both_build_and_page_say_why()
    {
        WriteSplit("train", _dataset.Train);
        WriteSplit("test", _dataset.Test);
        _project.Write("glassy.yml", "dataset: bars\nrun:\n  epochs: 1\n  hidden: [4]\n  preprocess: binarize + dilate\n");
        _project.Write("input/index.md", "# Draw\n\n<DrawPad />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed);
        const string Reason = "because pictures go through binarize + dilate before the model reads them";
        Assert.Contains(
            $"input/index.md:3:1: <DrawPad>: readers see test pictures but cannot draw, {Reason}", built.Errors, StringComparison.Ordinal);
        Assert.Contains(Reason, Page().QuerySelector(".notice")?.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Page().QuerySelectorAll(".glassy-draw-start img"));
        Assert.Empty(Page().QuerySelectorAll("canvas, .glassy-draw button, .glassy-draw script"));
        Assert.False(File.Exists(_project.PathOf("output/assets/drawing/model.js")));
    }

    private IDocument Page() => new HtmlParser().ParseDocument(File.ReadAllText(_project.PathOf("output/index.html")));

    private void WriteSplit(string name, LabeledImages split)
    {
        for (var i = 0; i < split.Count; i++)
        {
            _project.Write($"bars/{name}/{_dataset.Classes[split.Labels[i]]}/{i:D3}.png", Png.Encode(split.Image(i).Span, split.Shape));
        }
    }

    /// <summary>The order in which a folder of pictures is read.</summary>
    private static byte[] ByClass(LabeledImages split) =>
        [.. Enumerable.Range(0, split.Count).OrderBy(i => split.Labels[i]).SelectMany(i => split.Image(i).ToArray())];
}
