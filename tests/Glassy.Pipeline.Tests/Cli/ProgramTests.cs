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
        Assert.Contains($"Right {metrics.GetProperty("accuracy").GetDouble() * 100:F2}% of 15:", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["blue sky", "grass", "rose", "blue sky", "grass", "rose"], page.QuerySelectorAll("h3").Select(h => h.FirstChild!.TextContent));
        Assert.Equal(metrics.GetProperty("wrong").GetInt32(), _project.Files("output/assets/datasets/flowers/wrong-predictions", "*.png").Count);
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
        Assert.Contains("No drawing in data/test/ is named after a class of flowers.", page, StringComparison.Ordinal);
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
        Assert.StartsWith("error: two sources for 'assets/img/glassy.svg': ", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
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
    public async Task A_record_that_contradicts_itself_is_refused()
    {
        _project.Write("input/index.md", "# Page\n");
        await GlassyProcess.RunAsync(_project.Root);
        var record = Assert.Single(_project.Files("data/runs", "run.json"));
        _project.Write(record, Regex.Replace(_project.Read(record), "\"accuracy\": [0-9.]+,\n    \"loss\"", "\"accuracy\": 0.123,\n    \"loss\""));

        var ended = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("metrics.accuracy is 0.123, but", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_in_content_is_reported_with_its_place_and_the_last_good_site_stays()
    {
        _project.Write("input/index.md", "# Good\n");
        await GlassyProcess.RunAsync(_project.Root);
        var good = _project.Read("output/index.html");
        _project.Write("input/index.md", "# Bad\n\n{{ run.acuracy }}\n\n<ConfusionMatrixx />\n\n![x](/nowhere.png)\n");

        var failed = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal(1, failed.ExitCode);
        var errors = failed.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.StartsWith("error: input/index.md:3:1: {{ run.acuracy }}: unknown member 'acuracy'; did you mean `accuracy`?", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("error: input/index.md:5:1: there is no component <ConfusionMatrixx>; did you mean `ConfusionMatrix`?", errors[1], StringComparison.Ordinal);
        Assert.StartsWith("error: input/index.md:7:1: the picture `/nowhere.png` is not there", errors[2], StringComparison.Ordinal);
        Assert.Equal(good, _project.Read("output/index.html"));
    }

    [Fact]
    public async Task A_page_may_include_a_file_that_is_no_page_itself()
    {
        _project.Write("input/index.mdx", "import Note from './_note.mdx'\n\n# Page\n\n<Note name=\"x\" />\n");
        _project.Write("input/_note.mdx", "Hello {props.name}\n");

        var built = await GlassyProcess.RunAsync(_project.Root);

        Assert.Equal((0, ""), (built.ExitCode, built.Errors));
        Assert.Contains("Hello x", _project.Read("output/index.html"), StringComparison.Ordinal);
        Assert.Equal(["output/404.html", "output/index.html"], _project.Files("output", "*.html"));
    }

    [Fact]
    public async Task Missing_pictures_are_warnings_where_that_is_asked_for()
    {
        _project.Write("input/index.md", "# Page\n\n![x](/nowhere.png)\n");

        var built = await GlassyProcess.RunAsync(_project.Root, "--on-missing-images", "warn");

        Assert.Equal(0, built.ExitCode);
        Assert.StartsWith("warning: input/index.md:3:1: the picture `/nowhere.png`", built.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leads_nowhere_is_as_serious_as_the_configuration_says_and_the_command_line_overrides_it()
    {
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  onBrokenLinks: warn\n  onBrokenAnchors: throw\n  onBrokenImages: ignore\n");
        _project.Write("input/index.md", "## Kinds\n\n[a](/nowhere)\n\n[b](#kindz)\n\n![c](/nowhere.png)\n");

        var failed = await GlassyProcess.RunAsync(_project.Root);
        var built = await GlassyProcess.RunAsync(_project.Root, "--set", "site.onBrokenAnchors=ignore", "--on-missing-images", "warn");

        const string Link = "warning: input/index.md:3:1: the link `/nowhere` leads nowhere: no page or file of the site is there\n";
        Assert.Equal((1, 0), (failed.ExitCode, built.ExitCode));
        Assert.Equal(
            Link + "error: input/index.md:5:1: the link `#kindz` leads to no anchor: the page `/` has no `kindz`; did you mean `kinds`?\n",
            failed.Errors);
        Assert.Equal(Link + "warning: input/index.md:7:1: the picture `/nowhere.png` is not there: neither the project nor the run has it\n", built.Errors);
    }

    [Fact]
    public async Task The_static_folder_is_the_sites_root()
    {
        _project.Write("input/index.md", "# Page\n\n![x](/img/dot.svg) ![y](@site/static/img/dot.svg) [z](/_files/a%20b.md)\n\n![q](/img/dto.svg)\n");
        _project.Write("static/img/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"/>");
        _project.Write("static/_files/a b.md", "as it is");
        _project.Write("static/robots.txt", "User-agent: me\n");

        var built = await GlassyProcess.RunAsync(_project.Root, "--on-missing-images", "warn");

        Assert.Equal(0, built.ExitCode);
        Assert.Equal(
            "warning: input/index.md:5:1: the picture `/img/dto.svg` is not there: neither the project nor the run has it; did you mean `/img/dot.svg`?\n",
            built.Errors);
        Assert.Equal(("as it is", "User-agent: me\n"), (_project.Read("output/_files/a b.md"), _project.Read("output/robots.txt")));
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        Assert.Equal(["./img/dot.svg", "./img/dot.svg"], page.QuerySelectorAll("article p img").Select(img => img.GetAttribute("src")));
        Assert.Equal("./_files/a%20b.md", page.QuerySelector("article p a")!.GetAttribute("href"));
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

    [Theory]
    [InlineData("--epochs", "none", "--epochs is 'none', expected a whole number from 1")]
    [InlineData("--on-missing-images", "ignore", "--on-missing-images is 'ignore', expected error or warn")]
    [InlineData("--nonsense", "x", "Unrecognized command or argument '--nonsense'")]
    [InlineData("--datset", "x", "Unrecognized command or argument '--datset'; did you mean `--dataset`?")]
    [InlineData("--set", "run.epoch=2", "--set: unknown key 'run.epoch'; did you mean `run.epochs`?")]
    [InlineData("--set", "run.batchSize=none", "--set run.batchSize is 'none', expected a whole number from 1")]
    public async Task Wrong_usage_ends_with_2(string option, string value, string expected)
    {
        var ended = await GlassyProcess.RunAsync(_project.Root, option, value);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset: nowhere\n", "error: nowhere: no such folder")]
    [InlineData("datset: flowers\n", "error: glassy.yml:1:1: unknown key 'datset'; did you mean `dataset`?")]
    public async Task Bad_data_and_configuration_end_with_1_and_one_line(string config, string expected)
    {
        _project.Write("glassy.yml", config);

        var ended = await GlassyProcess.RunAsync(_project.Root, "--verbosity", "quiet");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(expected, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(_project.Files("data/runs", "*"));
    }

    [Fact]
    public async Task An_interruption_ends_within_two_seconds_with_130_and_leaves_nothing_half_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to send on Windows");

        var (ended, took) = await GlassyProcess.InterruptAsync(_project.Root, until: "Epoch 1/", "--epochs", "100000");

        Assert.Equal(130, ended.ExitCode);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Empty(_project.Files("data/runs", "*"));
        Assert.Empty(_project.Files(".cache/training", "*"));
        Assert.Empty(_project.Files("output", "*"));
    }
}
