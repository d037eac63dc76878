using CsCheck;
using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class DetectableDifferenceTests
{
    private const int Repeats = 5000;

    /// <summary>
    /// powerandsamplesize.com (ψ 0.5, δ 0.4: 23 pairs) and another calculator of Connor's formula (ψ 0.45, δ 0.15: 155 pairs).
    /// </summary>
    [Theory]
    [InlineData(0.5, 0.4, 23)]
    [InlineData(0.45, 0.15, 155)]
    public void The_pictures_of_a_paired_test_are_those_that_others_compute_by_Connors_formula(
        double discordance,
        double difference,
        long pictures) =>
        Assert.Equal(pictures, DetectableDifference.PicturesOfTheSame(discordance, difference));

    /// <summary>Computed in Python by Fleiss' formula, which R's power.prop.test has too: 57.67, 355.94 and 16791.50.</summary>
    [Theory]
    [InlineData(0.5, 0.25, 58)]
    [InlineData(0.6, 0.1, 356)]
    [InlineData(0.97, 0.005, 16_792)]
    public void The_pictures_of_two_sets_are_those_of_another_program(double accuracy, double difference, long pictures) =>
        Assert.Equal(pictures, DetectableDifference.PicturesOfOthers(accuracy, difference));

    [Fact]
    public void The_least_difference_is_that_for_which_the_pictures_are_just_enough() =>
        Gen.Select(Gen.Double[0.01, 0.9], Gen.Int[50, 100_000]).Sample((share, pictures) =>
        {
            var (paired, unpaired) = (DetectableDifference.OnTheSame(share, pictures), DetectableDifference.OnOthers(share, pictures));
            if (paired is { } same)
            {
                Assert.InRange(DetectableDifference.PicturesOfTheSame(share, same)!.Value, pictures, pictures + 1); // what is found can be
            }
            else
            {
                Assert.True(DetectableDifference.PicturesOfTheSame(share, share) > pictures);
            }

            Assert.True(unpaired is { } others
                ? DetectableDifference.PicturesOfOthers(share, others) is { } needed && needed >= pictures && needed <= pictures + 1
                : DetectableDifference.PicturesOfOthers(share, 1 - share) > pictures);
        });

    [Fact]
    public void What_cannot_be_shown_has_no_number()
    {
        Assert.Null(DetectableDifference.OnTheSame(0, 10_000)); // the two never disagree
        Assert.Null(DetectableDifference.OnTheSame(0.0003, 10_000)); // three discordant pictures
        Assert.Null(DetectableDifference.OnTheSame(1, 0));
        Assert.Null(DetectableDifference.OnTheSame(1, 3));
        Assert.Null(DetectableDifference.PicturesOfTheSame(0.004, 0.005));
        Assert.Null(DetectableDifference.OnOthers(1, 10_000));
        Assert.Null(DetectableDifference.OnOthers(0.999, 1000)); // not even from a model without mistakes
        Assert.Null(DetectableDifference.OnOthers(0.5, 0));
        Assert.Null(DetectableDifference.PicturesOfOthers(0.996, 0.005));
    }

    /// <summary>Seeded. 5,000 repeats leave a standard error of 0.6 %.</summary>
    [Theory]
    [InlineData(0.03, 10_000)]
    [InlineData(0.01, 10_000)]
    [InlineData(0.1, 1000)]
    [InlineData(0.3, 360)]
    public void Four_of_five_such_differences_on_the_same_pictures_are_found(double discordance, int pictures) =>
        Assert.InRange(FoundOnTheSame(discordance, pictures), 0.78, 0.82);

    /// <summary>Twenty and ten discordant pictures: by the binomial distribution 82.3 and 87.1 of 100 are found.</summary>
    [Theory]
    [InlineData(0.2, 100)]
    [InlineData(0.001, 10_000)]
    public void Where_few_pictures_are_discordant_more_are_found_than_is_said(double discordance, int pictures) =>
        Assert.InRange(FoundOnTheSame(discordance, pictures), 0.8, 0.89);

    [Theory]
    [InlineData(0.97, 10_000)]
    [InlineData(0.9, 1000)]
    [InlineData(0.75, 360)]
    public void Four_of_five_such_differences_on_two_sets_are_found(double accuracy, int pictures)
    {
        var better = accuracy + DetectableDifference.OnOthers(accuracy, pictures)!.Value;
        var (generator, found) = (new SplitMix64(8), 0);
        for (var i = 0; i < Repeats; i++)
        {
            var (a, b) = (Drawn(generator, pictures, accuracy) / (double)pictures, Drawn(generator, pictures, better) / (double)pictures);
            found += Math.Abs(b - a) > 1.959963984540054 * Math.Sqrt((a + b) * (2 - a - b) / (2 * pictures)) ? 1 : 0; // the pooled z test
        }

        Assert.InRange((double)found / Repeats, 0.78, 0.82);
    }

    /// <summary>The share of simulated test sets in which McNemar's mid-p finds the difference.</summary>
    private static double FoundOnTheSame(double discordance, int pictures)
    {
        var repaired = (discordance + DetectableDifference.OnTheSame(discordance, pictures)!.Value) / 2;
        var (generator, found) = (new SplitMix64(7), 0);
        var isFound = new Dictionary<(int, int), bool>();
        for (var i = 0; i < Repeats; i++)
        {
            var discordant = Drawn(generator, pictures, discordance);
            var gained = Drawn(generator, discordant, repaired / discordance);
            found += IsFound(discordant - gained, gained) ? 1 : 0;
        }

        return (double)found / Repeats;

        bool IsFound(int broken, int gained) => isFound.TryGetValue((broken, gained), out var known)
            ? known
            : isFound[(broken, gained)] = McNemar.Of(new PairedCounts(0, broken, gained, 0)).MidP <= 0.05;
    }

    /// <summary>How many of so many come out so.</summary>
    private static int Drawn(SplitMix64 generator, int trials, double share)
    {
        var count = 0;
        for (var i = 0; i < trials; i++)
        {
            count += generator.NextShare() < share ? 1 : 0;
        }

        return count;
    }
}
