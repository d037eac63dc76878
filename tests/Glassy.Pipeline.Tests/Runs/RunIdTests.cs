using Glassy.Data;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Runs;

public sealed class RunIdTests
{
    private static readonly TrainingOptions Options = new();
    private static readonly CustomDrawing Drawing = new("7-slanted.png", 1, new byte[] { 1, 2 });

    [Fact]
    public void The_same_content_gives_the_same_id_of_16_hex_digits()
    {
        var again = new TrainingOptions { Hidden = [128, 128] };
        Assert.Matches("^[0-9a-f]{16}$", RunId.Of(Options, SampleRun.Dataset, [Drawing]));
        Assert.Equal(RunId.Of(Options, SampleRun.Dataset, [Drawing]), RunId.Of(again, SampleRun.Dataset, [Drawing]));
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
            RunId.Of(Options, SampleRun.Dataset, []),
            RunId.Of(Options, SampleRun.Dataset, [Drawing]),
            RunId.Of(Options, SampleRun.Dataset, [Drawing with { Label = 0 }]),
            RunId.Of(Options, SampleRun.Dataset, [Drawing with { FileName = "7.png" }]),
            RunId.Of(Options, SampleRun.Dataset, [Drawing with { Pixels = new byte[] { 1, 3 } }]),
            RunId.Of(Options, SampleRun.Dataset with { Name = "renamed" }, []),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(
            RunId.OfTraining(Options, SampleRun.Dataset), RunId.OfTraining(Options, SampleRun.Dataset with { Name = "renamed" }));
    }
}
