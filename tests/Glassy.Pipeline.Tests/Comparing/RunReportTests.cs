using System.Text.Json.Nodes;
using Glassy.Comparing;
using Glassy.Comparison;
using Glassy.Diagnostics;
using Glassy.Runs;

namespace Glassy.Tests.Comparing;

public sealed class RunReportTests
{
    private static readonly Gate[] NonInferior = [Gate.Parse("non-inferior=0.005", out _)!]; // it is one

    [Fact]
    public async Task Not_significant_is_not_no_worse()
    {
        using var project = await ComparedProject.OfTheIssueAsync();

        var report = Of(project, ComparedSplit.Validation, NonInferior);

        Assert.Equal(new PairedCounts(477, 11, 4, 8), report.Counts);
        Assert.Equal(0.12, Math.Round(report.McNemar.Exact, 2));
        Assert.False(report.Passes);
        Assert.True(Of(project, ComparedSplit.Validation, [], failOnRegression: true).Passes); // the interval holds 0
        Assert.Equal(
            """
            base      aaaaaaaaaaaaaaaa  97.60%
            head      bbbbbbbbbbbbbbbb  96.20%
            on        500 validation pictures of 'tiny', held out of training (validation: 0.1)
            accuracy  head minus base −1.40 points, 95% interval −3.198 to 0.135 (Tango, paired by picture)
            pictures  11 broken, 4 repaired
            McNemar   exact p = 0.118, mid-p = 0.077
            looks     at the test pictures 2 times: 2 runs scored, 0 comparisons; this is none of them
            FAILS     non-inferior=0.005: accuracy is not shown to be at most 0.50 points worse: of 500 pictures 11 broken and 4 repaired: −1.40 points, 95% interval −3.198 to 0.135 (Tango), whose lower end would have to be above −0.50

            """,
            ReportText.Write(report));
    }

    [Fact]
    public async Task A_run_that_is_shown_to_be_worse_fails_where_that_is_asked_for_and_a_gate_that_holds_is_said_too()
    {
        using var project = new ComparedProject();
        await project.RecordAsync(ComparedProject.Base, [0, 1]);
        await project.RecordAsync(ComparedProject.Head, [.. Enumerable.Range(0, 20)]);

        var report = Of(project, ComparedSplit.Validation, [Gate.Parse("accuracy-lower-bound=0.9", out _)!], failOnRegression: true);

        Assert.Equal(
            [("accuracy-lower-bound=0.9", true), ("fail-on-regression", false)],
            report.Gates.Select(gate => (gate.Gate, gate.Verdict.Passes)));
        Assert.Matches(
            @"^accuracy is worse: of 500 pictures 18 broken and 0 repaired: −3\.60 points, 95% interval −5\.\d+ to −2\.\d+ \(Tango\)$",
            report.Gates[1].Verdict.Reason);
        Assert.False(report.Passes);
    }

    [Fact]
    public async Task A_comment_begins_with_its_mark_and_what_others_wrote_is_no_markup_in_it()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        var head = project.Find(ComparedProject.Head) with { Recipe = "a|b <img> @you `c`" };

        var report = RunReport.Of(project.Folder, project.Find(ComparedProject.Base), head, ComparedSplit.Validation, NonInferior, false);

