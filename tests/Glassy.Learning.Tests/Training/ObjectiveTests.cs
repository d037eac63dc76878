using Glassy.Runs;
using Glassy.Training;
using TorchSharp;

namespace Glassy.Tests.Training;

[Collection(TorchTests.Name)]
public sealed class ObjectiveTests
{
    /// <summary>Log-probabilities of two pictures and three classes.</summary>
    private static readonly double[][] Logs =
    [
        [Math.Log(0.7), Math.Log(0.2), Math.Log(0.1)], [Math.Log(0.3), Math.Log(0.3), Math.Log(0.4)]
    ];

    [Fact]
    public void It_is_the_mean_cross_entropy() =>
        Assert.Equal(-(Logs[0][0] + Logs[1][2]) / 2, LossOf(new TrainingOptions(), [1, 1, 1]), 1e-6);

    /// <summary>
    /// As scikit-learn 1.5's <c>compute_class_weight("balanced")</c> documents it: n_samples / (n_classes * np.bincount(y)).
    /// </summary>
    [Fact]
    public void Balanced_classes_count_alike_whatever_they_have()
    {
        Assert.Equal([10 / 6f, 10 / 9f, 10 / 15f], Objective.Balanced([2, 3, 5]));
        Assert.Equal([0, 0.5f, 1.5f], Objective.Balanced([0, 3, 1]).Select(weight => MathF.Round(weight * 0.75f, 5)));
        Assert.Equal(
            -((6 * Logs[0][0]) + (2 * Logs[1][2])) / (6 + 2), // weights as 6 : 3 : 2
            LossOf(new TrainingOptions { ClassWeights = ClassWeighting.Balanced }, [1, 2, 3]),
            1e-6);
    }

    [Fact]
    public void A_smoothed_label_gives_a_part_to_all_classes() => Assert.Equal(
        -((0.7 * (Logs[0][0] + Logs[1][2])) + (0.1 * Logs.Sum(row => row.Sum()))) / 2, // 0.3 over three classes
        LossOf(new TrainingOptions { LabelSmoothing = 0.3 }, [1, 1, 1]),
        1e-6);

    private static double LossOf(TrainingOptions options, int[] counts)
    {
        using var scope = torch.NewDisposeScope();
        var logits = torch.tensor(Logs.SelectMany(row => row.Select(value => (float)value)).ToArray()).reshape(2, 3);
        return Objective.Of(options, counts).Loss(logits, torch.tensor(new long[] { 0, 2 })).item<float>();
    }
}
