using Glassy.Comparison;
using static Glassy.Tests.Comparison.SamplePredictions;

namespace Glassy.Tests.Comparison;

public sealed class SeedsAndPicturesTests
{
    /// <summary>
    /// Python's statistics.stdev over the means of the rows and of the columns of a table of 3 seeds and 5 pictures,
    /// [1,0,0,−1,1], [1,0,1,0,1], [0,0,1,−1,1], and math.hypot(4.302652729911275·…, 1.959963984540054·…).
    /// </summary>
    [Fact]
    public void Both_errors_are_joined_as_another_program_does()
    {
        var found = SeedsAndPictures.IntervalOf([1, 3, 1], [2, 0, 2, -2, 3])!;
        Assert.Equal(-0.4855560, found.Low, 6);
        Assert.Equal(1.1522227, found.High, 6);
    }

    [Fact]
    public void Seeds_are_paired_and_their_difference_is_that_of_all_pictures()
    {
        var found = SeedsAndPictures.Of(new Dictionary<int, PairedPredictions> { [5] = Pair(5, 9), [1] = Pair(1, 5), [2] = Pair(2, 6) });
        Assert.Equal([1, 2, 5], found.Seeds);
        Assert.Equal((60, -2.0 / 180), (found.Pictures, found.Difference));
        Assert.Equal(found.Difference, (found.Interval!.Low + found.Interval.High) / 2, 12);
    }

    [Fact]
    public void It_is_never_narrower_than_the_t_interval_over_seeds()
    {
        var random = new Random(1);
        for (var draw = 0; draw < 200; draw++)
        {
            var gained = Enumerable.Range(0, 2 + (draw % 4)).Select(_ => random.Next(-9, 10)).ToArray();
            var byPicture = new int[100];
            foreach (var gain in gained)
            {
                Enumerable.Range(0, Math.Abs(gain)).ToList().ForEach(_ => byPicture[random.Next(100)] += Math.Sign(gain));
            }

            var (both, seeds) = (
                SeedsAndPictures.IntervalOf(gained, byPicture)!, SeedSummary.Of(gained.Select(gain => gain / 100.0)).Interval!);
            Assert.True(both.Low <= seeds.Low + 1e-12 && both.High >= seeds.High - 1e-12, $"{both} within {seeds}");
        }
    }

    /// <summary>
    /// A picture is read right where the recipe's mean, what is common to both recipes, what the recipe makes of the picture, of the seed
    /// and of both sum to more than 0, all but the mean normal: so the true difference is known. Of 1,000 sets 94 % and 95 % differ by 1.5
    /// standard errors.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void It_holds_the_truth_where_seeds_and_pictures_scatter(int seeds)
    {
        foreach (var (ofPicture, ofSeed) in new[] { (0.5, 0.05), (0.3, 0.1), (0.2, 0.3) }) // pictures, both, or seeds scatter most
        {
            var simulated = new SimulatedTables(seeds, pictures: 150, ofPicture, ofSeed);
            var held = Enumerable.Range(1, 1000).Count(set => simulated.Draw(new Random(set)) is var (bySeed, byPicture)
                && SeedsAndPictures.IntervalOf(bySeed, byPicture) is { } interval
                && interval.Low <= simulated.Truth && simulated.Truth <= interval.High);
            Assert.True(held >= 940, $"{held} of 1,000 with {seeds} seeds, {ofPicture} of the picture, {ofSeed} of the seed");
        }
    }

    /// <summary>
    /// Each seed repairs one and the same half of the pictures, or none: over seeds alone 100 pictures would be as good as all.
    /// </summary>
    [Fact]
    public void The_chance_of_pictures_is_held_where_seeds_agree()
    {
        var alike = Enumerable.Range(0, 100).Select(i => (A: Say(i, 0, 1), B: Say(i, 0, i % 2))).ToArray();
        var pair = PairedPredictions.Of([.. alike.Select(p => p.A)], [.. alike.Select(p => p.B)]);
        var found = SeedsAndPictures.Of(new Dictionary<int, PairedPredictions> { [1] = pair, [2] = pair, [3] = pair });
        Assert.Equal(0.5, found.Difference);
        Assert.InRange(found.Interval!.Low, 0.38, 0.42); // 0.5 − 1.96·√(0.25/100)
        Assert.InRange(found.Interval.High, 0.58, 0.62);
    }

    [Fact]
    public void One_seed_has_no_interval_and_none_is_refused()
    {
        Assert.Equal((-1.0 / 60, null), (One(Pair(0, 1)).Difference, One(Pair(0, 1)).Interval));
        Assert.Throws<ArgumentException>(() => SeedsAndPictures.Of(new Dictionary<int, PairedPredictions>()));
    }

    [Fact]
    public void Seeds_tried_on_other_pictures_are_refused()
    {
        var other = PairedPredictions.Of([Say(0, 1, 1)], [Say(0, 1, 1)]);
        Assert.Throws<ArgumentException>(() => SeedsAndPictures.Of(
            new Dictionary<int, PairedPredictions> { [1] = Pair(0, 1), [2] = other }));
    }

    private static SeedsAndPictures One(PairedPredictions pair) =>
        SeedsAndPictures.Of(new Dictionary<int, PairedPredictions> { [1] = pair });

    /// <summary>Tables of which pictures the second of two recipes repairs or breaks, by seed and by picture.</summary>
    private sealed class SimulatedTables(int seeds, int pictures, double ofPicture, double ofSeed)
    {
        private const double First = 1;
        private const double Second = 1.2;
        private const double Rest = 0.3;

        /// <summary>Of the accuracies: both sums are normal, with a variance of 1 for what is common to the recipes.</summary>
        public double Truth => Below(Second / Deviation) - Below(First / Deviation);

        private double Deviation => Math.Sqrt(1 + (ofPicture * ofPicture) + (ofSeed * ofSeed) + (Rest * Rest));

        public (int[] BySeed, int[] ByPicture) Draw(Random random)
        {
            var (bySeed, byPicture) = (new int[seeds], new int[pictures]);
            double[] first = [.. bySeed.Select(_ => First + (ofSeed * Normal(random)))];
            double[] second = [.. bySeed.Select(_ => Second + (ofSeed * Normal(random)))];
            for (var i = 0; i < pictures; i++)
            {
                var common = Normal(random);
                var (a, b) = (common + (ofPicture * Normal(random)), common + (ofPicture * Normal(random)));
                for (var s = 0; s < seeds; s++)
                {
                    var gained = IsRight(second[s] + b) - IsRight(first[s] + a);
                    bySeed[s] += gained;
                    byPicture[i] += gained;
                }
            }

            return (bySeed, byPicture);

            int IsRight(double sum) => sum + (Rest * Normal(random)) > 0 ? 1 : 0;
        }

        /// <summary>Box and Muller 1958.</summary>
        private static double Normal(Random random) =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

        /// <summary>The normal distribution function by Simpson's rule, to ten digits for |x| below 2.</summary>
        private static double Below(double x)
        {
            const int Steps = 200;
            var h = x / Steps;
            double Density(double at) => Math.Exp(-at * at / 2) / Math.Sqrt(2 * Math.PI);
            var sum = Enumerable.Range(1, Steps - 1).Sum(i => (i % 2 == 1 ? 4 : 2) * Density(i * h));
            return 0.5 + (h / 3 * (Density(0) + sum + Density(x)));
        }
    }
}
