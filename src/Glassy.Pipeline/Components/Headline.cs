using System.Globalization;
using Glassy.Runs;

namespace Glassy.Components;

/// <summary>The run's result in one line, for the first page: <c>&lt;Headline /&gt;</c>.</summary>
public sealed class Headline() : Component<NoAttributes>("Headline")
{
    private const double Z95 = 1.959963984540054; // two-sided 95 % quantile of the normal distribution

    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Low">Lower end of the 95 % interval.</param>
    /// <param name="High">Upper end of the 95 % interval.</param>
    /// <param name="Correct">Test pictures right.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Dataset">The dataset's name.</param>
    /// <param name="RunId">The run's id.</param>
    /// <param name="Sentence">All of it in words.</param>
    public sealed record Model(
        double Accuracy, double Low, double High, int Correct, int Total, string Dataset, string RunId, string Sentence);

    /// <summary>The Wilson score interval of a share at 95 % (E. B. Wilson, 1927).</summary>
    /// <param name="correct">0..total.</param>
    /// <param name="total">0 or more; 0 knows nothing and gives 0..1.</param>
    public static (double Low, double High) Interval(int correct, int total)
    {
        if (total == 0)
        {
            return (0, 1);
        }

        double n = total;
        var share = correct / n;
        var centre = share + (Z95 * Z95 / (2 * n));
        var spread = Z95 * Math.Sqrt((share * (1 - share) / n) + (Z95 * Z95 / (4 * n * n)));
        var scale = 1 + (Z95 * Z95 / n);
        return (Math.Max(0, (centre - spread) / scale), Math.Min(1, (centre + spread) / scale));
    }

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run ? ModelOf(run) : FailWithoutRun(call, context);

    private static Model ModelOf(Run run)
    {
        var metrics = run.Metrics;
        var total = metrics.Correct + metrics.Wrong;
        var (low, high) = Interval(metrics.Correct, total);
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{metrics.Correct:N0} of {total:N0} test pictures read right (95% interval {low * 100:F1}–{high * 100:F1}%)");
        return new Model(metrics.Accuracy, low, high, metrics.Correct, total, run.Dataset.Name, run.Id, sentence);
    }
}
