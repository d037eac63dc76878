namespace Glassy.Metrics;

/// <summary>A mean over the classes.</summary>
/// <param name="Precision">Mean of the classes' precision.</param>
/// <param name="Recall">Mean of the classes' recall.</param>
/// <param name="F1">Mean of the classes' F1 (not the F1 of the means).</param>
public sealed record AverageMetrics(double Precision, double Recall, double F1)
{
    /// <summary>Each class that occurs counts alike; those without pictures have no figures.</summary>
    public static AverageMetrics Macro(IReadOnlyList<ClassMetrics> perClass) => Weigh(perClass, metrics => metrics.Support > 0 ? 1 : 0);

    /// <summary>Each class counts as often as it has pictures.</summary>
    public static AverageMetrics Weighted(IReadOnlyList<ClassMetrics> perClass) => Weigh(perClass, metrics => metrics.Support);

    private static AverageMetrics Weigh(IReadOnlyList<ClassMetrics> perClass, Func<ClassMetrics, double> weight)
    {
        var total = perClass.Sum(weight);
        double Mean(Func<ClassMetrics, double> value) =>
            total == 0 ? 0 : perClass.Sum(metrics => weight(metrics) * value(metrics)) / total;

        return new AverageMetrics(Mean(metrics => metrics.Precision), Mean(metrics => metrics.Recall), Mean(metrics => metrics.F1));
    }
}
