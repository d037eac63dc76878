using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Glassy.Tests.Cli;

/// <summary>The whole program on a whole project: files in, site out.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string WriteUp = """
        ---
        title: Three kinds
        slug: /
        ---

        Right {{ run.accuracy | percent }} of {{ dataset.test.count }}: {{ report.findings }}

        <DatasetCard />
        <ClassCounts split="train" />
        <ImagesTable dirname="train" />
        <CustomImagesTable dirname="wrong-predictions" />
        <ConfusionMatrix />
        <ClassReport />
        <ModelSummary />
        <LearningCurve />
        <CustomTest />
        <TrainingLog />
        <Headline />
        <DigitWall />
        """;

    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task An_unseen_dataset_gives_a_whole_site_whose_numbers_are_the_runs()
    {
        _project.Write("input/index.md", WriteUp);

        var built = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal((0, ""), (built.ExitCode, built.Errors));
        var run = JsonDocument.Parse(_project.Read(Assert.Single(_project.Files("data/runs", "run.json")))).RootElement;
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        var metrics = run.GetProperty("metrics");
        Assert.Contains(
            $"Right {metrics.GetProperty("accuracy").GetDouble() * 100:F2}% of 15:", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["blue sky", "grass", "rose", "blue sky", "grass", "rose"], page.QuerySelectorAll("h3").Select(h => h.FirstChild!.TextContent));
        Assert.Equal(
            metrics.GetProperty("wrong").GetInt32(), _project.Files("output/assets/datasets/flowers/wrong-predictions", "*.png").Count);
        Assert.Equal(ScratchProject.TrainPerClass, _project.Files("output/assets/datasets/flowers/train/rose", "*.png").Count);
        Assert.Equal(15, run.GetProperty("confusion").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
    }

    [Fact]
    public async Task Code_is_shown_and_a_language_without_colours_is_named_when_details_are_asked_for()
    {
        _project.Write("input/index.md", "# Code\n\n```brainwave\na < b\n```\n\n<CodeBlock language=\"py\">{`# c`}</CodeBlock>\n");

        var normal = await GlassyProcess.RunAsync(_project.Root);
        var detailed = await GlassyProcess.RunAsync(_project.Root, "--verbosity", "detailed");

        const string Note = "input/index.md:3:1: code is shown without colours: the language `brainwave` is not known";
        Assert.Equal((0, 0), (normal.ExitCode, detailed.ExitCode));
        Assert.DoesNotContain(Note, normal.Output, StringComparison.Ordinal);
        Assert.Contains(Note, detailed.Output, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        Assert.Equal(["a < b\n", "# c\n"], page.QuerySelectorAll("article .code pre > code").Select(code => code.TextContent));
    }

    [Fact]
    public async Task A_second_build_trains_nothing_and_writes_nothing()
    {
        _project.Write("input/index.md", WriteUp);
        var first = await GlassyProcess.RunAsync(_project.Root);

        var second = await GlassyProcess.RunAsync(_project.Root);

        Assert.All([first, second], built => Assert.Contains(
            "leaks     15 of 15 test pictures are also in the training set: the accuracy is not that of pictures never seen. No other is left to judge by.",
            built.Output,
            StringComparison.Ordinal));
        Assert.Contains("(new)", first.Output, StringComparison.Ordinal);
        Assert.Contains("(recorded before)", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Training", second.Output, StringComparison.Ordinal);
        Assert.Contains(" 0 files written", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_among_the_drawings_that_is_none_makes_no_new_run()
    {
        _project.Write("input/index.md", "# Page\n");
        await GlassyProcess.RunAsync(_project.Root);
        _project.Write("data/test/notes.txt", "not a drawing");

        var second = await GlassyProcess.RunAsync(_project.Root);

        Assert.Contains("(recorded before)", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_write_up_builds_on_a_dataset_that_is_not_about_digits()
    {
        var ended = await GlassyProcess.RunAsync(
            _project.Root,
            "--root", RepositoryRoot.Path, "--dataset", "flowers", "--set", "run.epochs=1", "--output", "site-of-flowers");

        Assert.Equal(0, ended.ExitCode);
        var page = _project.Read("site-of-flowers/image-classification/glassy/index.html");
        Assert.DoesNotContain("Drawings of our own", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MNIST's files", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Zeros", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_removes_what_was_built_and_nothing_else()
    {
        _project.Write("input/index.md", "# Page\n");
        await GlassyProcess.RunAsync(_project.Root);
        _project.Write("output/mine.txt", "mine");

        var cleaned = await GlassyProcess.RunAsync(_project.Root, "clean");

        Assert.Equal(0, cleaned.ExitCode);
        Assert.Equal(["output/mine.txt"], _project.Files("output", "*"));
        Assert.Empty(_project.Files(".cache", "*"));
        Assert.NotEmpty(_project.Files("data/runs", "run.json"));
    }

    [Theory]
    [InlineData("clean", "/")]
    [InlineData("build", ".")]
    [InlineData("build", "input")]
    [InlineData("clean", "data")]
    [InlineData("build", "static")]
    [InlineData("clean", "..")]
    public async Task A_site_is_never_put_over_its_sources(string verb, string output)
    {
        var before = _project.Files(".", "*");

        var ended = await GlassyProcess.RunAsync(_project.Root, verb, "--output", output);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("choose a folder of its own", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(before, _project.Files(".", "*"));
    }

    [Fact]
    public async Task Two_sources_for_one_file_are_named_in_a_line()
    {
        _project.Write("input/index.md", "# Page\n");
        _project.Write("input/assets/img/glassy.svg", "<svg/>");

        var ended = await GlassyProcess.RunAsync(_project.Root, "--verbosity", "quiet");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith(
            "error: two sources for 'assets/img/glassy.svg': ",
            Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_that_are_missing_from_the_cache_are_made_again()
    {
        _project.Write("input/index.md", "# Page\n");
        await GlassyProcess.RunAsync(_project.Root);
        var pictures = _project.Files("output/assets/datasets", "*.png");
        foreach (var picture in _project.Files(".cache/pictures", "*.png"))
        {
            File.Delete(Path.Combine(_project.Root, picture));
        }

        var again = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(pictures, _project.Files("output/assets/datasets", "*.png"));
    }

    [Fact]
    public async Task A_record_that_contradicts_itself_is_refused_by_render_and_made_again_by_build()
    {
        _project.Write("input/index.md", "# Page\n");
        await GlassyProcess.RunAsync(_project.Root);
        var record = Assert.Single(_project.Files("data/runs", "run.json"));
        _project.Write(
            record, Regex.Replace(_project.Read(record), "\"accuracy\": [0-9.]+,\n    \"loss\"", "\"accuracy\": 0.123,\n    \"loss\""));

        var refused = await GlassyProcess.RunAsync(_project.Root, "render");
        var built = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal((1, 0), (refused.ExitCode, built.ExitCode));
        Assert.Contains("metrics.accuracy is 0.123, but", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("warning: ", built.Errors, StringComparison.Ordinal);
        Assert.Contains("metrics.accuracy is 0.123, but", built.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("0.123,", _project.Read(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_shows_a_recorded_run_and_trains_none()
    {
        _project.Write("input/index.md", "# Page\n\nRun {{ run.id }}\n");

        var before = await GlassyProcess.RunAsync(_project.Root, "render");
        var trained = await GlassyProcess.RunAsync(_project.Root, "train");
        var id = Path.GetFileName(Path.GetDirectoryName(Assert.Single(_project.Files("data/runs", "run.json"))))!;
        Assert.Empty(_project.Files("output", "*"));
        var rendered = await GlassyProcess.RunAsync(_project.Root, "render", "--run", id[..4], "--epochs", "7");

        Assert.Equal((1, 0, 0), (before.ExitCode, trained.ExitCode, rendered.ExitCode));
        Assert.Contains("no run is recorded for these options and data", before.Errors, StringComparison.Ordinal);
        Assert.Contains($"Run {id}", _project.Read("output/index.html"), StringComparison.Ordinal);
    }
}
