using Glassy.Metrics;

namespace Glassy.Foreign;

/// <summary>What a row says of each class.</summary>
/// <param name="LogProbabilities">[classes] nats, 0 or less, their exponentials sum to 1; empty when it does not say.</param>
/// <param name="Likeliest">The class of the largest score, which rounding to single logarithms may hide: the lowest among equals, -1 of
/// none.</param>
internal sealed record ScoreRow(float[] LogProbabilities, int Likeliest)
{
    /// <summary>How far probabilities may lie beyond 0 and 1, and their sum from 1, by rounding alone.</summary>
    public const double Rounding = 1e-3;

    /// <summary>How far their sum may lie from 1 when each was written with a few digits.</summary>
    public const double CoarseRounding = 0.05;

    /// <summary>
    /// ln 2⁻¹⁴⁹, the smallest float32 above 0. A probability of 0 counts as this: of a softmax in float32 it was at most so much, and the
    /// logarithm of 0 is no number that can be averaged.
    /// </summary>
    public const float Least = -103.27893f;

    /// <summary>Of a row that gives its answer alone.</summary>
    public static ScoreRow None { get; } = new([], -1);

    /// <summary>Whether numbers cannot be probabilities.</summary>
    public static bool CannotBeProbabilities(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (value is < -Rounding or > 1 + Rounding)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="row">[classes] finite numbers.</param>
    /// <param name="kind">What they are.</param>
    public static ScoreRow Of(double[] row, ScoreKind kind)
    {
        var largest = row.Max();
        var logs = new float[row.Length];
        var sum = row.Sum(value => kind == ScoreKind.Logits ? Math.Exp(value - largest) : Math.Max(0, value));
        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] = kind == ScoreKind.Logits
                ? (float)Math.Max(row[c] - largest - Math.Log(sum), -float.MaxValue)
                : Math.Max(Least, (float)Math.Log(Math.Max(0, row[c]) / sum));
        }

        return new ScoreRow(logs, Array.IndexOf(row, largest));
    }
}
