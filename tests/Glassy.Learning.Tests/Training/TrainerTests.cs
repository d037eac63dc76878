using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Progress;
using Glassy.Runs;
using Glassy.Training;
using TorchSharp;

namespace Glassy.Tests.Training;

[Collection(TorchTests.Name)]
public sealed class TrainerTests
{
    private static readonly ImageShape Grey = new(12, 9, 1);
    private readonly Trainer _trainer = new(TimeProvider.System);

    [Fact]
    public void Overfits_20_pictures_of_pure_noise()
    {
        var noise = new byte[20 * Grey.Length];
        new Random(5).NextBytes(noise);
        var split = new LabeledImages(Grey, noise, [.. Enumerable.Range(0, 20).Select(i => i % 4)]);
        var dataset = new ImageDataset("noise", ["a", "b", "c", "d"], split, split);

        var result = Train(dataset, new TrainingOptions { Epochs = 60, BatchSize = 5 });

        var evaluated = Evaluator.Evaluate(result.Model, split, CancellationToken.None);
        Assert.All(evaluated.Predictions, prediction => Assert.True(prediction.IsCorrect));
        Assert.InRange(evaluated.Loss, 0, 0.05);
    }

    [Theory]
    [InlineData("mlp", new[] { 105, 16, 3 })]
    [InlineData("cnn", new[] { 5, 2, 2, 2, 1, 1, 32, 16, 3 })]
    public void Colour_pictures_of_three_classes_and_odd_size_are_learnt(string model, int[] lengths)
    {
        var dataset = SmallDatasets.Make(new ImageShape(5, 7, 3), classes: 3, trainPerClass: 40, testPerClass: 10);
        var result = Train(dataset, new TrainingOptions { Model = model, Hidden = [16], BatchSize = 7, Epochs = 6 });
        Assert.All(
            Evaluator.Evaluate(result.Model, dataset.Test, CancellationToken.None).Predictions,
            prediction => Assert.True(prediction.IsCorrect));
        Assert.Equal(lengths, result.Info.Layers.Select(layer => layer.OutputShape[0]));
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    public void Same_options_give_the_same_bits_and_another_seed_gives_others(string model)
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        var options = new TrainingOptions { Model = model, Epochs = 2 };

        var first = Train(dataset, options);
        var second = Train(dataset, options);
        var other = Train(dataset, options with { Seed = 2 });

        Assert.Equal(first.Model.Weights.Arrays.Count, second.Model.Weights.Arrays.Count);
        Assert.All(
            first.Model.Weights.Arrays.Zip(second.Model.Weights.Arrays),
            pair => Assert.Equal(Bits(pair.First.Values), Bits(pair.Second.Values)));
        Assert.NotEqual(Bits(first.Model.Weights.Arrays[0].Values), Bits(other.Model.Weights.Arrays[0].Values));
    }

    [Fact]
    public void The_test_split_has_no_part_in_training_and_what_is_held_out_is_scored_after_each_epoch()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        var options = new TrainingOptions { Epochs = 2, Validation = 0.2 };
        var other = dataset with { Test = dataset.Test with { Pixels = new byte[dataset.Test.Pixels.Length] } };

        var result = Train(dataset, options);

