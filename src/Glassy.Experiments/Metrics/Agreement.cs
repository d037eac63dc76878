namespace Glassy.Metrics;

/// <summary>How far predictions agree with the truth beyond what chance would give, in one number for all classes.</summary>
public static class Agreement
{
    /// <summary>Cohen's kappa: (p_o − p_e) / (1 − p_e), with p_o the accuracy and p_e = Σ support·predicted / N².</summary>
    /// <remarks>Source: J. Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
    /// 20.</remarks>
    /// <returns>−1..1, 0 as chance would have it; also 0 where it is not defined, because truth and prediction are all one class.</returns>
    public static double CohenKappa(ClassTotals counts)
    {
        var (total, correct, chance) = (Total(counts), (double)counts.Correct, Chance(counts));
        return Quotient((total * correct) - chance, (total * total) - chance);
    }

    /// <summary>
    /// Matthews' correlation coefficient for any number of classes, R_K: (c·s − Σ p_k·t_k) / √((s² − Σ p_k²)(s² − Σ t_k²)), with
    /// s pictures, c right, t_k of class k and p_k predicted as it. With two classes it is Matthews' own.
    /// </summary>
    /// <remarks>
    /// Source: J. Gorodkin 2004, "Comparing two K-category assignments by a K-category correlation coefficient", Computational
    /// Biology and Chemistry 28; B. W. Matthews 1975.
    /// </remarks>
    /// <returns>−1..1; 0 where it is not defined, because truth or prediction is all one class (Chicco and Jurman 2020).</returns>
    public static double MatthewsCorrelation(ClassTotals counts)
    {
        var (total, correct) = (Total(counts), (double)counts.Correct);
        var predicted = (total * total) - Classes(counts).Sum(c => Square(counts.PredictedAs[c]));
        var truth = (total * total) - Classes(counts).Sum(c => Square(counts.Support[c]));
        return Quotient((correct * total) - Chance(counts), Math.Sqrt(predicted) * Math.Sqrt(truth));
    }

    /// <summary>Σ support · predicted.</summary>
    private static double Chance(ClassTotals counts) =>
        Classes(counts).Sum(c => (double)counts.Support[c] * counts.PredictedAs[c]);

    private static IEnumerable<int> Classes(ClassTotals counts) => Enumerable.Range(0, counts.Classes);

    private static double Total(ClassTotals counts) => counts.Total;

    private static double Square(double value) => value * value;

    private static double Quotient(double dividend, double divisor) => divisor == 0 ? 0 : dividend / divisor;
}
