namespace Glassy.Metrics;

/// <summary>How well one class is told from all others by its probability, at every threshold.</summary>
/// <param name="Class">The class' name.</param>
/// <param name="Points">From the threshold that no picture reaches to the one that all do: one for each probability that occurs.</param>
/// <param name="Used">What came of the model's answers.</param>
/// <param name="UsedThreshold">
/// The answers are those of a threshold above the lower end, up to the upper one; null where they are those of none, since the answer is
/// the most probable of several classes.
/// </param>
/// <param name="Auc">The area under the ROC curve: how often a picture of the class has the higher probability, equal ones counting half,
/// 0..1.</param>
/// <param name="AveragePrecision">The mean of the precision over the pictures of the class, Σ (Rᵢ − Rᵢ₋₁)·Pᵢ, 0..1.</param>
public sealed record ThresholdCurve(
    string Class,
    IReadOnlyList<ThresholdPoint> Points,
    ThresholdPoint Used,
    Interval? UsedThreshold,
    EstimatedShare Auc,
    EstimatedShare AveragePrecision)
{
    /// <summary>Null where there are no pictures of the class, or none of others, or no probabilities.</summary>
    /// <param name="predictions">[N] of the test split, in any order.</param>
    /// <param name="label">The class.</param>
    /// <param name="name">The class' name.</param>
    /// <remarks>
    /// The area's standard error is DeLong's (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44), by mid-ranks (Sun and Xu 2014), on
    /// the logit (Pepe 2003, section 5.2.5); that of the average precision is 1/√(n·p·(1−p)) on the logit, n pictures of the class (Boyd,
    /// Eng and Page 2013).
    /// </remarks>
    public static ThresholdCurve? Of(IReadOnlyList<Prediction> predictions, int label, string name)
    {
        var positives = predictions.Count(prediction => prediction.Label == label);
        var negatives = predictions.Count - positives;
        if (positives == 0 || negatives == 0 || !predictions.All(prediction => prediction.HasProbabilities))
        {
            return null;
        }

        List<(double Score, bool IsOf)> scored = [.. predictions
            .Select(prediction => (Score: (double)prediction.LogProbabilities[label], IsOf: prediction.Label == label))
            .OrderByDescending(picture => picture.Score)];
        var points = PointsOf(scored, positives, negatives);
        var (found, alarms) = (0, 0);
        foreach (var prediction in predictions.Where(prediction => prediction.Predicted == label))
        {
            (found, alarms) = prediction.Label == label ? (found + 1, alarms) : (found, alarms + 1);
        }

        var threshold = ThresholdOf(predictions, label);
        return new ThresholdCurve(
            name,
            points,
            new ThresholdPoint(threshold?.High ?? double.NaN, new Proportion(found, positives), new Proportion(alarms, negatives)),
            threshold,
            AreaOf(scored, positives, negatives),
            AveragePrecisionOf(points, positives));
    }

    private static List<ThresholdPoint> PointsOf(List<(double Score, bool IsOf)> scored, int positives, int negatives)
    {
        List<ThresholdPoint> points = [new(double.PositiveInfinity, new Proportion(0, positives), new Proportion(0, negatives))];
        var (found, alarms) = (0, 0);
        for (var i = 0; i < scored.Count; i++)
        {
            (found, alarms) = scored[i].IsOf ? (found + 1, alarms) : (found, alarms + 1);
            if (i + 1 == scored.Count || scored[i + 1].Score < scored[i].Score)
            {
                points.Add(new ThresholdPoint(
                    Math.Min(1, Math.Exp(scored[i].Score)), new Proportion(found, positives), new Proportion(alarms, negatives)));
            }
        }

        return points;
    }

    /// <summary>Between the highest probability that was not enough and the lowest that was; null where they overlap.</summary>
    private static Interval? ThresholdOf(IReadOnlyList<Prediction> predictions, int label)
    {
        var notEnough = predictions
            .Where(prediction => prediction.Predicted != label)
            .Select(prediction => prediction.ProbabilityOf(label))
            .DefaultIfEmpty(0)
            .Max();
        var enough = predictions
            .Where(prediction => prediction.Predicted == label)
            .Select(prediction => prediction.ProbabilityOf(label))
            .DefaultIfEmpty(1)
            .Min();
        return notEnough < enough ? new Interval(notEnough, enough) : null;
    }

    private static EstimatedShare AreaOf(List<(double Score, bool IsOf)> scored, int positives, int negatives)
    {
        // The share of the others that each picture beats, and of those of the class that beat each other one: DeLong's V10 and V01.
        var all = MidRanks([.. scored.Select(picture => picture.Score)]);
        var ofClass = MidRanks([.. scored.Where(picture => picture.IsOf).Select(picture => picture.Score)]);
        var ofOthers = MidRanks([.. scored.Where(picture => !picture.IsOf).Select(picture => picture.Score)]);
        var (beaten, beatenBy) = (new double[positives], new double[negatives]);
        var (p, n) = (0, 0);
        for (var i = 0; i < scored.Count; i++)
        {
            if (scored[i].IsOf)
            {
                beaten[p] = 1 - ((all[i] - ofClass[p]) / negatives);
                p++;
            }
            else
            {
                beatenBy[n] = (all[i] - ofOthers[n]) / positives;
                n++;
            }
        }

        var area = beaten.Average();
        var error = Math.Sqrt((VarianceOf(beaten) / positives) + (VarianceOf(beatenBy) / negatives));
        return EstimatedShare.OfLogit(area, error / (area * (1 - area)));
    }

    /// <summary>Ranks from 1 of scores in descending order; equal ones have the mean of theirs.</summary>
    private static double[] MidRanks(double[] scores)
    {
        var ranks = new double[scores.Length];
        for (var start = 0; start < scores.Length;)
        {
            var end = start + 1;
            while (end < scores.Length && scores[end] == scores[start])
            {
                end++;
            }

            Array.Fill(ranks, (start + 1 + end) / 2.0, start, end - start);
            start = end;
        }

        return ranks;
    }

    private static double VarianceOf(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? double.NaN : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static EstimatedShare AveragePrecisionOf(List<ThresholdPoint> points, int positives)
    {
        var average = points.Zip(points.Skip(1), (before, point) => (point.Found.Value - before.Found.Value) * point.Precision.Value).Sum();
        return EstimatedShare.OfLogit(average, 1 / Math.Sqrt(positives * average * (1 - average)));
    }
}