        Assert.Equal(WeightsOf(result), WeightsOf(Train(other, options)));
        var (training, validation) = ValidationSplit.Of(dataset.Train, 0.2);
        var scored = Evaluator.Evaluate(result.Model, validation!, CancellationToken.None);
        Assert.Equal(20, scored.Predictions.Count);
        Assert.Equal(scored.Loss, result.Epochs[^1].ValidationLoss);
        Assert.Equal(scored.Predictions.Average(p => p.IsCorrect ? 1.0 : 0.0), result.Epochs[^1].ValidationAccuracy);
        Assert.Equal(WeightsOf(result), WeightsOf(Train(dataset with { Train = training }, options with { Validation = 0 })));
        Assert.All(Train(dataset, options with { Validation = 0 }).Epochs, epoch => Assert.Null(epoch.ValidationLoss));
    }

    [Fact]
    public void A_validation_split_of_the_datasets_own_is_scored_and_not_trained_on()
    {
        var dataset = SmallDatasets.Make(new ImageShape(6, 6, 1), 3, 20, 5);
        var options = new TrainingOptions { Epochs = 2, Validation = 0.2 };
        var (training, validation) = ValidationSplit.Of(dataset.Train, options.Validation);

        var own = Train(dataset with { Train = training, Validation = validation }, options with { Validation = 0 });

        var held = Train(dataset, options);
        Assert.Equal(WeightsOf(held), WeightsOf(own));
        Assert.Equal(held.Epochs.Select(epoch => epoch.ValidationLoss), own.Epochs.Select(epoch => epoch.ValidationLoss));
    }

    /// <summary>The recipe of the shipped project's first run, and one with everything that keeps a state or draws from chance.</summary>
    public static TheoryData<int, TrainingOptions> Interruptions { get; } = new()
    {
        { 1, new TrainingOptions { Epochs = 4, Validation = 0.1 } },
        { 2, new TrainingOptions { Epochs = 4, Validation = 0.1 } },
        {
            2,
            new TrainingOptions
            {
                Model = "cnn", Channels = [4], Hidden = [8], Epochs = 4, Validation = 0.1, Dropout = 0.3,
                Augment = "shift 1 + rotate 10 + scale 0.1 + elastic 1",
                Patience = 4, Schedule = LearningSchedule.OneCycle, WeightDecay = 0.1, ClassWeights = ClassWeighting.Balanced,
                LabelSmoothing = 0.1,
            }
        },
    };

    [Theory]
    [MemberData(nameof(Interruptions))]
    public void An_interrupted_training_goes_on_after_its_last_whole_epoch_to_the_same_bits(int epochs, TrainingOptions options)
    {
        using var project = new TemporaryProject();
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        var checkpoint = new Checkpoint(project.PathOf("cache/checkpoint"));
        using var interruption = new CancellationTokenSource();
        var reports = 0;
        var progress = new CollectingProgress(() =>
        {
            if (++reports > epochs)
            {
                interruption.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => _trainer.Train(dataset, options, progress, interruption.Token, checkpoint));

        var resumed = new CollectingProgress();
        var result = _trainer.Train(dataset, options, resumed, CancellationToken.None, checkpoint);

        var whole = Train(dataset, options);
        Assert.NotEqual(WeightsOf(whole), WeightsOf(Train(dataset, options with { Seed = 2 })));
        Assert.Equal(WeightsOf(whole), WeightsOf(result));
        Assert.Equal(whole.Epochs.Select(epoch => epoch with { Seconds = 0 }), result.Epochs.Select(epoch => epoch with { Seconds = 0 }));
        Assert.Equal(whole.Log.Select(line => line.Text), result.Log.Select(line => line.Text));
        Assert.Equal(4 - epochs, resumed.Messages.Count);
        checkpoint.Delete();
        Assert.Null(checkpoint.Read());
    }

    /// <summary>
    /// What the recipe of before there were these keys gives is not compared with recorded floats, which differ from machine to machine.
    /// </summary>
    [Fact]
    public void Each_option_of_training_gives_other_weights_and_the_same_ones_again()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        // of two classes one less
        dataset = dataset with { Train = new LabeledImages(Grey, dataset.Train.Pixels[..(90 * Grey.Length)], dataset.Train.Labels[..90]) };
        var usual = new TrainingOptions { Hidden = [8], Epochs = 2 };
        TrainingOptions[] others =
        [
            usual with { Dropout = 0.5 }, usual with { Schedule = LearningSchedule.Cosine },
            usual with { Schedule = LearningSchedule.OneCycle },
            usual with { WeightDecay = 1 }, usual with { ClassWeights = ClassWeighting.Balanced }, usual with { LabelSmoothing = 0.2 },
            usual with { Augment = "shift 1" }, usual with { Augment = "rotate 20" }, usual with { Augment = "scale 0.2" },
            usual with { Augment = "elastic 1" },
        ];
        var trained = others.Append(usual).Select(options => string.Join(' ', WeightsOf(Train(dataset, options)))).ToList();
        Assert.Equal(trained.Count, trained.Distinct().Count());
        Assert.Equal(trained, others.Append(usual).Select(options => string.Join(' ', WeightsOf(Train(dataset, options)))));
    }

    /// <summary>Noise: what is learned of it is of no use for other noise, so that the validation loss rises soon.</summary>
    [Fact]
    public void With_patience_training_stops_after_epochs_without_progress_and_the_best_epochs_weights_are_kept()
    {
        var noise = new byte[120 * Grey.Length];
        new Random(5).NextBytes(noise);
        var split = new LabeledImages(Grey, noise, [.. Enumerable.Range(0, 120).Select(i => i % 4)]);
        var dataset = new ImageDataset("noise", ["a", "b", "c", "d"], split, split);
        var options = new TrainingOptions { Epochs = 40, Validation = 0.25, Patience = 3, LearningRate = 3e-3 };
        var progress = new CollectingProgress();

        var result = _trainer.Train(dataset, options, progress, CancellationToken.None);

        var best = result.Epochs.MinBy(epoch => epoch.ValidationLoss)!; // there are epochs
        Assert.Equal(best.Epoch + 3, result.Epochs.Count);
        Assert.InRange(result.Epochs.Count, 4, 39);
        Assert.Equal(progress.Total, progress.Done[^1]);
        Assert.Equal(
            best.ValidationLoss,
            Evaluator.Evaluate(result.Model, ValidationSplit.Of(split, 0.25).Validation!, CancellationToken.None).Loss);
        Assert.Equal(WeightsOf(Train(dataset, options with { Patience = null, Epochs = best.Epoch })), WeightsOf(result));
        Assert.Equal(
            [
                FormattableString.Invariant($"Finished training with EPOCHS={result.Epochs.Count}"),
                "Stopped early: no lower validation loss in 3 epochs",
                FormattableString.Invariant(
                    $"Kept the weights of epoch {best.Epoch}, the best by validation loss: {best.ValidationLoss:F4}"),
            ],
            result.Log.Skip(1).Select(line => line.Text));
    }

    [Fact]
    public void With_more_patience_than_epochs_the_best_epochs_weights_are_kept_all_the_same()
    {
        var noise = new byte[120 * Grey.Length];
        new Random(5).NextBytes(noise);
        var split = new LabeledImages(Grey, noise, [.. Enumerable.Range(0, 120).Select(i => i % 4)]);
        var dataset = new ImageDataset("noise", ["a", "b", "c", "d"], split, split);
        var options = new TrainingOptions { Epochs = 12, Validation = 0.25, Patience = 20, LearningRate = 3e-3 };

        var result = Train(dataset, options);

        var best = result.Epochs.MinBy(epoch => epoch.ValidationLoss)!; // there are epochs
        Assert.Equal(12, result.Epochs.Count);
        Assert.NotEqual(12, best.Epoch);
        Assert.Equal(WeightsOf(Train(dataset, options with { Patience = null, Epochs = best.Epoch })), WeightsOf(result));
        Assert.DoesNotContain(result.Log, line => line.Text.StartsWith("Stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_checkpoint_counts_as_none()
    {
        using var project = new TemporaryProject();
        var dataset = SmallDatasets.Make(Grey, classes: 2, trainPerClass: 5, testPerClass: 2);
        var checkpoint = new Checkpoint(project.PathOf("cache/checkpoint"));
        _trainer.Train(dataset, new TrainingOptions { Epochs = 2 }, NoProgress.Instance, CancellationToken.None, checkpoint);
        Assert.NotNull(checkpoint.Read());

        project.Write(
            "cache/checkpoint",
            File.ReadAllText(project.PathOf("cache/checkpoint")).Replace("\"steps\":", "\"steps\":1", StringComparison.Ordinal));

        Assert.Null(checkpoint.Read());
    }

    /// <summary>
    /// A loop with nothing but the first recipe's steps: what came later takes no numbers from chance and changes no sum where it is not
    /// asked for.
    /// </summary>
    [Fact]
    public void Without_later_options_training_is_the_first_recipes_to_the_bit()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        var options = new TrainingOptions { Epochs = 2 };
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(1);
        using var network = new Mlp().Build(Grey, 4, options, generator);
        var adam = new Adam(network.Parameters);
        var objective = Objective.Of(options, [25, 25, 25, 25]);
        var (images, labels) = (ImageTensors.From(dataset.Train.Pixels, Grey, options), torch.tensor(dataset.Train.Labels).to(torch.int64));
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var order = torch.randperm(100, generator: generator);
            for (var start = 0; start < 100; start += options.BatchSize)
            {
                var batch = order.narrow(0, start, Math.Min(options.BatchSize, 100 - start));
                objective.Loss(network.Forward(images.index_select(0, batch)), labels.index_select(0, batch)).backward();
                adam.Step(options.LearningRate);
            }
        }

        Assert.Equal(network.Export().Arrays.SelectMany(array => Bits(array.Values)), WeightsOf(Train(dataset, options)));
    }

    public static TheoryData<TrainingOptions> OneByOne { get; } = new()
    {
        new TrainingOptions { BatchSize = 1, Epochs = 2 },
        new TrainingOptions
        {
            Model = "cnn", Channels = [2], Hidden = [4], BatchSize = 1, Epochs = 2, Validation = 0.1, Patience = 5, Dropout = 0.5,
            Augment = "shift 1 + elastic 1", ClassWeights = ClassWeighting.Balanced,
        },
    };

    [Theory]
    [MemberData(nameof(OneByOne))]
    public void As_many_tensors_live_after_many_batches_as_after_a_few(TrainingOptions options)
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 100, testPerClass: 5);
        var before = torch.Tensor.TotalCount;
        var live = new List<long>();
        var progress = new CollectingProgress(() => live.Add(torch.Tensor.TotalCount));

        _trainer.Train(dataset, options, progress, CancellationToken.None);

        Assert.True(live.Count > 20);
        Assert.Single(live.Distinct());
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Cancellation_stops_before_the_epoch_is_done_and_leaves_no_tensors()
    {
        var dataset = SmallDatasets.Make(new ImageShape(28, 28, 1), classes: 10, trainPerClass: 200, testPerClass: 10);
        var before = torch.Tensor.TotalCount;
        using var cancellation = new CancellationTokenSource();
        var progress = new CollectingProgress(cancellation.Cancel);

        Assert.Throws<OperationCanceledException>(
            () => _trainer.Train(dataset, new TrainingOptions { Epochs = 1000 }, progress, cancellation.Token));

        Assert.Single(progress.Done);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Cancelled_at_the_end_of_an_epoch_it_does_not_validate_it()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 2, trainPerClass: 2, testPerClass: 2);
        using var cancellation = new CancellationTokenSource();
        var progress = new CollectingProgress(cancellation.Cancel);

        Assert.Throws<OperationCanceledException>(
            () => _trainer.Train(dataset, new TrainingOptions { Epochs = 1, Validation = 0.5 }, progress, cancellation.Token));

        Assert.Equal([1], progress.Done);
        Assert.Empty(progress.Messages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_trains_with_as_many_threads_as_the_options_say(int threads)
    {
        var before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(3 - threads);
            Train(
                SmallDatasets.Make(Grey, classes: 2, trainPerClass: 2, testPerClass: 2),
                new TrainingOptions { Epochs = 1, Threads = threads });
            Assert.Equal(threads, torch.get_num_threads());
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Progress_reaches_the_total_and_each_epoch_has_a_line()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 25, testPerClass: 5);
        var progress = new CollectingProgress();
        _trainer.Train(dataset, new TrainingOptions { Epochs = 3 }, progress, CancellationToken.None);
        Assert.Equal(12, progress.Total); // 100 pictures in batches of 32, three times
        Assert.Equal([4, 8, 12], progress.Done);
        Assert.Equal(3, progress.Messages.Count);
        Assert.StartsWith("Epoch 1/3: loss ", progress.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_and_empty_splits_are_refused()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 2, trainPerClass: 2, testPerClass: 2);
        var empty = dataset with { Test = new LabeledImages(Grey, [], []) };
        Assert.Contains("epochs is 0", Refused(dataset, new TrainingOptions { Epochs = 0 }), StringComparison.Ordinal);
        Assert.Contains("batchSize is 0", Refused(dataset, new TrainingOptions { BatchSize = 0 }), StringComparison.Ordinal);
        Assert.Contains("learningRate is -1", Refused(dataset, new TrainingOptions { LearningRate = -1 }), StringComparison.Ordinal);
        Assert.Contains("threads is 0", Refused(dataset, new TrainingOptions { Threads = 0 }), StringComparison.Ordinal);
        Assert.Contains("hidden is [8, 0]", Refused(dataset, new TrainingOptions { Hidden = [8, 0] }), StringComparison.Ordinal);
        Assert.Contains("channels is [0]", Refused(dataset, new TrainingOptions { Channels = [0] }), StringComparison.Ordinal);
        Assert.Contains("dropout is 1", Refused(dataset, new TrainingOptions { Dropout = 1 }), StringComparison.Ordinal);
        Assert.Contains("weightDecay is -1", Refused(dataset, new TrainingOptions { WeightDecay = -1 }), StringComparison.Ordinal);
        Assert.Contains("labelSmoothing is 1", Refused(dataset, new TrainingOptions { LabelSmoothing = 1 }), StringComparison.Ordinal);
        Assert.Contains(
            "patience is 0", Refused(dataset, new TrainingOptions { Patience = 0, Validation = 0.5 }), StringComparison.Ordinal);
        Assert.Contains("patience is 3 and validation 0", Refused(dataset, new TrainingOptions { Patience = 3 }), StringComparison.Ordinal);
        Assert.Contains("augment is 'shfit 1'", Refused(dataset, new TrainingOptions { Augment = "shfit 1" }), StringComparison.Ordinal);
        Assert.Contains("did you mean `mlp`", Refused(dataset, new TrainingOptions { Model = "mpl" }), StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(() => Train(empty, new TrainingOptions()));
        Assert.Equal("dataset 'small': the test split is empty", error.Message);
        Assert.Equal(
            "dataset 'small': validation 0.1 holds out no picture of its 4, and patience chooses an epoch on them; raise validation",
            Assert.Throws<InvalidDataException>(() => Train(dataset, new TrainingOptions { Validation = 0.1, Patience = 2 })).Message);
        Assert.Equal(
            "dataset 'small': augment shifts pictures by up to 9 pixels, and they are 12x9x1 (height x width x channels); give a smaller shift",
            Assert.Throws<InvalidDataException>(() => Train(dataset, new TrainingOptions { Augment = "shift 9" })).Message);
    }

    /// <summary>27 photographs of a camera trained for five minutes, and left weights that no page can carry.</summary>
    [Fact]
    public void A_model_too_large_to_be_published_is_refused_with_the_line_that_scales_the_pictures()
    {
        var photos = SmallDatasets.Make(new ImageShape(768, 1024, 3), classes: 2, trainPerClass: 1, testPerClass: 1);
        Assert.Equal(
            "dataset 'small': of pictures of 768x1024x3 (height x width x channels) model mlp has 302 million weights, expected at most 25 million, which are a file of 100 MB; scale the pictures down, dataset: { resize: { size: 64, fit: pad } }, or give fewer hidden units (now [128, 128])",
            Assert.Throws<InvalidDataException>(() => Train(photos, new TrainingOptions())).Message);
    }

    [Fact]
    public void A_training_that_diverges_says_so()
    {
        var dataset = SmallDatasets.Make(Grey, classes: 4, trainPerClass: 100, testPerClass: 5);
        var error = Assert.Throws<InvalidDataException>(() => Train(dataset, new TrainingOptions { LearningRate = 1e30 }));
        Assert.StartsWith("training diverged in epoch 1: the loss is ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("lower learningRate (now 1E+30)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_recipe_reaches_its_accuracy_band_on_MNIST()
    {
        var dataset = await Mnist.LoadAsync(TestContext.Current.CancellationToken);
        var result = Train(dataset, new TrainingOptions());
        var evaluated = Evaluator.Evaluate(result.Model, dataset.Test, TestContext.Current.CancellationToken);
        Assert.InRange(evaluated.Predictions.Average(p => p.IsCorrect ? 1.0 : 0.0), 0.965, 0.978);
        Assert.Equal([100480, 16512, 1290], result.Info.Layers.Skip(1).Select(layer => layer.Parameters));
    }

    private string Refused(ImageDataset dataset, TrainingOptions options) =>
        Assert.Throws<ArgumentException>(() => Train(dataset, options)).Message;

    private TrainingResult Train(ImageDataset dataset, TrainingOptions options) =>
        _trainer.Train(dataset, options, NoProgress.Instance, CancellationToken.None);

    private static int[] WeightsOf(TrainingResult result) => [.. result.Model.Weights.Arrays.SelectMany(array => Bits(array.Values))];

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
