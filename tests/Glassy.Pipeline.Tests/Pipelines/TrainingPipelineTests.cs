using System.Globalization;
using System.Text.RegularExpressions;
using Glassy.Caching;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Tests.Cli;

namespace Glassy.Tests.Pipelines;

[Collection(TorchTests.Name)]
public sealed partial class TrainingPipelineTests
{
    private const string Sweep = """
        dataset: flowers
        run: { epochs: 2, hidden: [4] }
        runs:
          - name: plain
          - { name: seeds, seed: 1..3, normalize: [unit-columns, scale], exclude: [{ seed: 3, normalize: scale }] }
          - { name: long, epochs: 5, set: full }

        """;

    /// <summary>One that diverges between two that do not.</summary>
    private const string Wild = """
        dataset: flowers
        run: { epochs: 2, hidden: [4] }
        runs:
          - name: good
          - { name: wild, learningRate: 1e30, hidden: [64, 64] }
          - { name: better, seed: 2 }
        site: {}

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_wanted_run_is_made_once_whoever_names_it_and_others_wait_until_they_are_asked_for()
    {
        using var project = new PipelineProject(Sweep);

        var first = await RunSetOf(project.Build);
        var second = await RunSetOf(project.Build);
        var full = await RunSetOf(project.Build with { Runs = RecipeSet.Full });

        Assert.Equal(
            [
                "plain", "seeds, seed 1, normalize unit-columns", "seeds, seed 1, normalize scale", "seeds, seed 2, normalize unit-columns",
                "seeds, seed 2, normalize scale", "seeds, seed 3, normalize unit-columns",
            ],
            first.Runs.Select(run => run.Recipe.Label));
        Assert.Equal(first.Runs[0].Run.Id, first.Runs[1].Run.Id); // the same options
        Assert.Equal(5, new RunStore(project.Build.Project).List().Count - 1);
        Assert.Equal(["long"], first.Missing.Select(recipe => recipe.Label));
        Assert.Equal((true, false), (first.Runs.All(run => run.IsNew), second.Runs.Any(run => run.IsNew)));
        Assert.Equal(["long"], full.Runs.Where(run => run.IsNew).Select(run => run.Recipe.Label));
        Assert.Empty(full.Missing);
        Assert.Equal(["plain", "seeds, normalize unit-columns", "seeds, normalize scale", "long"], full.Groups.Select(group => group.Key));
        Assert.Equal(15, full.Runs[^1].Results.Predictions.Count);
    }

    [Fact]
    public async Task Runs_made_side_by_side_are_those_made_alone()
    {
        using var together = new PipelineProject(Sweep);
        using var alone = new PipelineProject("dataset: flowers\nrun: { epochs: 2, hidden: [4], seed: 2 }\n");

        var run = (await RunSetOf(together.Build)).Runs.Single(run => run.Recipe.Label == "seeds, seed 2, normalize unit-columns").Run;
        var same = Assert.Single((await RunSetOf(alone.Build)).Runs).Run;

        Assert.Equal(same.Id, run.Id);
        Assert.Equal(
            await File.ReadAllBytesAsync(new RunStore(alone.Build.Project).FileOf(run.Id, RunFiles.Weights), Token),
            await File.ReadAllBytesAsync(new RunStore(together.Build.Project).FileOf(run.Id, RunFiles.Weights), Token));
    }

    [Fact]
    public async Task A_recipe_that_cannot_be_learned_is_named_and_the_others_are_made()
    {
        using var project = new PipelineProject(Wild);

        var result = await RunAsync(project.Build);

        Assert.StartsWith("wild: training diverged in epoch ", ErrorOf(result), StringComparison.Ordinal);
        var set = result.Of<RunSet>()!; // it is made all the same
        Assert.Equal([("good", true), ("better", true)], set.Runs.Select(run => (run.Recipe.Label, run.IsNew)));
        Assert.Equal("wild", Assert.Single(set.Missing).Label);
        Assert.Equal("wild", Assert.Single(set.Failed).Recipe.Label);
        Assert.Equal(2, new RunStore(project.Build.Project).List().Count);
        Assert.Contains("wild: cannot be made; the other runs go on", project.Said);
    }

    [Fact]
    public async Task The_progress_of_a_set_comes_to_its_end_and_counts_the_failed()
    {
        using var project = new PipelineProject(Wild);
        var progress = new SetBar();

        await RunAsync(project.Build with { Progress = progress });

        Assert.Equal("Training 3 runs", progress.Title);
        Assert.Equal((3 * 2 * 2, 3 * 2 * 2), (progress.Total, progress.Done)); // runs, epochs, batches of 36 pictures
        Assert.Contains("done, 1 failed", progress.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_primary_run_that_cannot_be_made_is_one_error_and_no_advice_to_train_it()
    {
        using var project = new PipelineProject(Wild.Replace("site: {}", "site: { primaryRun: wild }", StringComparison.Ordinal));

        var result = await PipelineProject.RunAsync(
            new DatasetPipeline(project.Build), new TrainingPipeline(project.Build), new RunsPipeline(project.Build));

        Assert.StartsWith("wild: training diverged in epoch ", ErrorOf(result), StringComparison.Ordinal);
        Assert.Equal(2, new RunStore(project.Build.Project).List().Count);
    }

    [Theory]
    [InlineData(
        "validation: 0",
        "wild: training diverged at its end: the model's answer to picture 0 is no number; lower learningRate (now 1E+30)")]
    [InlineData("validation: 0.2", "wild: training diverged in epoch 1: the loss is NaN; lower learningRate (now 1E+30)")]
    public async Task A_training_whose_last_step_leaves_the_numbers_is_no_run(string validation, string expected)
    {
        using var project = new PipelineProject(
            $"dataset: flowers\nruns:\n  - {{ name: wild, learningRate: 1e30, hidden: [64, 64], epochs: 1, batchSize: 100, {validation} }}\n");

        Assert.Equal(expected, ErrorOf(await RunAsync(project.Build)));
        Assert.Empty(new RunStore(project.Build.Project).List());
    }

    [Fact]
    public async Task A_set_with_a_run_that_cannot_be_made_ends_with_1_and_says_what_was_made()
    {
        using var project = new ScratchProject();
        project.Write("glassy.yml", Wild);

        var trained = await GlassyProcess.RunAsync(project.Root, "train");

        Assert.Equal(1, trained.ExitCode);
        Assert.Matches(
            "^warning: wild: cannot be made; the other runs go on\nerror: glassy\\.yml:5:5: wild: training diverged in epoch \\d: [^\n]*\n",
            trained.Errors);
        Assert.EndsWith("1 error; 2 runs recorded, the site is as it was.\n", trained.Output, StringComparison.Ordinal);
        Assert.Equal(2, project.Files("data/runs", "run.json").Count);
    }

    [Fact]
    public async Task Run_folders_that_are_copied_from_elsewhere_count_as_made()
    {
        using var here = new PipelineProject(Sweep);
        using var there = new PipelineProject(Sweep);
        var made = await RunSetOf(there.Build);
        foreach (var run in made.Runs.DistinctBy(run => run.Run.Id))
        {
            foreach (var file in RunFiles.Required)
            {
                here.Write(
                    $"data/runs/{run.Run.Id}/{file}",
                    await File.ReadAllBytesAsync(new RunStore(there.Build.Project).FileOf(run.Run.Id, file), Token));
            }
        }

        Assert.DoesNotContain((await RunSetOf(here.Build)).Runs, run => run.IsNew);
    }

    [Fact]
    public async Task A_run_that_another_process_holds_is_come_back_to_and_is_not_new()
    {
        const string Seeds = "dataset: flowers\nrun: { epochs: 2, hidden: [4] }\nruns:\n  - { name: seeds, seed: 1..3 }\n";
        using var there = new PipelineProject(Seeds);
        var ids = (await RunSetOf(there.Build)).Runs.Select(run => run.Run.Id).ToList();
        using var here = new PipelineProject(Seeds);
        Task<RunSet> making;
        using (Claim.TryTake(Path.Combine(here.Build.CacheFolder, "claims", ids[0])))
        {
            making = RunSetOf(here.Build);
            while (!here.Said.Contains("seeds, seed 1: Waiting for another process that trains seeds, seed 1"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
            }

            Assert.Equal(ids.Skip(1).Order(), new RunStore(here.Build.Project).List().Select(run => run.Id).Order());
            foreach (var file in RunFiles.Required)
            {
                here.Write(
                    $"data/runs/{ids[0]}/{file}",
                    await File.ReadAllBytesAsync(new RunStore(there.Build.Project).FileOf(ids[0], file), Token));
            }
        }

        Assert.Equal([false, true, true], (await making).Runs.Select(run => run.IsNew));
    }

    [Fact]
    public async Task Two_processes_in_one_folder_make_each_run_once_and_a_killed_one_loses_only_its_last_epoch()
    {
        using var project = new ScratchProject();
        project.Write("glassy.yml", "dataset: flowers\nrun: { hidden: [4] }\nruns:\n  - { name: long, epochs: 1500, seed: 1..2 }\n");

        await GlassyProcess.KillAsync(project.Root, until: "long, seed 1: Epoch 9/", "train");
        Assert.Contains(project.Files(".cache/checkpoints", "*"), file => file.Length > 0);
        Assert.Empty(project.Files("data/runs", "run.json"));

        var both = await Task.WhenAll(GlassyProcess.RunAsync(project.Root, "train"), GlassyProcess.RunAsync(project.Root, "train"));

        Assert.All(both, process => Assert.Equal((0, ""), (process.ExitCode, process.Errors)));
        Assert.Equal(2, project.Files("data/runs", "run.json").Count);
        var said = both.Select(process => process.Output).ToList();
        Assert.All(
            ["long, seed 1: Epoch 1500/", "long, seed 2: Epoch 1500/"],
            line => Assert.Single(said, text => text.Contains(line, StringComparison.Ordinal)));
        Assert.DoesNotContain(said, text => text.Contains("long, seed 1: Epoch 5/", StringComparison.Ordinal));
        Assert.Empty(project.Files(".cache/checkpoints", "*"));
        Assert.Equal(2, said.Sum(text => int.Parse(NewRuns().Match(text).Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Runs_are_listed_with_their_recipes_and_those_without_one_are_removed_when_that_is_wanted()
    {
        using var project = new ScratchProject();
        project.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\nruns:\n  - { name: seeds, seed: 1..2 }\n");
        await GlassyProcess.RunAsync(project.Root, "train");
        project.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\nruns:\n  - { name: seeds, seed: 2..3 }\n");

        var listed = await GlassyProcess.RunAsync(project.Root, "runs");
        var asked = await GlassyProcess.RunAsync(project.Root, "runs", "prune");
        var pruned = await GlassyProcess.RunAsync(project.Root, "runs", "prune", "--yes");
        var again = await GlassyProcess.RunAsync(project.Root, "runs", "prune");

        Assert.Equal((0, ""), (listed.ExitCode, listed.Errors));
        Assert.Matches(@"(?m)^[0-9a-f]{16}  \d{4}-\d\d-\d\d +\d+\.\d\d% +\d+\.\d s  \(no recipe\)$", listed.Output);
        Assert.Matches(@"(?m)^[0-9a-f]{16}  .* s  seeds, seed 2$", listed.Output);
        Assert.Matches(@"(?m)^not made yet +seeds, seed 3$", listed.Output);
        Assert.Equal((2, "glassy: nobody is there to be asked: say --yes to remove these runs\n"), (asked.ExitCode, asked.Errors));
        Assert.EndsWith("Removed 1 run\n", pruned.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing to remove: a recipe asks for every recorded run\n", again.Output);
        Assert.Single(project.Files("data/runs", "run.json"));

        Directory.Delete(Path.Combine(project.Root, "data/runs"), recursive: true);
        Assert.EndsWith(
            "The test pictures of 'flowers' were looked at 2 times: 2 runs scored, 0 comparisons\n",
            (await GlassyProcess.RunAsync(project.Root, "runs")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_runs_are_all_named_beside_the_good_ones_and_made_again()
    {
        using var project = new ScratchProject();
        project.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\nruns:\n  - { name: seeds, seed: 1..3 }\n");
        await GlassyProcess.RunAsync(project.Root, "train");
        project.Write("input/index.md", "# Runs\n");
        var ids = RunFolders.Ids(project.Root);
        project.Write($"data/runs/{ids[0]}/run.json", "{");
        project.Write($"data/runs/{ids[1]}/predictions.bin", "GLASSYPR");

        var listed = await GlassyProcess.RunAsync(project.Root, "runs");
        var rendered = await GlassyProcess.RunAsync(project.Root, "render");
        var trained = await GlassyProcess.RunAsync(project.Root, "train");
        var again = await GlassyProcess.RunAsync(project.Root, "runs");

        const string WayOut = "`glassy train` makes it again\n";
        Assert.Equal(1, listed.ExitCode);
        Assert.Matches(
            $"^error: data/runs/{ids[0]}/run.json:1:\\d+: [^\n]*; {WayOut}error: data/runs/{ids[1]}/predictions.bin: [^\n]* {WayOut}$",
            listed.Errors);
        Assert.Matches($"(?m)^{ids[2]}  .* s  seeds, seed \\d$", listed.Output);
        Assert.DoesNotContain("not made yet", listed.Output, StringComparison.Ordinal);
        Assert.Equal(1, rendered.ExitCode);
        Assert.Contains(WayOut, rendered.Errors, StringComparison.Ordinal);
        Assert.Equal(0, trained.ExitCode);
        Assert.Contains("3 recorded, 2 of them new; 0 not made yet", trained.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
    }

    /// <summary>The plain command would not make a run of the full set, and no command one that no recipe names.</summary>
    [Fact]
    public async Task The_way_out_of_a_damaged_run_is_the_command_that_makes_it()
    {
        using var project = new ScratchProject();
        project.Write("input/index.md", "# Runs\n");
        project.Write(
            "glassy.yml",
            "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\nruns:\n  - { name: first }\n  - { name: later, set: full, seed: 2 }\n");
        await GlassyProcess.RunAsync(project.Root, "train");
        var first = Assert.Single(RunFolders.Ids(project.Root));
        await GlassyProcess.RunAsync(project.Root, "train", "--runs", "full");
        var later = Assert.Single(RunFolders.Ids(project.Root), id => id != first);
        project.Write($"data/runs/{later}/run.json", "{");
        project.Write("data/runs/0123456789abcdef/run.json", "{");

        var rendered = await GlassyProcess.RunAsync(project.Root, "render");
        var listed = await GlassyProcess.RunAsync(project.Root, "runs");
        var plain = await GlassyProcess.RunAsync(project.Root, "train");
        var full = await GlassyProcess.RunAsync(project.Root, "train", "--runs", "full");

        Assert.Matches($"(?m)^error: data/runs/{later}/run.json:1:[^\n]*; `glassy train --runs full` makes it again$", rendered.Errors);
        Assert.Matches($"(?m)^error: data/runs/{later}/run.json:1:[^\n]*; `glassy train --runs full` makes it again$", listed.Errors);
        Assert.Matches(
            "(?m)^error: data/runs/0123456789abcdef/run.json:1:[^\n]*; no recipe asks for it: `glassy runs prune` removes it$",
            listed.Errors);
        Assert.Equal((1, 0), (plain.ExitCode, full.ExitCode));
    }

    [GeneratedRegex(@"recorded, (\d) of them new; 0 not made yet")]
    private static partial Regex NewRuns();

    private static string ErrorOf(ExecutionResult result) =>
        Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error).Message;

    // no mistake kept it from being made
    private static async Task<RunSet> RunSetOf(BuildSettings build) => (await RunAsync(build)).Of<RunSet>()!;

    private static Task<ExecutionResult> RunAsync(BuildSettings build) =>
        PipelineProject.RunAsync(new DatasetPipeline(build), new TrainingPipeline(build));

    /// <summary>The one bar of a set, with what it showed last.</summary>
    private sealed class SetBar : IProgressSink, IProgressTask
    {
        private readonly Lock _gate = new();

        public string Title { get; private set; } = "";

        public long Total { get; private set; }

        public long Done { get; private set; }

        public string Detail { get; private set; } = "";

        public IProgressTask Start(string title, long total)
        {
            (Title, Total) = (title, total);
            return this;
        }

        public void Report(long done, string? detail = null)
        {
            lock (_gate)
            {
                (Done, Detail) = done > Done ? (done, detail ?? "") : (Done, Detail);
            }
        }

        public void Message(string line)
        {
        }

        public void Warning(string line)
        {
        }

        public void Dispose()
        {
        }
    }
}
