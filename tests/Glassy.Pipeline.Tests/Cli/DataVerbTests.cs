using System.Text.Json;

namespace Glassy.Tests.Cli;

/// <summary><c>glassy data</c> on pictures that this test makes: its test pictures are training pictures too.</summary>
public sealed class DataVerbTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task It_tells_counts_balance_and_leaks_of_the_projects_dataset()
    {
        var said = await GlassyProcess.RunAsync(_project.Root, "data");

        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(
            """
            flowers: 3 classes, each 9×6 pixels in colour

            class          train        test
            blue sky          12           5
            grass             12           5
            rose              12           5
            all               36          15

            Every class has 12 pictures to learn from.
            Always answering the same class is right on 33.33% of the test pictures.
            15 of 15 test pictures are training pictures too.
            Pictures that are nearly alike were not looked for: that takes 9 pixels a side.
            For instance:
              test/blue sky/000.png (blue sky) = train/blue sky/000.png (blue sky)
              test/blue sky/001.png (blue sky) = train/blue sky/001.png (blue sky)
              test/blue sky/002.png (blue sky) = train/blue sky/002.png (blue sky)
              test/blue sky/003.png (blue sky) = train/blue sky/003.png (blue sky)
              test/blue sky/004.png (blue sky) = train/blue sky/004.png (blue sky)

            """.ReplaceLineEndings("\n"),
            said.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_is_json_for_programs()
    {
        var said = await GlassyProcess.RunAsync(_project.Root, "data", "--format", "json");

        var report = JsonDocument.Parse(said.Output).RootElement;
        Assert.Equal("flowers", report.GetProperty("name").GetString());
        Assert.Equal(36, report.GetProperty("splits").GetProperty("train").GetProperty("count").GetInt32());
        Assert.Equal(15, report.GetProperty("duplicates").GetProperty("leakedTest").GetArrayLength());
        Assert.Equal(
            "test", report.GetProperty("duplicates").GetProperty("equal")[0].GetProperty("second").GetProperty("split").GetString());
        Assert.Equal(1, report.GetProperty("balance").GetProperty("ratio").GetDouble());
    }

    [Fact]
    public async Task Another_form_is_wrong_usage()
    {
        var said = await GlassyProcess.RunAsync(_project.Root, "data", "--format", "yaml");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("--format is 'yaml', expected text or json", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_of_a_table_that_both_splits_have_are_named()
    {
        _project.Write("labels.csv", "file,label,split,group\ntrain/rose/000.png,rose,train,ann\ntrain/grass/001.png,grass,train,bob\n"
            + "train/rose/005.png,rose,test,bob\ntrain/grass/006.png,grass,test,cy\n");
        _project.Write("glassy.yml", "dataset: { path: flowers, labels: labels.csv }\n");

        var said = await GlassyProcess.RunAsync(_project.Root, "data");

        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Contains("No picture occurs twice between the splits.\n", said.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(
            "1 of 2 groups of the test split is also in the training split, with 1 of 2 test pictures:",
            said.Output,
            StringComparison.Ordinal);
        Assert.Contains("Groups in both splits: bob\n", said.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
