using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Tests.Recording;

public sealed class RunIdTests
{
    private static readonly TrainingOptions Options = new();
    private const string Drawings = "drawings";

    [Fact]
    public void The_same_content_gives_the_same_id_of_16_hex_digits()
    {
        var again = new TrainingOptions { Hidden = [128, 128] };
        Assert.Matches("^[0-9a-f]{16}$", RunId.Of(Options, SampleRun.Dataset, Drawings));
        Assert.Equal(RunId.Of(Options, SampleRun.Dataset, Drawings), RunId.Of(again, SampleRun.Dataset, Drawings));
        Assert.Equal(RunId.OfTraining(Options, SampleRun.Dataset), RunId.OfTraining(again, SampleRun.Dataset));
    }

    [Fact]
    public void Every_option_and_the_data_change_the_training()
    {
        TrainingOptions[] others =
        [
            Options with { Model = "other" }, Options with { Hidden = [128] }, Options with { Epochs = 5 },
            Options with { BatchSize = 33 }, Options with { LearningRate = 2e-3 },
            Options with { Normalize = Normalization.Scale }, Options with { Seed = 2 }, Options with { Threads = 2 },
        ];
        var keys = others.Select(options => RunId.OfTraining(options, SampleRun.Dataset))
            .Append(RunId.OfTraining(Options, SampleRun.Dataset))
            .Append(RunId.OfTraining(Options, SampleRun.Dataset with { Sha256 = new string('b', 64) }));
        Assert.Equal(10, keys.Distinct().Count());
        Assert.Equal(8, typeof(TrainingOptions).GetProperties().Length); // a new option belongs into the list above
    }

    [Fact]
    public void Drawings_change_the_run_but_not_the_training()
    {
        string[] ids =
        [
            RunId.Of(Options, SampleRun.Dataset, Drawings),
            RunId.Of(Options, SampleRun.Dataset, "others"),
            RunId.Of(Options, SampleRun.Dataset with { Name = "renamed" }, Drawings),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(
            RunId.OfTraining(Options, SampleRun.Dataset), RunId.OfTraining(Options, SampleRun.Dataset with { Name = "renamed" }));
    }
}
