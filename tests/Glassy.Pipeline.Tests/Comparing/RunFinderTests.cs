using Glassy.Comparing;
using Glassy.Diagnostics;
using Glassy.Pipelines;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Tests.Pipelines;

namespace Glassy.Tests.Comparing;

[Collection(TorchTests.Name)]
public sealed class RunFinderTests
{
    private const string Config = """
        dataset: flowers
        run: { epochs: 1, hidden: [4] }
        runs:
          - name: plain
          - { name: seeds, seed: 1..2 }
          - { name: later, epochs: 2, set: full }

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_found_by_recipe_id_folder_and_project()
    {
        using var project = await TrainedAsync();
        var (root, finder) = (project.Build.Project.Root, FinderIn(project));
        var runs = new RunStore(project.Build.Project).List().ToDictionary(run => run.OwnOptions.Seed, run => run.Id);

        Assert.Equal((runs[1], "plain"), await FoundAsync(finder, "plain"));
        Assert.Equal((runs[2], "seeds, seed 2"), await FoundAsync(finder, "seeds, seed 2"));
        Assert.Equal((runs[2], null), await FoundAsync(finder, runs[2][..5]));
        Assert.Equal((runs[2], null), await FoundAsync(finder, Path.Combine(root, "data", "runs", runs[2]) + "/"));
        Assert.Equal((runs[1], "plain"), await FoundAsync(finder, root));
        Assert.Equal((runs[2], "seeds, seed 2"), await FoundAsync(finder, $"{root}#seeds, seed 2"));
        Assert.Equal((runs[2], null), await FoundAsync(finder, $"{root}#{runs[2]}"));
    }

    [Fact]
    public async Task A_run_folder_that_lies_anywhere_is_read()
    {
        using var project = await TrainedAsync();
        var id = new RunStore(project.Build.Project).List()[0].Id;
        Directory.Move(Path.Combine(project.Build.Project.Root, "data", "runs", id), Path.Combine(project.Build.Project.Root, id));

        var found = await FinderIn(project).FindAsync(Path.Combine(project.Build.Project.Root, id), Token);

        Assert.Equal(15, found.Store.LoadPredictions(found.Run).Count);
    }

    /// <summary>The branch that a pull request goes to may have a program that gives the same recipe another id.</summary>
    [Fact]
    public async Task The_run_of_a_recipe_is_found_that_another_version_has_recorded_under_another_id()
    {
        using var project = await TrainedAsync();
        var store = new RunStore(project.Build.Project);
        var run = store.List().Single(run => run.OwnOptions.Seed == 1);
        var (folder, other) = (Path.Combine(project.Build.Project.Root, "data", "runs"), new string('f', 16));
        Directory.Move(Path.Combine(folder, run.Id), Path.Combine(folder, other));
        await File.WriteAllBytesAsync(store.FileOf(other, RunFiles.Json), RunSerializer.Write(run with { Id = other }), Token);

        Assert.Equal((other, "plain"), await FoundAsync(FinderIn(project), "plain"));
    }

    [Fact]
    public async Task What_is_no_run_is_said_with_what_there_is()
    {
        using var project = await TrainedAsync();
        project.Write("empty/x.txt", "");
        var (finder, empty) = (FinderIn(project), Path.Combine(project.Build.Project.Root, "empty"));

        Assert.Matches(
            @"^'plane': no recipe, id of a recorded run or folder is called so; did you mean `plain`\?; recipes: plain; seeds, seed 1; seeds, seed 2; later; recorded: [0-9a-f]{16} \(flowers, ",
            await MistakeAsync(finder, "plane"));
        Assert.StartsWith("'': no recipe, id ", await MistakeAsync(finder, ""), StringComparison.Ordinal);
        Assert.StartsWith($"'{empty}#x': no recipe, id ", await MistakeAsync(finder, $"{empty}#x"), StringComparison.Ordinal);
        Assert.Equal(
            "'seeds': the recipe makes 2 runs, expected one of: seeds, seed 1; seeds, seed 2", await MistakeAsync(finder, "seeds"));
        Assert.Matches(
            @"^'later': the run of the recipe 'later' on 'flowers' is not recorded \([0-9a-f]{16}\); `glassy train --runs full` makes it$",
            await MistakeAsync(finder, "later"));
        Assert.Equal(
            $"'{empty}': the folder is neither a run (it has no run.json) nor a project (it has neither glassy.yml nor data/runs)",
            await MistakeAsync(finder, empty));
    }

    [Fact]
    public async Task A_beginning_that_several_ids_have_is_refused()
    {
        using var project = await ComparedProject.OfTheIssueAsync();
        await project.RecordAsync("aaaabbbbbbbbbbbb", []);
        var build = new BuildSettings(project.Folder, project.Root, project.Root, new(), Glassy.Progress.NoProgress.Instance);

        Assert.Equal(
            "'aaaa': more than one run begins so: aaaaaaaaaaaaaaaa, aaaabbbbbbbbbbbb",
            await MistakeAsync(new RunFinder(build, _ => build), "aaaa"));
        // so short a name is a folder's, or nobody's
        Assert.DoesNotContain("more than one run", await MistakeAsync(new RunFinder(build, _ => build), "aaa"), StringComparison.Ordinal);
    }

    private static async Task<PipelineProject> TrainedAsync()
    {
        var project = new PipelineProject(Config);
        await BuildPipelines.OfTraining(project.Build with { Runs = RecipeSet.Quick }).RunAsync(Token);
        return project;
    }

    private static RunFinder FinderIn(PipelineProject project) =>
        new(project.Build, folder => project.Build with { Project = new(folder) });

    private static async Task<(string Id, string? Recipe)> FoundAsync(RunFinder finder, string asked)
    {
        var found = await finder.FindAsync(asked, Token);
        Assert.Equal(asked, found.Asked);
        return (found.Run.Id, found.Recipe);
    }

    private static async Task<string> MistakeAsync(RunFinder finder, string asked) =>
        Assert.Single((await Assert.ThrowsAsync<DiagnosticException>(() => finder.FindAsync(asked, Token))).Diagnostics).Message;
}
