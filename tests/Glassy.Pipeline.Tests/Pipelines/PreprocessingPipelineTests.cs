using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Pictures;
using Glassy.Pipelines;
using Glassy.Preprocessing;
using Glassy.Progress;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>What preprocessing makes of a picture of each class, where a page shows it.</summary>
public sealed class PreprocessingPipelineTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(28, 28, 1, 10, 1)]
    [InlineData(5, 9, 3, 3, 1)]
    [InlineData(6, 600, 3, 4, 3)] // six pictures fit side by side
    public async Task Each_tile_is_the_first_test_picture_of_its_class_after_the_chain(
        int height,
        int width,
        int channels,
        int classes,
        int strips)
    {
        var dataset = SmallDatasets.Make(new ImageShape(height, width, channels), classes, 1, 2);

        var (samples, files) = await MakeAsync("<PreprocessingSteps steps=\"skeleton, binarize+dilate\" />", dataset);

        Assert.Equal(dataset.Test.Shape, samples!.Shape); // a page shows it
        Assert.Equal(
            Enumerable.Range(0, classes).Select(label => (label, label)), samples.Samples.Select(sample => (sample.Index, sample.Label)));
        Assert.Equal(["none", "binarize + dilate", "skeleton"], samples.Made.Select(chain => chain.Steps));
        Assert.Equal(
            Enumerable.Range(0, strips).Select(strip => $"assets/strips/preprocessing-{strip}.png"),
            files.Keys.Order(StringComparer.Ordinal));
        foreach (var chain in samples.Made)
        {
            for (var i = 0; i < classes; i++)
            {
                var expected = new byte[dataset.Test.Shape.Length];
                PreprocessingChain.Parse(chain.Steps).Apply(dataset.Test.Image(i).Span, dataset.Test.Shape, expected);
                Assert.Equal(expected, Tile(files[chain.Tiles[i].Strip], chain.Tiles[i].Tile, dataset.Test.Shape));
            }
        }
    }

    [Fact]
    public async Task Of_many_classes_ten_are_shown_and_all_steps_without_being_named()
    {
        var (samples, _) = await MakeAsync("<PreprocessingSteps />", SmallDatasets.Make(new ImageShape(4, 4, 1), 100, 1, 1));

        Assert.Equal(Enumerable.Range(0, 10), samples!.Samples.Select(sample => sample.Label)); // a page shows it
        Assert.Equal(["none", .. PreprocessingNames.All], samples.Made.Select(chain => chain.Steps));
    }

    [Fact]
    public async Task A_class_without_test_pictures_is_left_out()
    {
        var dataset = SmallDatasets.Make(new ImageShape(4, 4, 1), 3, 1, 1);

        var (samples, _) = await MakeAsync(
            "<PreprocessingSteps />", dataset with { Test = new LabeledImages(dataset.Test.Shape, dataset.Test.Pixels, [2, 0, 0]) });

        Assert.Equal([(1, 0), (0, 2)], samples!.Samples.Select(sample => (sample.Index, sample.Label))); // a page shows it
    }

    [Theory]
    [InlineData("Write `<PreprocessingSteps />` to show them.")]
    [InlineData("<PreprocessingSteps steps=\"none, skeletn\" />")] // the page says what is wrong
    public async Task Nothing_is_made_that_no_page_can_show(string page)
    {
        var (samples, files) = await MakeAsync(page, SmallDatasets.Make(new ImageShape(4, 4, 1), 2, 1, 1));

        Assert.Null(samples);
        Assert.Empty(files);
    }

    private static byte[] Tile(byte[] strip, int tile, ImageShape shape)
    {
        var picture = PictureDecoder.Decode(strip, "strip.png");
        return
        [
            .. from y in Enumerable.Range(0, shape.Height)
               from x in Enumerable.Range(0, shape.Width)
               from channel in Enumerable.Range(0, shape.Channels)
               select picture.Rgba[(((y * picture.Width) + (tile * shape.Width) + x) * 4) + channel],
        ];
    }

    private async Task<(PreprocessedSamples? Samples, Dictionary<string, byte[]> Files)> MakeAsync(string page, ImageDataset dataset)
    {
        _project.Write("input/page.md", page + "\n");
        var build = new BuildSettings(
            _project.Folder, _project.PathOf("input"), _project.PathOf("output"), ConfigReader.Read("", "glassy.yml"), NoProgress.Instance);
        var run = SampleRun.Make();
        var found = new FoundRun(
            RunResults.Of(run, SampleRun.Predictions),
            run.Id,
            new RunAddresses(run.Id, "small", isPrimary: true),
            IsNew: false)
        { Checks = [], Looks = new Glassy.Comparison.LookCount(0, 0) };
        PreprocessedSamples? samples = null;
        var files = new Dictionary<string, byte[]>();
        var all = new TestPipeline("All").Do(Phase.PostProcess, context =>
        {
            samples = context.Outputs.Of<PreprocessedSamples?>();
            foreach (var file in context.Outputs.FromPipeline(nameof(PreprocessingPipeline)))
            {
                files.Add(file.Destination!, File.ReadAllBytes(file.Source!)); // files of the site
            }

            return [];
        });
        var result = await Bootstrapper.Create()
            .AddPipeline(new TestPipeline<FoundRun>(nameof(RunsPipeline), _ => found))
            .AddPipeline(new TestPipeline<FoundDataset>(
                nameof(DatasetPipeline), _ => new FoundDataset(DatasetInfo.Describe(dataset), null, new(() => Task.FromResult(dataset)))))
            .AddPipeline(new TextsPipeline(build))
            .AddPipeline(new PreprocessingPipeline(build))
            .AddPipeline(all)
            .RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics);
        return (samples, files);
    }
}
