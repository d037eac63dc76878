using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>
/// The least difference of two models' accuracies that a test set shows: a two-sided test at 5 % finds it with a power of 80 %, four times
/// in five.
/// </summary>
/// <remarks>
/// With z = 1.960 and z′ = 0.842, the normal quantiles of 97.5 % and 80 %, δ the difference and N the pictures:
/// <para>
/// On the same pictures, by McNemar's test, N = (z·√ψ + z′·√(ψ − δ²))² / δ², with ψ the share of them that exactly one model has right.
/// Source: R. J. Connor 1987, "Sample size for testing differences in proportions for the paired-sample design", Biometrics 43. Solved for
/// δ.
/// </para>
/// <para>
/// Each on N pictures of its own, N = (z·√(2p̄(1 − p̄)) + z′·√(p(1 − p) + q(1 − q)))² / δ², with p and q = p + δ the accuracies and p̄
/// their mean. Source: J. L. Fleiss, B. Levin and M. C. Paik 2003, "Statistical methods for rates and proportions", third edition, chapter
/// 4, without the continuity correction.
/// </para>
/// <para>
/// By simulation 80 to 82 of 100 such differences are found (mid-p, and the pooled z test). Where fewer than some thirty pictures are
/// discordant, or misread by the better model, more are, up to 88: what is said there is a little too large. All of it holds the chance of
/// the pictures for two trained models, not that of training again.
/// </para>
/// </remarks>
public static class DetectableDifference
{
    private const double Z = Proportion.Z;
    private const double ZOfPower = 0.8416212335729143; // 80 % quantile of the normal distribution

    /// <summary>The least difference that is found on the same pictures.</summary>
    /// <param name="discordance">ψ, 0..1.</param>
    /// <param name="pictures">N, 0 or more.</param>
    /// <returns>Above 0, at most ψ; null where even ψ, with all discordant pictures right by one model, is too little.</returns>
    public static double? OnTheSame(double discordance, int pictures)
    {
        var rest = pictures - (Z * Z) + (ZOfPower * ZOfPower);
        if (rest < 0)
        {
            return null;
        }

        var difference = Math.Sqrt(discordance) * ((Z * Math.Sqrt(pictures)) + (ZOfPower * Math.Sqrt(rest)))
            / (pictures + (ZOfPower * ZOfPower));
        return difference > 0 && difference <= discordance ? difference : null;
    }

    /// <summary>How many pictures it takes to find a difference on the same ones.</summary>
    /// <param name="discordance">ψ, 0..1.</param>
    /// <param name="difference">δ, above 0.</param>
    /// <returns>Whole pictures; null where δ exceeds ψ, which cannot be.</returns>
    public static long? PicturesOfTheSame(double discordance, double difference)
    {
        if (difference > discordance)
        {
            return null;
        }

        var root = (Z * Math.Sqrt(discordance)) + (ZOfPower * Math.Sqrt(discordance - (difference * difference)));
        return (long)Math.Ceiling(root * root / (difference * difference));
    }

    /// <summary>
    /// The least difference by which another model must be better to be told apart where each has pictures of its own, as many.
    /// </summary>
    /// <param name="accuracy">p, 0..1.</param>
    /// <param name="pictures">N of each, 0 or more.</param>
    /// <returns>Above 0, at most 1 − p; null where even a model without mistakes would not be told apart.</returns>
    public static double? OnOthers(double accuracy, int pictures)
    {
        var (low, high) = (0.0, 1 - accuracy);
        if (high <= 0 || NeededOfOthers(accuracy, high) > pictures)
        {
            return null;
        }

        for (var middle = high / 2; middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            (low, high) = NeededOfOthers(accuracy, middle) > pictures ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>How many pictures of its own each model needs for the better one to be told apart.</summary>
    /// <param name="accuracy">p of the worse, 0..1.</param>
    /// <param name="difference">δ, above 0.</param>
    /// <returns>Whole pictures; null where p + δ exceeds 1, which cannot be.</returns>
    public static long? PicturesOfOthers(double accuracy, double difference) =>
        accuracy + difference > 1 ? null : (long)Math.Ceiling(NeededOfOthers(accuracy, difference));

    private static double NeededOfOthers(double accuracy, double difference)
    {
        var better = Math.Min(1, accuracy + difference);
        var mean = (accuracy + better) / 2;
        var root = (Z * Math.Sqrt(2 * mean * (1 - mean))) + (ZOfPower * Math.Sqrt((accuracy * (1 - accuracy)) + (better * (1 - better))));
        return root * root / (difference * difference);
    }
}
