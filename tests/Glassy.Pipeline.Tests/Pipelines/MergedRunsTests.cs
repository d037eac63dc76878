using Glassy.Execution;
using Glassy.Pipelines;

namespace Glassy.Tests.Pipelines;

/// <summary>A site depends on what its runs are, not on how they came into the folder.</summary>
[Collection(TorchTests.Name)]
public sealed class MergedRunsTests
{
    private const string Config = """
        dataset: flowers
        run: { epochs: 1, hidden: [4] }
        runs:
          - name: plain
          - { name: guess, preprocess: [none, dilate], seed: 1..3 }
        site: { title: Flowers, url: "https://example.org" }

        """;

    private const string Page = """
        # All of them

        <RunTable />

        <RunTable recipe="guess" />

        <Hypothesis recipe="guess" />

        <SeedSpread recipe="guess" />

        <CompareRuns a="guess, preprocess none, seed 1" b="guess, preprocess dilate, seed 3" />

        <Headline />
        <LearningCurve />
        <TrainingLog />
        <DatasetCard />
        <ErrorsExplorer />
        <WorkspaceTree depth={3} />

        """;

    [Fact]
    public async Task Sites_of_halves_merged_in_either_order_are_the_same_in_every_byte()
    {
        using var made = new PipelineProject(Config);
        await BuildPipelines.OfTraining(made.Build).RunAsync(TestContext.Current.CancellationToken);
        var ids = RunFolders.Ids(made.Build.Project.Root);
        var (left, right) = (ids.Take(3).ToList(), ids.Skip(3).ToList());
        Assert.Equal((3, 3), (left.Count, right.Count));

        var one = await SiteOfAsync(made.Build.Project, [.. left, .. right], DateTime.UnixEpoch);
        var other = await SiteOfAsync(
            made.Build.Project, [.. right.AsEnumerable().Reverse(), .. left.AsEnumerable().Reverse()], DateTime.UnixEpoch.AddYears(40));

        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.True(one.Count > 50);
        Assert.All(one, file => Assert.True(file.Value.SequenceEqual(other[file.Key]), file.Key));
    }

    /// <param name="from">Where the runs were made.</param>
    /// <param name="ids">In the order in which they are copied.</param>
    /// <param name="time">When each of their files says that it was changed.</param>
    /// <returns>Every file of the site, by its path.</returns>
    private static async Task<Dictionary<string, byte[]>> SiteOfAsync(ProjectFolder from, IReadOnlyList<string> ids, DateTime time)
    {
        using var project = new ScratchProject();
        project.Write("glassy.yml", Config);
        project.Write("input/index.mdx", Page);
        RunFolders.Copy(from.Root, project.Root, ids);
        foreach (var file in project.Files("data/runs", "*"))
        {
            File.SetLastWriteTimeUtc(Path.Combine(project.Root, file), time);
        }

        var built = await BuiltProject.BuildAsync(project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        return project.Files("output", "*").ToDictionary(file => file, file => File.ReadAllBytes(Path.Combine(project.Root, file)));
    }
}
