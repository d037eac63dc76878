using Glassy.Metrics;
using Glassy.Publishing;

namespace Glassy.Checking;

/// <summary>The figures that follow from packed predictions, by their paths in <c>results.json</c>.</summary>
public sealed class RecomputedFigures
{
    private const double Binary16 = 1.0 / 2048;
    private const double Exact = 1e-9;

    private readonly Dictionary<string, RecomputedFigure> _figures = new(StringComparer.Ordinal);

    public RecomputedFigures(UnpackedPredictions packed)
    {
        Prediction[] answers =
        [
            .. Enumerable.Range(0, packed.Count).Select(i => new Prediction(i, packed.Labels[i], packed.Answers[i], []))
        ];
        var report = EvaluationReport.From([.. Enumerable.Range(0, packed.Classes).Select(c => $"{c}")], answers);
        AddCounts(report);
        if (packed.Scores is { } scores)
        {
            AddScores(packed, scores);
        }
    }

    /// <summary>Null for one that does not follow from the file.</summary>
    public RecomputedFigure? Of(string path) => _figures.GetValueOrDefault(path);

    private void AddCounts(EvaluationReport report)
    {
        Add("accuracy", report.AccuracyProportion);
        for (var c = 0; c < report.Classes.Count; c++)
        {
            Add($"classes.{c}.precision", report.Classes[c].Precision);
            Add($"classes.{c}.recall", report.Classes[c].Recall);
            Add($"classes.{c}.f1", Exact, report.PerClass[c].F1);
            for (var predicted = 0; predicted < report.Classes.Count; predicted++)
            {
                Add($"confusionMatrix.{c}.{predicted}", Exact, report.Confusion.Rows[c][predicted]);
            }
        }

        foreach (var (name, means) in new[] { ("macro", report.Macro), ("weighted", report.Weighted) })
        {
            Add($"{name}.precision", Exact, means.Precision);
            Add($"{name}.recall", Exact, means.Recall);
            Add($"{name}.f1", Exact, means.F1);
        }

        Add("cohenKappa", Exact, report.Kappa);
        Add("matthewsCorrelation", Exact, report.Mcc);
    }

    private void AddScores(UnpackedPredictions packed, UnpackedScores scores)
    {
        foreach (var (place, k) in TopKAccuracy.WorthNaming(packed.Classes).Index())
        {
            Add($"topK.{place}.accuracy", new Proportion(scores.Ranks.Count(rank => rank < k), packed.Count));
        }

        Add("logLoss", scores.Losses.Average() * Binary16, scores.Losses.Average());
        Add("brierScore", scores.Briers.Average() * Binary16, scores.Briers.Average());
        var bins = new (double Sure, int Right)[ReliabilityDiagram.BinCount];
        var moved = 0; // pictures that rounding may have moved to the next bin
        for (var i = 0; i < packed.Count; i++)
        {
            var sure = 1 - scores.Rests[i];
            var bin = ReliabilityDiagram.BinOf(sure, bins.Length);
            bins[bin] = (bins[bin].Sure + sure, bins[bin].Right + (packed.Labels[i] == packed.Answers[i] ? 1 : 0));
            var edge = Math.Round(sure * bins.Length) / bins.Length;
            moved += edge is > 0 and < 1 && Math.Abs(sure - edge) <= scores.Rests[i] * Binary16 ? 1 : 0;
        }

        Add(
            "calibration.equalWidth.expectedCalibrationError",
            (scores.Rests.Average() * Binary16) + (2.0 * moved / packed.Count),
            bins.Sum(bin => Math.Abs(bin.Sure - bin.Right)) / packed.Count);
    }

    private void Add(string path, Proportion share)
    {
        Add(path + ".value", Exact, share.Value);
        Add(path + ".interval", Exact, share.Low, share.High);
    }

    private void Add(string path, double tolerance, params double[] values) => _figures[path] = new RecomputedFigure(values, tolerance);
}

/// <summary>A figure that follows from packed predictions.</summary>
/// <param name="Values">One, or the ends of an interval.</param>
/// <param name="Tolerance">How far the file's rounding may have moved it.</param>
public sealed record RecomputedFigure(IReadOnlyList<double> Values, double Tolerance);
