using Glassy.Comparing;
using Glassy.Tests.Cli;

namespace Glassy.Tests.Comparing;

/// <summary><c>glassy compare</c> as a script calls it: what it writes where, and how it ends.</summary>
public sealed class CompareVerbTests
{
    [Fact]
    public async Task A_gate_that_fails_ends_with_1_and_the_reason_and_one_that_holds_with_0()
    {
        using var project = await ComparedProject.OfTheIssueAsync();

        var failed = await GlassyProcess.RunAsync(
            project.Root,
            "compare",
            "aaaa",
            "bbbb",
            "--gate",
            "accuracy-lower-bound=0.9",
            "--gate",
            "non-inferior=0.005",
            "--fail-on-regression",
            "--format",
            "markdown");
        var passed = await GlassyProcess.RunAsync(
            project.Root, "compare", "aaaa", "bbbb", "--gate", "non-inferior=0.035", "--fail-on-regression");
        var plain = await GlassyProcess.RunAsync(project.Root, "compare", "aaaa", "data/runs/" + ComparedProject.Head);

        Assert.Equal((1, 0, 0), (failed.ExitCode, passed.ExitCode, plain.ExitCode));
        Assert.Equal(
            "error: non-inferior=0.005: accuracy is not shown to be at most 0.50 points worse: of 500 pictures 11 broken and 4 repaired: "
            + "−1.40 points, 95% interval −3.198 to 0.135 (Tango), whose lower end would have to be above −0.50\n",
            failed.Errors);
        Assert.StartsWith(ReportMarkdown.Marker + "\n", failed.Output, StringComparison.Ordinal);
        Assert.Contains("| <code>accuracy-lower-bound=0.9</code> | passes |", failed.Output, StringComparison.Ordinal);
        Assert.Equal(("", ""), (passed.Errors, plain.Errors));
        Assert.Contains("passes    non-inferior=0.035: accuracy is at most 3.50 points worse", passed.Output, StringComparison.Ordinal);
        Assert.Contains("passes    fail-on-regression: accuracy is not shown to be worse", passed.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"head      {ComparedProject.Head}  96.20%  (data/runs/{ComparedProject.Head})\n", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_at_the_test_pictures_are_shown_among_the_runs_and_outlive_them()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        await project.RecordAsync("dddddddddddddddd", []); // scored, and never compared

        var compared = await GlassyProcess.RunAsync(project.Root, "compare", "aaaa", "bbbb", "--on", "test", "--format", "json");
        var listed = await GlassyProcess.RunAsync(project.Root, "runs");
        await GlassyProcess.RunAsync(project.Root, "runs", "prune", "--yes");
        await project.RecordAsync("cccccccccccccccc", []);
        var after = await GlassyProcess.RunAsync(project.Root, "runs");

        Assert.Equal((0, ""), (compared.ExitCode, compared.Errors));
        Assert.Contains("\"comparisons\": 1", compared.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "The test pictures of 'tiny' were looked at 4 times: 3 runs scored, 1 comparison\n", listed.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "The test pictures of 'tiny' were looked at 5 times: 4 runs scored, 1 comparison\n", after.Output, StringComparison.Ordinal);

        project.Write("data/looks/damaged.json", "null");
        var damaged = await GlassyProcess.RunAsync(project.Root, "runs");
        Assert.Equal(
            (1, "error: data/looks/damaged.json: is 'null', expected a look at a test split; take the file from the repository again\n"),
            (damaged.ExitCode, damaged.Errors));
    }

    [Fact]
    public async Task Runs_that_cannot_be_compared_end_with_1_and_a_line()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        await project.RecordAsync("cccccccccccccccc", null, run => run with { Options = run.OwnOptions with { Validation = 0 } });

        var ended = await GlassyProcess.RunAsync(project.Root, "compare", "aaaa", "cccc");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            "error: 'cccc' held no pictures out of training to compare on (validation: 0): train with, say, --set run.validation=0.1; --on test",
            ended.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_command_line_says_is_said_of_another_project_too()
    {
        using var other = new ScratchProject();
        using var project = await ComparedProject.OfTheIssueAsync();
        other.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\n");
        await GlassyProcess.RunAsync(other.Root, "train", "--seed", "2", "--set", "run.validation=0.25");

        var found = await GlassyProcess.RunAsync(
            project.Root, "compare", other.Root, other.Root, "--seed", "2", "--set", "run.validation=0.25");
        var missed = await GlassyProcess.RunAsync(project.Root, "compare", other.Root, other.Root);

        Assert.Equal(0, found.ExitCode);
        Assert.Matches("^warning: base and head are the same run \\([0-9a-f]{16}\\): every difference is 0\n$", found.Errors);
        Assert.Contains("9 validation pictures of 'flowers'", found.Output, StringComparison.Ordinal);
        Assert.Equal(1, missed.ExitCode);
        Assert.Contains("the run of the recipe 'run' on 'flowers' is not recorded", missed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "glassy: --gate is 'non-inferor=0.1', expected <name>=<share>, such as non-inferior=0.005; did you mean `non-inferior`? known: accuracy-lower-bound, non-inferior",
        "a",
        "b",
        "--gate",
        "non-inferor=0.1")]
    [InlineData(
        "glassy: --gate is 'non-inferior=1', expected a margin from 0 and below 1: non-inferior=0.005 allows half a percentage point",
        "a",
        "b",
        "--gate",
        "non-inferior=1")]
    [InlineData("glassy: --on is 'train', expected validation or test", "a", "b", "--on", "train")]
    [InlineData("glassy: --format is 'html', expected text, markdown or json", "a", "b", "--format", "html")]
    [InlineData("glassy: Required argument missing for command: 'compare'", "a")]
    public async Task Wrong_usage_ends_with_2(string expected, params string[] arguments)
    {
        using var project = new ScratchProject();

        var ended = await GlassyProcess.RunAsync(project.Root, ["compare", .. arguments]);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(expected, ended.Errors, StringComparison.Ordinal);
    }
}
