using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>The mean difference of two recipes' accuracies over seeds, for a sentence about other seeds and other pictures.</summary>
/// <remarks>
/// What each interval holds: <see cref="PairedProportion"/> the chance of the pictures for two trained models; <see cref="PairedSeeds"/>
/// the chance of training on these very pictures; this one both, since each sample draws seeds, and pictures for all seeds at once, both
/// paired. It is the pigeonhole bootstrap of a table seeds × pictures (A. B. Owen 2007, Annals of Applied Statistics 1). No bootstrap of
/// such a table is exact (P. McCullagh 2000, "Resampling and exchangeable arrays", Bernoulli 6): what is left once seed and picture are
/// known counts up to thrice, which widens the interval, and n seeds scatter as (n − 1)/n of their variance, which narrows it. Simulated
/// with 3 to 10 seeds it held the truth in 96–100 % of cases on 500 pictures. On 3,000 it held it in 95–100 % with ten seeds, but in 89 %
/// with five and 83 % with three where seeds scatter far more than pictures: then the t interval over seeds is the wider one, and the one
/// to give.
/// </remarks>
/// <param name="Seeds">The seeds that both recipes have, ascending.</param>
/// <param name="Pictures">How many test pictures.</param>
/// <param name="Difference">Mean accuracy of the second minus the first, −1..1.</param>
/// <param name="Interval">95 % percentile interval; null for one seed, whose chance nothing shows.</param>
public sealed record TwoLevelBootstrap(IReadOnlyList<int> Seeds, int Pictures, double Difference, Interval? Interval)
{
    /// <param name="bySeed">
    /// The two recipes' predictions, trained with the same seed, by seed; at least one, all of the same pictures.
    /// </param>
    /// <param name="resampling">How it draws.</param>
    /// <exception cref="ArgumentException">There are none, or not of the same pictures; the first that differs is named.</exception>
    public static TwoLevelBootstrap Of(IReadOnlyDictionary<int, PairedPredictions> bySeed, Resampling resampling)
    {
        int[] seeds = [.. bySeed.Keys.Order()];
        if (seeds.Length == 0)
        {
            throw new ArgumentException("No seed has predictions, expected one or more.");
        }

        var pictures = bySeed[seeds[0]].A.Count;
        foreach (var seed in seeds)
        {
            _ = PairedPredictions.Of(bySeed[seeds[0]].A, bySeed[seed].A); // which throws where pictures differ
        }

        long gained = seeds.Sum(seed => bySeed[seed].Counts.Repaired - bySeed[seed].Counts.Broken);
        var discordant = seeds.Select(seed => Discordant(bySeed[seed])).ToArray();
        return new TwoLevelBootstrap(
            seeds,
            pictures,
            (double)gained / ((long)seeds.Length * pictures),
            seeds.Length == 1 ? null : Resampling.Percentiles(Sample(discordant, pictures, resampling)));
    }

    /// <summary>Where one of two models alone is right, and which: most pictures are not among them.</summary>
    private static (int Place, int Sign)[] Discordant(PairedPredictions pair) =>
    [
        .. pair.A.Zip(pair.B, (a, b) => (b.IsCorrect ? 1 : 0) - (a.IsCorrect ? 1 : 0))
            .Select((sign, place) => (place, sign)).Where(entry => entry.sign != 0),
    ];

    private static double[] Sample((int Place, int Sign)[][] discordant, int pictures, Resampling resampling)
    {
        var (generator, counts, gained) = (new SplitMix64(resampling.Seed), new int[pictures], new long[discordant.Length]);
        var differences = new double[resampling.Count];
        for (var draw = 0; draw < differences.Length; draw++)
        {
            Resampling.Draw(generator, counts);
            for (var s = 0; s < gained.Length; s++)
            {
                gained[s] = Gained(discordant[s], counts);
            }

            var sum = 0L;
            for (var s = 0; s < gained.Length; s++)
            {
                sum += gained[generator.Below(gained.Length)];
            }

            differences[draw] = (double)sum / ((long)gained.Length * pictures);
        }

        return differences;
    }

    private static long Gained((int Place, int Sign)[] discordant, int[] counts)
    {
        var sum = 0L;
        foreach (var (place, sign) in discordant)
        {
            sum += sign * counts[place];
        }

        return sum;
    }
}
