using System.CommandLine;
using Glassy.Cli;
using Glassy.Pipelines;

namespace Glassy.Tests.Cli;

/// <summary>Command lines and configurations that cannot be followed, and an end before the end.</summary>
public sealed class ProgramUsageTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("--epochs", "none", "--epochs is 'none', expected a whole number from 1")]
    [InlineData("--on-missing-images", "ignore", "--on-missing-images is 'ignore', expected error or warn")]
    [InlineData("--nonsense", "x", "Unrecognized command or argument '--nonsense'")]
    [InlineData("--datset", "x", "Unrecognized command or argument '--datset'; did you mean `--dataset`?")]
    [InlineData("--set", "run.epoch=2", "--set: unknown key 'run.epoch'; did you mean `run.epochs`?")]
    [InlineData(
        "--set",
        "run.preprocess=blur",
        "--set run.preprocess is 'blur', expected none, or steps joined by +: binarize, deskew, dilate, skeleton, thin-guo-hall, thin-zhang-suen; scale or unit-columns may come last and stands for normalize; unknown step 'blur'")]
    [InlineData("--set", "run.batchSize=none", "--set run.batchSize is 'none', expected a whole number from 1")]
    public async Task Wrong_usage_ends_with_2(string option, string value, string expected)
    {
        var ended = await GlassyProcess.RunAsync(_project.Root, option, value);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new", "--help")]
    [InlineData("import-docusaurus", "-h")]
    [InlineData("build", "--help", "--nonsense")]
    public async Task Help_comes_before_what_is_wrong_with_the_rest(params string[] arguments)
    {
        var ended = await GlassyProcess.RunAsync(_project.Root, arguments);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains($"glassy {arguments[0]}", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_and_sub_verb_has_help()
    {
        var root = CommandLine.Root(BuildPipelines.OfSite, BuildPipelines.OfTraining);
        var calls = Calls(root, []).ToList();
        Assert.Contains(calls, call => call.SequenceEqual(["runs", "prune"]));
        foreach (var call in calls)
        {
            using var output = new StringWriter();
            var code = root
                .Parse([.. call, "--help"])
                .Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
            Assert.Equal(0, code);
            Assert.Contains($"glassy {string.Join(' ', call)}", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("Examples:", output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_leads_nowhere_is_as_serious_as_the_configuration_says_and_the_command_line_overrides_it()
    {
        _project.Write(
            "glassy.yml",
            "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  onBrokenLinks: warn\n  onBrokenAnchors: throw\n  onBrokenImages: ignore\n");
        _project.Write("input/index.md", "## Kinds\n\n[a](/nowhere)\n\n[b](#kindz)\n\n![c](/nowhere.png)\n");

        var failed = await GlassyProcess.RunAsync(_project.Root);
        var built = await GlassyProcess.RunAsync(_project.Root, "--set", "site.onBrokenAnchors=ignore", "--on-missing-images", "warn");

        const string Link = "warning: input/index.md:3:1: the link `/nowhere` leads nowhere: no page or file of the site is there\n";
        Assert.Equal((1, 0), (failed.ExitCode, built.ExitCode));
        Assert.Equal(
            Link + "error: input/index.md:5:1: the link `#kindz` leads to no anchor: the page `/` has no `kindz`; did you mean `kinds`?\n",
            failed.Errors);
        Assert.Equal(
            Link + "warning: input/index.md:7:1: the picture `/nowhere.png` is not there: neither the project nor the run has it\n",
            built.Errors);
    }

    [Fact]
    public async Task A_folder_that_is_no_project_is_left_alone()
    {
        using var empty = new TemporaryProject();

        var ended = await GlassyProcess.RunAsync(empty.Root, "build");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(
            "this is no project: it has neither glassy.yml nor input/; `glassy new <folder>` makes one",
            ended.Errors,
            StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty.Root));
    }

    [Theory]
    [InlineData("dataset: nowhere\n", "error: nowhere: no such folder")]
    [InlineData("datset: flowers\n", "error: glassy.yml:1:1: unknown key 'datset'; did you mean `dataset`?")]
    public async Task Bad_data_and_configuration_end_with_1_and_one_line(string config, string expected)
    {
        _project.Write("glassy.yml", config);
        _project.Write("input/index.md", "# A\n");

        var ended = await GlassyProcess.RunAsync(_project.Root, "--verbosity", "quiet");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            expected, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(_project.Files("data/runs", "*"));
    }

    [Fact]
    public async Task Without_a_page_nobody_waits_for_a_training_to_be_told_so()
    {
        _project.Write("glassy.yml", "dataset: flowers\n");

        var ended = await GlassyProcess.RunAsync(_project.Root, "--epochs", "100000");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(
            "input/: there is no such folder, expected the site's pages in it (index.md)", ended.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Files("data/runs", "*"));
    }

    [Fact]
    public async Task An_interruption_ends_with_130_and_leaves_nothing_half_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to send on Windows");

        _project.Write("input/index.md", "# A\n");
        var ended = await GlassyProcess.InterruptAsync(_project.Root, until: "Epoch 1/", "--epochs", "100000");

        Assert.Equal(130, ended.ExitCode);
        Assert.Empty(_project.Files("data/runs", "*"));
        Assert.Empty(_project.Files(".cache/training", "*"));
        Assert.Empty(_project.Files("output", "*"));
    }

    private static IEnumerable<string[]> Calls(Command command, string[] above) =>
        command.Subcommands.SelectMany(verb => Calls(verb, [.. above, verb.Name])).Prepend(above);
}
