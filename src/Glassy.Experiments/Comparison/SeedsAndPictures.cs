using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>The mean difference of two recipes' accuracies over seeds, for a sentence about other seeds and other pictures.</summary>
/// <remarks>
/// What each interval holds: <see cref="PairedProportion"/> the chance of the pictures for two trained models; <see cref="PairedSeeds"/>
/// the chance of training on these very pictures; this one both. Of the table seeds × pictures it takes the standard error of the mean over
/// seeds, n of them, and over pictures, N, and joins them as W. G. Howe 1974 does, "Approximate confidence limits on the mean of X + Y
/// where X and Y are two tabled independent random variables", JASA 69: half of it is √((t·SE of seeds)² + (z·SE of pictures)²), with t of
/// n − 1 degrees of freedom. So it is never narrower than the t interval over seeds, which Satterthwaite's degrees of freedom do not
/// promise: with two seeds and equal errors they give 3.9 standard errors of the seeds, t alone 12.7. Percentiles of a bootstrap are
/// narrower still, since n seeds scatter in it as (n − 1)/n of their variance and no t makes up for it.
/// <para>
/// It assumes that seeds and pictures were drawn at random, that the seeds' means are about normal, and that enough pictures are told
/// differently by the recipes (some ten) for a mean over pictures to be about normal. What is left once seed and picture are known counts
/// in both errors, so that it is rather too wide: simulated with 2, 3, 5 and 10 seeds on 100 and 500 pictures it held the truth in 94.7–100
/// % of 1,500 cases where both scatter and 94.1–95.5 % where training does not; of 100 pictures of which 97.5 % are right, where a recipe's
/// gain is a picture or two, in as few as 81 %.
/// </para>
/// </remarks>
/// <param name="Seeds">The seeds that both recipes have, ascending.</param>
/// <param name="Pictures">How many test pictures.</param>
/// <param name="Difference">Mean accuracy of the second minus the first, −1..1.</param>
/// <param name="Interval">At 95 %; null for one seed, whose chance nothing shows.</param>
public sealed record SeedsAndPictures(IReadOnlyList<int> Seeds, int Pictures, double Difference, Interval? Interval)
{
    /// <param name="bySeed">
    /// The two recipes' predictions, trained with the same seed, by seed; at least one, all of the same pictures.
    /// </param>
    /// <exception cref="ArgumentException">There are none, or not of the same pictures; the first that differs is named.</exception>
    public static SeedsAndPictures Of(IReadOnlyDictionary<int, PairedPredictions> bySeed)
    {
        int[] seeds = [.. bySeed.Keys.Order()];
        if (seeds.Length == 0)
        {
            throw new ArgumentException("No seed has predictions, expected one or more.");
        }

        var byPicture = new int[bySeed[seeds[0]].A.Count];
        var gained = new int[seeds.Length];
        foreach (var (s, seed) in seeds.Index())
        {
            _ = PairedPredictions.Of(bySeed[seeds[0]].A, bySeed[seed].A); // which throws where pictures differ
            foreach (var (i, (a, b)) in bySeed[seed].A.Zip(bySeed[seed].B).Index())
            {
                var sign = (b.IsCorrect ? 1 : 0) - (a.IsCorrect ? 1 : 0);
                gained[s] += sign;
                byPicture[i] += sign;
            }
        }

        return new SeedsAndPictures(
            seeds, byPicture.Length, (double)gained.Sum() / ((long)seeds.Length * byPicture.Length), IntervalOf(gained, byPicture));
    }

    /// <summary>
    /// Of the sums of the table seeds × pictures, whose cells are 1 where the second alone is right, −1 where the first alone is, else 0.
    /// </summary>
    /// <param name="bySeed">[n] its rows' sums.</param>
    /// <param name="byPicture">[N] its columns' sums.</param>
    /// <returns>Null for one seed or one picture.</returns>
    public static Interval? IntervalOf(IReadOnlyList<int> bySeed, IReadOnlyList<int> byPicture)
    {
        var (seeds, pictures) = (bySeed.Count, byPicture.Count);
        if (seeds < 2 || pictures < 2)
        {
            return null;
        }

        var overSeeds = StudentT.Quantile(0.975, seeds - 1) * StandardError(bySeed) / pictures;
        var overPictures = Proportion.Z * StandardError(byPicture) / seeds;
        var half = Math.Sqrt((overSeeds * overSeeds) + (overPictures * overPictures));
        var mean = (double)bySeed.Sum() / ((long)seeds * pictures);
        return new Interval(mean - half, mean + half);
    }

    /// <summary>
    /// Of the mean of whole numbers, of which there are two or more; their sums are exact, and so are those of seeds that are alike.
    /// </summary>
    private static double StandardError(IReadOnlyList<int> values)
    {
        long sum = values.Sum();
        var squares = values.Sum(value => (long)value * value);
        var n = (long)values.Count;
        return Math.Sqrt((double)((n * squares) - (sum * sum)) / n / n / (n - 1));
    }
}
