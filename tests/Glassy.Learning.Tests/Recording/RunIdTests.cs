using System.Security.Cryptography;
using System.Text;
using Glassy.Models;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Tests.Recording;

public sealed class RunIdTests
{
    private static readonly TrainingOptions Options = new();

    [Fact]
    public void The_same_content_gives_the_same_id_of_16_hex_digits()
    {
        var again = new TrainingOptions { Hidden = [128, 128] };
        Assert.Matches("^[0-9a-f]{16}$", RunId.Of(Options, SampleRun.Dataset));
        Assert.Equal(RunId.Of(Options, SampleRun.Dataset), RunId.Of(again, SampleRun.Dataset));
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
            Options with { Validation = 0.1 },
            Options with { Preprocess = "binarize" }, Options with { Channels = [16] }, Options with { Dropout = 0.5 },
            Options with { Schedule = LearningSchedule.Cosine }, Options with { WeightDecay = 0.1 },
            Options with { ClassWeights = ClassWeighting.Balanced }, Options with { LabelSmoothing = 0.1 },
            Options with { Augment = "shift 2" }, Options with { Patience = 3 },
        ];
        var keys = others.Select(options => RunId.OfTraining(options, SampleRun.Dataset))
            .Append(RunId.OfTraining(Options, SampleRun.Dataset))
            .Append(RunId.OfTraining(Options, SampleRun.Dataset with { Sha256 = new string('b', 64) }));
        Assert.Equal(20, keys.Distinct().Count());
        Assert.Equal(18, typeof(TrainingOptions).GetProperties().Length); // a new option belongs into the list above
    }

    [Fact]
    public void A_key_that_came_later_counts_only_where_it_is_not_at_its_default()
    {
        // What was hashed before there was such a key.
        var identity = $$"""
            {
              "recipe": 2,
              "torchSharp": "{{TensorLibrary.Version}}",
              "options": {
                "model": "mlp",
                "hidden": [
                  128,
                  128
                ],
                "epochs": 4,
                "batchSize": 32,
                "learningRate": 0.001,
                "normalize": "unit-columns",
                "seed": 1,
                "threads": 1
              },
              "dataset": "{{SampleRun.Dataset.Sha256}}"
            }
            """;
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));

        Assert.Equal(expected, RunId.OfTraining(Options, SampleRun.Dataset));
        Assert.Equal(expected, RunId.OfTraining(Options with { Preprocess = " none" }, SampleRun.Dataset));
        Assert.NotEqual(expected, RunId.OfTraining(Options with { Preprocess = "dilate" }, SampleRun.Dataset));
        Assert.Equal(
            RunId.OfTraining(Options with { Preprocess = "binarize+dilate" }, SampleRun.Dataset),
            RunId.OfTraining(Options with { Preprocess = "binarize + dilate" }, SampleRun.Dataset));
    }

    [Fact]
    public void The_datasets_name_changes_the_run_but_not_the_training()
    {
        var renamed = SampleRun.Dataset with { Name = "renamed" };
        Assert.NotEqual(RunId.Of(Options, SampleRun.Dataset), RunId.Of(Options, renamed));
        Assert.Equal(RunId.OfTraining(Options, SampleRun.Dataset), RunId.OfTraining(Options, renamed));
    }
}
