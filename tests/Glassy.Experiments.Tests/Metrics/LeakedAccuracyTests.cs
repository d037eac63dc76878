using Glassy.Datasets.Duplicates;
using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class LeakedAccuracyTests
{
    /// <summary>Right, wrong, right, right.</summary>
    private static readonly Prediction[] Predictions = [new(0, 0, 0, []), new(1, 1, 0, []), new(2, 1, 1, []), new(3, 0, 0, [])];

    [Theory]
    [InlineData(new int[0], 3, 4)]
    [InlineData(new[] { 0, 3 }, 1, 2)]
    [InlineData(new[] { 1 }, 3, 3)]
    [InlineData(new[] { 0, 1, 2, 3 }, 0, 0)]
    public void The_others_are_judged_without_those_that_are_leaked(int[] leaked, int right, int others)
    {
        var accuracy = LeakedAccuracy.Of(Predictions, new DuplicateReport([], leaked, 0, [], [], [], true, null));

        Assert.Equal(new LeakedAccuracy(leaked.Length, 4, new Proportion(right, others)), accuracy);
    }
}
