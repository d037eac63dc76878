using System.Text.Json.Nodes;
using Glassy.Datasets.Options;
using Glassy.Recipes;
using Glassy.Tests.Cli;

namespace Glassy.Tests.Pipelines;

/// <summary>One project on several machines: each is a folder of its own here, with a process of its own.</summary>
[Collection(TorchTests.Name)]
public sealed class ShardTests
{
    private const string Sweep = """
        dataset: flowers
        run: { epochs: 2, hidden: [4] }
        runs:
          - name: plain
          - { name: sweep, epochs: [2, 1500], seed: 1..2, validation: 0.25, set: full }

        """;

    [Fact]
    public async Task Shards_of_which_one_is_killed_and_started_again_make_the_bytes_of_one_process()
    {
        using var one = Project(Sweep);
        using var merged = Project(Sweep);
        using var first = Project(Sweep);
        using var second = Project(Sweep);

        await GlassyProcess.KillAsync(
            first.Root, until: "sweep, epochs 1500, seed 1: Epoch 9/", "train", "--shard", "1/2", "--runs", "full");
        Assert.NotEmpty(first.Files(".cache/checkpoints", "*"));
        var ended = await Task.WhenAll(
            GlassyProcess.RunAsync(one.Root, "train", "--runs", "full"),
            GlassyProcess.RunAsync(first.Root, "train", "--shard", "1/2", "--runs", "full"),
            GlassyProcess.RunAsync(second.Root, "train", "--shard", "2/2", "--runs", "full"));

        Assert.All(ended, process => Assert.Equal((0, ""), (process.ExitCode, process.Errors)));
        Assert.DoesNotContain("Epoch 5/1500", ended[1].Output, StringComparison.Ordinal);
        Assert.Contains("Epoch 1500/1500", ended[1].Output, StringComparison.Ordinal);
        Assert.Contains("  shard     1/2: 2 of 5 runs\n", ended[1].Output, StringComparison.Ordinal);
        Assert.Contains("  shard     2/2: 3 of 5 runs\n", ended[2].Output, StringComparison.Ordinal);
        Assert.Empty(RunFolders.Ids(first.Root).Intersect(RunFolders.Ids(second.Root)));
        RunFolders.Copy(second.Root, merged.Root, RunFolders.Ids(second.Root));
        RunFolders.Copy(first.Root, merged.Root, RunFolders.Ids(first.Root));
        Assert.Equal(RunFolders.Results(one.Root), RunFolders.Results(merged.Root));
        var again = await GlassyProcess.RunAsync(merged.Root, "train", "--runs", "full");
        Assert.Contains("  runs      5 recorded, 0 of them new; 0 not made yet\n", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_the_shards_that_have_runs_to_make_in_one_line_and_nothing_else()
    {
        using var project = Project(Sweep);

        var all = await GlassyProcess.RunAsync(project.Root, "plan", "--shards", "3", "--runs", "full");
        var quick = await GlassyProcess.RunAsync(project.Root, "plan", "--shards", "3");
        await GlassyProcess.RunAsync(project.Root, "train", "--shard", "1/1");
        var made = await GlassyProcess.RunAsync(project.Root, "plan", "--shards", "3");

        Assert.Equal(
            """
            {"include":[
            {"number":1,"shard":"1/3","pictures":40500,"cost":2051730000,"runs":["sweep, epochs 1500, seed 1"]},
            {"number":2,"shard":"2/3","pictures":40500,"cost":2051730000,"runs":["sweep, epochs 1500, seed 2"]},
            {"number":3,"shard":"3/3","pictures":180,"cost":9118800,"runs":["plain","sweep, epochs 2, seed 1","sweep, epochs 2, seed 2"]}
            ]}
            """.ReplaceLineEndings("") + "\n",
            all.Output);
        Assert.Equal(
            "{\"include\":[{\"number\":1,\"shard\":\"1/3\",\"pictures\":72,\"cost\":3647520,\"runs\":[\"plain\"]}]}\n", quick.Output);
        Assert.Equal("{\"include\":[]}\n", made.Output);
        Assert.All([all, quick, made], process => Assert.Equal((0, ""), (process.ExitCode, process.Errors)));
        Assert.IsType<JsonArray>(JsonNode.Parse(all.Output)?["include"]);
    }

    [Fact]
    public async Task A_model_that_has_more_to_multiply_leaves_more_of_the_others_to_the_next_machine()
    {
        using var project = Project(
            "dataset: flowers\nrun: { hidden: [4] }\nruns:\n  - { name: plain, seed: 1..3 }\n  - { name: cnn, model: cnn }\n");

        var plan = await GlassyProcess.RunAsync(project.Root, "plan", "--shards", "2");

        Assert.Equal(
            [["cnn"], ["plain, seed 1", "plain, seed 2", "plain, seed 3"]],
            // as above
            JsonNode.Parse(plan.Output)!["include"]!.AsArray().Select(job => job!["runs"]!.AsArray().Select(run => (string?)run)));
    }

    [Fact]
    public async Task A_shard_without_runs_makes_none_and_says_why()
    {
        using var project = Project(Sweep);

        var ended = await GlassyProcess.RunAsync(project.Root, "train", "--shard", "2/2");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("  shard     2/2: nothing to make, of 1 run for 2 shards\n", ended.Output, StringComparison.Ordinal);
        Assert.Empty(RunFolders.Ids(project.Root));
    }

    [Fact]
    public async Task A_dataset_that_each_machine_chooses_for_itself_is_warned_of()
    {
        using var project = new PipelineProject(Sweep);
        var config = project.Build.Config with { Dataset = new DatasetOptions() };

        var result = await PipelineProject.RunAsync(
            new TestPipeline<Glassy.Pipelines.FoundDataset>(
                nameof(Glassy.Pipelines.DatasetPipeline),
                _ => new(SampleRun.Dataset, null, new(() => throw new InvalidOperationException("not read")))),
            new Glassy.Pipelines.TrainingPipeline(project.Build with { Config = config, Shard = new Shard(2, 2) }));

        Assert.StartsWith(
            "`dataset: auto` is 'tiny' on this machine and may be another on the next: say --dataset tiny",
            Assert.Single(result.Diagnostics).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("9/8")]
    [InlineData("two")]
    public async Task A_shard_that_is_none_is_wrong_usage(string shard)
    {
        using var project = Project(Sweep);

        var ended = await GlassyProcess.RunAsync(project.Root, "train", "--shard", shard);

        Assert.Equal(
            (2, $"glassy: --shard is '{shard}', expected <number>/<count>, such as 2/8: a number from 1 to the count, and that to 10000\nTry: glassy --help\n"),
            (ended.ExitCode, ended.Errors));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("many")]
    public async Task A_plan_for_no_number_of_machines_is_wrong_usage(string shards)
    {
        using var project = Project(Sweep);

        var ended = await GlassyProcess.RunAsync(project.Root, "plan", "--shards", shards);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            $"glassy: --shards is '{shards}', expected a whole number from 1 to 10000\n", ended.Errors, StringComparison.Ordinal);
    }

    private static ScratchProject Project(string config)
    {
        var project = new ScratchProject();
        project.Write("glassy.yml", config);
        return project;
    }
}