        Assert.Equal(
            """
            <!-- glassy compare -->
            ### Glassy: head does not pass

            | | base | head |
            |---|---|---|
            | run | <code>aaaaaaaaaaaaaaaa</code> | <code>bbbbbbbbbbbbbbbb</code> |
            | recipe | <code>aaaaaaaaaaaaaaaa</code> | <code>a&#124;b &#60;img&#62; &#64;you &#96;c&#96;</code> |
            | accuracy | 97.60% | 96.20% |

            Head minus base: **−1.40 points**, 95% interval −3.198 to 0.135 (Tango, paired by picture). Of 500 validation pictures of <code>tiny</code> 11 broken and 4 repaired; McNemar's test: exact p = 0.118, mid-p = 0.077.

            | gate | | |
            |---|---|---|
            | <code>non-inferior=0.005</code> | **fails** | accuracy is not shown to be at most 0.50 points worse: of 500 pictures 11 broken and 4 repaired: −1.40 points, 95% interval −3.198 to 0.135 (Tango), whose lower end would have to be above −0.50 |

            <sub>Looks at the test pictures 2 times: 2 runs scored, 0 comparisons; this is none of them.</sub>

            """,
            ReportMarkdown.Write(report));
    }

    [Theory]
    [InlineData("### Glassy: two runs compared\n")]
    [InlineData("### Glassy: head passes\n", "non-inferior=0.035")]
    [InlineData("### Glassy: head does not pass\n", "non-inferior=0.035", "non-inferior=0.005")]
    public async Task A_comment_says_at_its_top_whether_the_run_passes(string expected, params string[] gates)
    {
        using var project = await ComparedProject.OfTheIssueAsync();

        var report = Of(project, ComparedSplit.Validation, [.. gates.Select(gate => Gate.Parse(gate, out _)!)]); // they are gates

        Assert.Contains(expected, ReportMarkdown.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_figures_unrounded()
    {
        using var project = await ComparedProject.OfTheIssueAsync();

        var json = JsonNode.Parse(ReportJson.Write(Of(project, ComparedSplit.Validation, NonInferior)))!; // it is an object

        Assert.Equal((500, 11, 4), ((int)json["pictures"]!, (int)json["broken"]!, (int)json["repaired"]!));
        Assert.Equal(-0.014, (double)json["accuracy"]!["difference"]!, 12);
        Assert.Equal(-0.03198, (double)json["accuracy"]!["interval"]!["low"]!, 5);
        Assert.Equal("validation", (string?)json["on"]);
        Assert.Equal((ComparedProject.Base, 0.976), ((string?)json["base"]!["run"], (double)json["base"]!["accuracy"]!));
        Assert.Equal(("non-inferior=0.005", false), ((string?)json["gates"]![0]!["gate"], (bool)json["gates"]![0]!["passes"]!));
        Assert.False((bool)json["passes"]!);
    }

    [Fact]
    public async Task Each_question_to_the_test_pictures_counts_once_and_one_to_the_validation_pictures_does_not()
    {
        using var project = await ComparedProject.OfTheIssueAsync();

        Of(project, ComparedSplit.Validation, NonInferior);
        Assert.Empty(project.Files("data/looks", "*"));
        var first = Of(project, ComparedSplit.Test, []);
        var again = Of(project, ComparedSplit.Test, []);
        var other = Of(project, ComparedSplit.Test, NonInferior);
        var bound = Gate.Parse("accuracy-lower-bound=0.1", out _)!; // it is one
        Of(project, ComparedSplit.Test, [bound, .. NonInferior]);
        Of(project, ComparedSplit.Test, [.. NonInferior, bound, bound]);
        var after = Of(project, ComparedSplit.Validation, []);

        Assert.Equal(3, first.Counts.Total);
        Assert.Equal([new(2, 1), new(2, 1), new(2, 2), new(2, 3)], [first.Looks, again.Looks, other.Looks, after.Looks]);
        Assert.Equal(3, project.Files("data/looks", "*.json").Count);
        Assert.Contains(
            "looks     at the test pictures 3 times: 2 runs scored, 1 comparison, this one included\n",
            ReportText.Write(first),
            StringComparison.Ordinal);
        Assert.Contains("on        3 test pictures of 'tiny'\n", ReportText.Write(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_compared_with_itself_is_noticed()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        var (first, second) = (project.Find(ComparedProject.Base), project.Find(ComparedProject.Head));

        Assert.True(RunReport.Of(project.Folder, first, first, ComparedSplit.Validation, [], false).IsOfOneRun);
        Assert.False(RunReport.Of(project.Folder, first, second, ComparedSplit.Validation, [], false).IsOfOneRun);
    }

    [Fact]
    public async Task A_run_that_answers_otherwise_is_looked_at_anew_one_trained_anew_to_the_same_answers_is_not()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        using var elsewhere = new ComparedProject();
        var foreign = await elsewhere.RecordAsync("cccccccccccccccc", []);

        var before = Of(project, ComparedSplit.Test, []);
        await File.AppendAllTextAsync(
            project.Store.FileOf(ComparedProject.Head, RunFiles.Weights), "other", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(
            project.Store.FileOf(ComparedProject.Head, RunFiles.Json), "\n", TestContext.Current.CancellationToken);
        var same = Of(project, ComparedSplit.Test, []);
        var predictions = project.Store.FileOf(ComparedProject.Head, RunFiles.Predictions);
        var bytes = await File.ReadAllBytesAsync(predictions, TestContext.Current.CancellationToken);
        bytes[^4] ^= 1; // the last bit of the last number
        await File.WriteAllBytesAsync(predictions, bytes, TestContext.Current.CancellationToken);
        var after = Of(project, ComparedSplit.Test, []);
        var third = RunReport.Of(project.Folder, project.Find(ComparedProject.Base), foreign, ComparedSplit.Validation, [], false);

        Assert.Equal([new(2, 1), new(2, 1), new(2, 2), new(3, 2)], [before.Looks, same.Looks, after.Looks, third.Looks]);
        Assert.Empty(elsewhere.Files("data/looks", "*"));
    }

    [Fact]
    public async Task A_run_without_validation_pictures_says_what_to_do_and_is_not_compared_on_others()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        await project.RecordAsync("cccccccccccccccc", null, run => run with { Options = run.OwnOptions with { Validation = 0 } });
        await project.RecordAsync("dddddddddddddddd", null);

        Assert.Equal(
            "'cccccccccccccccc' held no pictures out of training to compare on (validation: 0): train with, say, --set run.validation=0.1; --on test compares on the test pictures, and counts as a look at them",
            MistakeOf(project, ComparedProject.Base, "cccccccccccccccc"));
        Assert.Equal(
            "'dddddddddddddddd' was recorded before runs kept what they say of held out pictures: remove the run's folder dddddddddddddddd and train it again; --on test compares on the test pictures, and counts as a look at them",
            MistakeOf(project, "dddddddddddddddd", ComparedProject.Base));
        Assert.Empty(project.Files("data/looks", "*"));
    }

    [Fact]
    public async Task Runs_of_other_pictures_or_classes_are_not_compared()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        await project.RecordAsync(
            "cccccccccccccccc", [], run => run with { Dataset = run.Dataset with { Name = "other", Sha256 = new string('b', 64) } });
        await project.RecordAsync("dddddddddddddddd", [], run => run with { Dataset = run.Dataset with { Classes = ["left", "up"] } });
        var smaller = ComparedProject.Dataset with { Train = new(1000, [500, 500]) };
        await project.RecordAsync(
            "eeeeeeeeeeeeeeee", [], run => run with { Dataset = smaller, Options = run.OwnOptions with { Validation = 0.5 } });

        Assert.Equal(
            "the runs were made on other pictures: 'aaaaaaaaaaaaaaaa' on 'tiny' (aaaaaaaaaaaa), 'cccccccccccccccc' on 'other' (bbbbbbbbbbbb); runs are compared on the same",
            MistakeOf(project, ComparedProject.Base, "cccccccccccccccc"));
        Assert.Equal(
            "the runs know other classes: 'aaaaaaaaaaaaaaaa' left, right; 'dddddddddddddddd' left, up; runs are compared on the same pictures",
            MistakeOf(project, ComparedProject.Base, "dddddddddddddddd"));
        Assert.Equal(
            "'aaaaaaaaaaaaaaaa' holds out other pictures than 'eeeeeeeeeeeeeeee' (validation: 0.1 and 0.5): train both with the same, or compare them --on test",
            MistakeOf(project, ComparedProject.Base, "eeeeeeeeeeeeeeee"));
    }

    private static string MistakeOf(ComparedProject project, string first, string second) => Assert.Single(
        Assert.Throws<DiagnosticException>(() => RunReport.Of(
            project.Folder, project.Find(first), project.Find(second), ComparedSplit.Validation, [], false)).Diagnostics).Message;

    private static RunReport Of(ComparedProject project, ComparedSplit on, IReadOnlyList<Gate> gates, bool failOnRegression = false) =>
        RunReport.Of(project.Folder, project.Find(ComparedProject.Base), project.Find(ComparedProject.Head), on, gates, failOnRegression);
}
