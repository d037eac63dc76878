using System.IO.Compression;
using System.Text;
using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Diagnostics;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Links;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Progress;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Rendering;
using Glassy.Runs;

namespace Glassy.Tests.Building;

/// <summary>The shipped write-up about runs that are not like ours: it builds, and says what is so.</summary>
public sealed class WriteUpForAnyRunTests : IDisposable
{
    private static readonly ProjectFolder Project = new(RepositoryRoot.Path);
    private static readonly ImageShape Shape = new(4, 6, 1);

    private readonly TemporaryProject _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_model_without_mistakes()
    {
        var text = await TextOfAsync(["cat", "dog", "fish"], [(0, 0), (0, 0), (1, 1), (2, 2)]);

        Assert.Contains("Every test picture was read right. Recall is 100.00% for every class.", text, StringComparison.Ordinal);
        Assert.Contains("No two classes are taken for each other.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("that he misread", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Would you have read these?", text, StringComparison.Ordinal);
        Assert.Contains(
            "are not told apart so surely, whichever of them is better: they disagree too seldom.", text, StringComparison.Ordinal);
        Assert.Contains(
            "not even one without mistakes would be told apart from this one. By half a point they cannot differ",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_always_says_the_same()
    {
        var text = await TextOfAsync(["cat", "dog", "fish"], [(0, 0), (0, 0), (1, 0), (2, 0)]);

        Assert.Contains(
            "F1 is lowest for dog and fish, 0.00%. The commonest mistakes are to take dog for cat and fish for cat: once each.",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            "These pairs of classes are confused most often, once each: cat and dog; cat and fish.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_that_he_had_never_seen_are_called_so_only_where_that_is_known()
    {
        (int, int)[] answers = [(0, 0), (0, 0), (1, 1), (2, 2)];
        var clean = await TextOfAsync(["cat", "dog", "fish"], answers, duplicates: Duplicates([]));
        var leaked = await TextOfAsync(["cat", "dog", "fish"], answers, duplicates: Duplicates([0, 1, 2, 3]));
        var unknown = await TextOfAsync(["cat", "dog", "fish"], answers);

        Assert.Contains("On 4 pictures that he had never seen he was right 100.00% of the time", clean, StringComparison.Ordinal);
        Assert.Contains("He learned from none of these. Every claim", clean, StringComparison.Ordinal);
        foreach (var text in new[] { leaked, unknown })
        {
            Assert.Contains("On 4 test pictures he was right 100.00% of the time", text, StringComparison.Ordinal);
            Assert.DoesNotContain("that he had never seen", text, StringComparison.Ordinal);
            Assert.DoesNotContain("He learned from none", text, StringComparison.Ordinal);
        }

        Assert.Contains(
            "4 of 4 test pictures are also in the training set: the accuracy is not that of pictures never seen. No other is left to judge by.",
            leaked,
            StringComparison.Ordinal);
        Assert.DoesNotContain("also in the training set", clean, StringComparison.Ordinal);

        static DuplicateReport Duplicates(int[] leaked) => new([], leaked, 0, [], [], [], true, null);
    }

    [Fact]
    public async Task Two_classes_of_which_one_is_taken_for_the_other()
    {
        var text = await TextOfAsync(["ham", "spam"], [(0, 0), (0, 1), (1, 1)]);

        Assert.Contains("each time ham is taken for spam.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_classes()
    {
        var text = await TextOfAsync(
            [.. Enumerable.Range(0, 100).Select(c => $"kind {c}")], [.. Enumerable.Range(0, 100).Select(c => (c, c - (c % 2)))]);

        Assert.Contains("F1 is lowest for 50 classes, 0.00%. 50 mistakes are the commonest: once each.", text, StringComparison.Ordinal);
        Assert.Contains("50 pairs of classes are confused most often: once each.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_classes_and_more_mistakes_than_a_page_can_hold()
    {
        string[] classes = [.. Enumerable.Range(0, 1000).Select(c => $"kind {c}")];
        var pages = await PagesOfAsync(
            classes, [.. Enumerable.Range(0, 5000).Select(i => (i % 1000, i < 1000 ? i : (i + 1 + (i % 7)) % 1000))]);

        foreach (var page in pages)
        {
            var bytes = Encoding.UTF8.GetBytes(page.Html.Value);
            Assert.True(bytes.Length < 1_000_000, $"{page.Page.Source.File} has {bytes.Length} bytes");
            Assert.True(GzippedLengthOf(bytes) < 300_000, $"{page.Page.Source.File} has {GzippedLengthOf(bytes)} bytes gzipped");
            Assert.True(
                page.Toc.Count <= 15 || page.Page.Source.File.StartsWith("input/guide/", StringComparison.Ordinal),
                $"the contents list of {page.Page.Source.File} has {page.Toc.Count} entries");
        }

        var text = string.Join('\n', pages.Select(TextOf));
        Assert.Contains(
            "The 25 of 1,000 classes of the most frequent confusions; results.json has the whole matrix.", text, StringComparison.Ordinal);
        Assert.Contains("Pictures of the 25 of 1,000 classes with the lowest recall, the lowest first.", text, StringComparison.Ordinal);
        Assert.Contains("Pictures of 1,000 of the 4,000 are here: of each confusion the first ones.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_so_of_our_own_run_alone_is_said_of_no_other()
    {
        var options = new TrainingOptions { Model = "cnn", Normalize = Normalization.Scale };
        var (ours, others) = (
            await TextOfAsync(["a", "b"], [(0, 0), (1, 0)], name: "mnist"), await TextOfAsync(["a", "b"], [(0, 0), (1, 0)], options));

        foreach (var said in new[]
        {
            "MNIST's files are the plainest",
            "Each column of each picture is scaled",
            "laid out as one long row",
            "He looks at single pixels"
        })
        {
            Assert.Contains(said, ours, StringComparison.Ordinal);
            Assert.DoesNotContain(said, others, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("we drew a few pictures", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_another_program_that_gives_its_answers_alone()
    {
        var text = await TextOfAsync(["cat", "dog", "fish"], [(0, 0), (0, 0), (1, 0), (2, 2)], isForeign: true);

        Assert.Contains("This run's model was made by another program; its layers are not recorded.", text, StringComparison.Ordinal);
        Assert.Contains("This run was trained by another program, and nothing is recorded of its epochs.", text, StringComparison.Ordinal);
        Assert.Contains("whether it is right as often as it says cannot be seen.", text, StringComparison.Ordinal);
        foreach (var said in new[]
        {
            "He sees the pictures",
            "this is one training",
            "expected calibration error is",
            "weights.safetensors",
            "He looks at single pixels"
        })
        {
            Assert.DoesNotContain(said, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The write-up's own pages as text, with nothing of the guide.</summary>
    private async Task<string> TextOfAsync(
        IReadOnlyList<string> classes,
        IReadOnlyList<(int Truth, int Predicted)> answers,
        TrainingOptions? options = null,
        string name = "others",
        bool isForeign = false,
        DuplicateReport? duplicates = null) =>
            string.Join('\n', (await PagesOfAsync(classes, answers, options, name, isForeign, duplicates)).Select(TextOf));

    private async Task<IReadOnlyList<RenderedPage>> PagesOfAsync(
        IReadOnlyList<string> classes,
        IReadOnlyList<(int Truth, int Predicted)> answers,
        TrainingOptions? options = null,
        string name = "others",
        bool isForeign = false,
        DuplicateReport? duplicates = null)
    {
        var config = ConfigReader.Read(
            await File.ReadAllTextAsync(Project.Absolute("glassy.yml"), TestContext.Current.CancellationToken), "glassy.yml");
        var parts = SiteParts.Of(
            Project,
            Project.Absolute("input"),
            config,
            ShownOf(classes, answers, isForeign ? null : options ?? config.Run, name, config, duplicates),
            Assets(isForeign),
            new StageCache(_cache.PathOf(".cache")));
        var texts = SiteTexts.Of(Project, [.. Inputs()]);

        var site = await new SiteBuilder(parts).RenderAsync(texts, NoProgress.Instance, TestContext.Current.CancellationToken);

        Assert.Empty(site.Diagnostics.Where(mistake => mistake.Severity == Severity.Error).Select(mistake => $"{mistake}"));
        return site.Pages;
    }

    private static long GzippedLengthOf(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return zipped.Length;
    }

    private static string TextOf(RenderedPage page) =>
        // the parser always makes a body
        string.Join(' ', new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Html.Value).Body!.TextContent.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ComponentSite ShownOf(
        IReadOnlyList<string> classes,
        IReadOnlyList<(int Truth, int Predicted)> answers,
        TrainingOptions? options,
        string name,
        GlassyConfig config,
        DuplicateReport? duplicates)
    {
        Prediction[] predictions = [.. answers.Select((answer, i) => new Prediction(
            i, answer.Truth, answer.Predicted, options is null ? [] : [.. classes.Select((_, c) => c == answer.Predicted ? -0.1f : -4f)]))];
        var report = EvaluationReport.From(classes, predictions);
        int[] support = [.. classes.Select((_, c) => report.Confusion.Support(c))];
        var run = RecordedRun.Run with
        {
            Dataset = new DatasetInfo(
                name,
                "00",
                classes,
                Shape,
                new SplitInfo(classes.Count, [.. classes.Select(_ => 1)]),
                new SplitInfo(answers.Count, support)),
            Options = options,
            Metrics = RunMetrics.Of(report),
            Confusion = report.Confusion.Rows,
            PerClass = report.PerClass,
        };
        if (options is null)
        {
            run = run with
            {
                Foreign = new ForeignOrigin("p.csv", null, false, null, null, null),
                Epochs = [],
                Model = null,
                Environment = null,
                Durations = null
            };
        }

        var results = RunResults.Of(run, predictions) with { Duplicates = duplicates };
        return RecordedRun.Site with
        {
            Project = Project,
            Run = run,
            Addresses = new RunAddresses(run.Id, name, isPrimary: true),
            Pictures = new PictureCatalog(
                Shape, [.. classes.Select(_ => NoPictures)], [.. classes.Select(_ => NoPictures)], WrongOf(predictions, classes.Count), []),
            Results = results,
            Runs = new RunSet([], config.Recipes),
            Predictions = predictions,
            Assets = RecordedRun.Site.Assets! with
            {
                FirstLayer = FirstLayerFigures.Of(new FirstLayer(new ImageShape(1, 2, 1), [1, 0, 0, 1], [0, 0])),
                FirstLayerWeights = "assets/w.png",
            },
            Preprocessed = new PreprocessedSamples(
                Shape,
                [new PreprocessedSamples.Sample(0, 0)],
                [.. PreprocessingNames.All.Prepend(PreprocessingNames.None)
                    .Select(step => new PreprocessedSamples.Chain(step, [new TilePlace("assets/strips/preprocessing-0.png", 0)]))]),
            Gallery = new GalleryAssets(
                Shape,
                StripBuilder.MaximumWidth / Shape.Width,
                ".png",
                [.. Enumerable.Range(0, Math.Min(answers.Count, GalleryExporter.MostFirst))],
                null,
                []),
            Drawing = new DrawingAssets(null, [], null, "its pictures are not drawings"),
        };
    }

    private static IReadOnlyList<ExportedPicture> NoPictures => [];

    private static IReadOnlyList<IReadOnlyList<ExportedPicture>> WrongOf(IReadOnlyList<Prediction> predictions, int classes)
    {
        var mistakes = ShownMistakes.Of(predictions).ToLookup(mistake => mistake.Label);
        return [.. Enumerable.Range(0, classes).Select(label => mistakes[label].Select((mistake, number) => new ExportedPicture(
            $"assets/wrong/{mistake.Index}.png", $"assets/wrong/{label}.png", number, mistake.Index, label, mistake.Predicted)).ToList())];
    }

    private static IEnumerable<InputText> Inputs() =>
        from file in Directory.EnumerateFiles(Project.Absolute("input"), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Project.Absolute("input"), file).Replace('\\', '/')
        where SiteTexts.IsInput(path)
        select new InputText("input/" + path, path, path.StartsWith("guide/", StringComparison.Ordinal)
            && path.EndsWith("md", StringComparison.Ordinal) ? "# Guide\n" : File.ReadAllText(file));

    /// <summary>What the pages link to that other pipelines make.</summary>
    private static Dictionary<string, SourceFile> Assets(bool isForeign) =>
        new[]
        {
            "assets/img/glassy.svg",
            "results.json",
            "results.schema.json",
            "predictions.csv",
            "predictions.parquet",
            "predictions-packed.bin",
            "weights.safetensors",
            "model-card.md"
        }
            .Where(file => !isForeign || file != "weights.safetensors")
            .ToDictionary(
                file => file, _ => new SourceFile(Project.Absolute("site/assets/img/glassy.svg"), IsBesidePages: false, IsAuthors: false));
}
