using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>Intervals of a run's figures that have no formula, by drawing its pictures again.</summary>
/// <remarks>
/// The interval holds the chance of the pictures for this trained model, not that of training again. Pictures are drawn class by class, as
/// many of each as there are, so that no class vanishes. Intervals go from percentile to percentile. Sources: <see cref="Resampling"/>.
/// <para>
/// Where pictures come in groups (of one patient, one writer), whole groups are drawn, as many as there are: those of a group are alike,
/// and drawn one by one they would count as so many separate proofs (A. Davison and D. Hinkley 1997, "Bootstrap methods and their
/// application", section 3.8). Draws of few groups scatter too little, so the percentiles are those that Student's t asks for in place of
/// the normal distribution's (T. Hesterberg 2015, "What teachers should know about the bootstrap", The American Statistician 69, section
/// 5.3).
/// </para>
/// <para>
/// A calibration error is never below 0, and its draws are larger than it is, as it is larger than the truth. So its interval ends where
/// draws do, and begins at 0 if a calibrated model would have as large an error (answers drawn with the model's own probabilities, as in J.
/// Bröcker and L. Smith 2007,
/// "Increasing the reliability of reliability diagrams", Weather and Forecasting 22), else at the end reflected in the figure: it holds the
/// truth too often rather than too seldom.
/// </para>
/// </remarks>
public static class PictureBootstrap
{
    /// <param name="predictions">[N] in the split's order, at least one.</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="figures">Of those that need probabilities only what predictions have.</param>
    /// <param name="resampling">How it draws.</param>
    /// <param name="groups">What is drawn whole; null to draw pictures by themselves. Too few groups give no intervals.</param>
    /// <returns>In the order of the figures, without those that are alike in every draw: of a model without a mistake nothing is
    /// claimed.</returns>
    public static IReadOnlyList<FigureInterval> Intervals(
        IReadOnlyList<Prediction> predictions,
        int classes,
        IReadOnlyList<SampledFigure> figures,
        Resampling resampling,
        PictureGroups? groups = null)
    {
        if (groups is { AreEnough: false })
        {
            return [];
        }

        var sample = new PredictionSample(predictions, classes);
        var values = figures.Select(_ => new double[resampling.Count]).ToArray();
        var drawAgain = DrawingOf(predictions, groups);
        var (generator, counts) = (new SplitMix64(resampling.Seed), new int[predictions.Count]);
        for (var draw = 0; draw < resampling.Count; draw++)
        {
            drawAgain(generator, counts);
            sample.Take(counts);
            for (var f = 0; f < figures.Count; f++)
            {
                values[f][draw] = figures[f].Of(sample);
            }
        }

        Array.Fill(counts, 1);
        sample.Take(counts);
        double[] whole = [.. figures.Select(figure => figure.Of(sample))];
        var noise = NoiseOf(sample, figures, resampling);
        var beyond = BeyondOf(groups);
        return
        [
            .. figures.Select((figure, f) => (figure.Name, Interval: IntervalOf(
                whole[f], Resampling.Percentiles(values[f], beyond), noise[f]), Noise: noise[f], Draws: values[f]))
                .Where(figure => figure.Draws[0] < figure.Draws[^1]) // Percentiles has sorted them
                .Select(figure => new FigureInterval(figure.Name, figure.Interval, figure.Noise)),
        ];
    }

    /// <summary>What sets how often each picture is drawn.</summary>
    /// <param name="predictions">[N] in the split's order.</param>
    /// <param name="groups">What is drawn whole; null to draw pictures by themselves, class by class.</param>
    internal static Action<SplitMix64, int[]> DrawingOf(IReadOnlyList<Prediction> predictions, PictureGroups? groups) =>
        groups is null ? ByClass(predictions) : ByGroup(groups);

    /// <summary>
    /// The share of draws beyond each end: of groups that of a normal distribution beyond √(G/(G − 1)) times the quantile of
    /// Student's t with G − 1 degrees of freedom.
    /// </summary>
    /// <param name="groups">What is drawn whole; null where pictures are drawn by themselves.</param>
    internal static double BeyondOf(PictureGroups? groups)
    {
        const int normal = 100_000; // degrees of freedom at which Student's t is the normal distribution, to a ten thousandth of its tail
        return groups is null
            ? Resampling.Beyond
            : StudentT.TwoSidedP(
                StudentT.Quantile(1 - Resampling.Beyond, groups.Count - 1) * Math.Sqrt(groups.Count / (groups.Count - 1.0)), normal) / 2;
    }

    /// <summary>Sets how often each picture is drawn: of each class as many as there are.</summary>
    private static Action<SplitMix64, int[]> ByClass(IReadOnlyList<Prediction> predictions)
    {
        int[][] byClass = [.. Enumerable.Range(0, predictions.Count)
            .GroupBy(i => predictions[i].Label)
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray())];
        return (generator, counts) =>
        {
            Array.Clear(counts);
            foreach (var pictures in byClass)
            {
                for (var i = 0; i < pictures.Length; i++)
                {
                    counts[pictures[generator.Below(pictures.Length)]]++;
                }
            }
        };
    }

    /// <summary>Sets how often each picture is drawn: as often as its group.</summary>
    private static Action<SplitMix64, int[]> ByGroup(PictureGroups groups)
    {
        var (of, drawn) = (groups.Of.ToArray(), new int[groups.Count]);
        return (generator, counts) =>
        {
            Resampling.Draw(generator, drawn);
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = drawn[of[i]];
            }
        };
    }

    private static Interval IntervalOf(double value, Interval drawn, double? noise) =>
        noise is null ? drawn : drawn with { Low = value <= noise ? 0 : Math.Max(0, (2 * value) - drawn.High) };

    /// <summary>What each figure that grows with noise would be at most for a calibrated model; null for the others.</summary>
    private static double?[] NoiseOf(PredictionSample sample, IReadOnlyList<SampledFigure> figures, Resampling resampling)
    {
        var draws = figures.Select(figure => figure.GrowsWithNoise ? new double[resampling.Count] : null).ToArray();
        var generator = new SplitMix64(resampling.Seed);
        for (var draw = 0; draw < resampling.Count && draws.Any(values => values is not null); draw++)
        {
            sample.BeCalibrated(generator);
            for (var f = 0; f < figures.Count; f++)
            {
                if (draws[f] is { } values)
                {
                    values[draw] = figures[f].Of(sample);
                }
            }
        }

        return [.. draws.Select(values => values is null ? (double?)null : Resampling.Percentiles(values).High)];
    }
}
