using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>
/// A sample of a run's pictures, in which each counts as often as it was drawn; the same object holds one sample after the other, so
/// that thousands are looked at without a copy of the predictions. What it gives is good until the next sample is taken.
/// </summary>
public sealed class PredictionSample
{
    private readonly string[] _names;
    private readonly int[] _hits;
    private readonly int[] _support;
    private readonly int[] _predictedAs;
    private readonly int[] _labels;
    private readonly int[] _predicted;
    private readonly double[] _confidence;
    private readonly double[] _overconfidence;
    private readonly int[] _widthBin;
    private readonly int[] _byConfidence;
    private readonly bool[] _isParted;
    private readonly double[] _loss;
    private readonly double[] _brier;
    private readonly int[] _rank;
    private readonly int[] _counts;
    private int _drawn;
    private AverageMetrics? _macro;
    private AverageMetrics? _weighted;

    /// <summary>Begins with the sample that has each picture once.</summary>
    /// <param name="predictions">[N] in the split's order, at least one; where they are answers alone, only figures of answers may be
    /// asked.</param>
    /// <param name="classes">How many there are.</param>
    public PredictionSample(IReadOnlyList<Prediction> predictions, int classes)
    {
        _names = new string[classes];
        Array.Fill(_names, "");
        (_hits, _support, _predictedAs) = (new int[classes], new int[classes], new int[classes]);
        Totals = new ClassTotals(_hits, _support, _predictedAs);
        _labels = [.. predictions.Select(prediction => prediction.Label)];
        _predicted = [.. predictions.Select(prediction => prediction.Predicted)];
        var scored = predictions.All(prediction => prediction.HasProbabilities) ? predictions : [];
        _confidence = [.. scored.Select(prediction => prediction.Confidence)];
        _overconfidence = [.. scored.Select((prediction, i) => _confidence[i] - (prediction.IsCorrect ? 1 : 0))];
        _widthBin = [.. _confidence.Select(value => ReliabilityDiagram.BinOf(value, ReliabilityDiagram.BinCount))];
        _byConfidence = [.. Enumerable.Range(0, scored.Count).OrderBy(i => _confidence[i])];
        _isParted = [.. _byConfidence.Select((picture, place) =>
            place == scored.Count - 1 || _confidence[_byConfidence[place + 1]] > _confidence[picture])];
        _loss = [.. scored.Select(prediction => prediction.Loss)];
        _brier = [.. scored.Select(prediction => ProperScores.Brier([prediction]))];
        _rank = [.. scored.Select(TopKAccuracy.RankOfTruth)];
        _counts = new int[predictions.Count];
        Array.Fill(_counts, 1);
        Tally();
    }

    /// <summary>Of the sample.</summary>
    public ClassTotals Totals { get; }

    /// <summary>Means over the classes, each counting alike.</summary>
    public AverageMetrics Macro => _macro ??= AverageMetrics.Macro(Totals.PerClass(_names));

    /// <summary>Means over the classes, each counting as often as it has pictures in the sample.</summary>
    public AverageMetrics Weighted => _weighted ??= AverageMetrics.Weighted(Totals.PerClass(_names));

    /// <summary>Mean cross-entropy, nats.</summary>
    public double LogLoss => MeanOf(_loss);

    /// <summary>Brier score, 0..2.</summary>
    public double Brier => MeanOf(_brier);

    /// <summary>ECE over fifteen bins of equal width, 0..1, as <see cref="ReliabilityDiagram.EqualWidth"/>.</summary>
    public double EqualWidthCalibrationError
    {
        get
        {
            Span<double> gaps = stackalloc double[ReliabilityDiagram.BinCount];
            gaps.Clear();
            for (var i = 0; i < _counts.Length; i++)
            {
                gaps[_widthBin[i]] += _counts[i] * _overconfidence[i];
            }

            return SumOfSizes(gaps) / _drawn;
        }
    }

    /// <summary>ECE over bins of as many pictures each, 0..1, as <see cref="ReliabilityDiagram.EqualMass"/>.</summary>
    public double EqualMassCalibrationError
    {
        get
        {
            var (sum, gap, count, left) = (0.0, 0.0, 0, _drawn);
            for (var place = 0; place < _byConfidence.Length; place++)
            {
                var picture = _byConfidence[place];
                gap += _counts[picture] * _overconfidence[picture];
                (count, left) = (count + _counts[picture], left - _counts[picture]);
                if (_isParted[place] && ReliabilityDiagram.IsBin(count, left, _drawn))
                {
                    (sum, gap, count) = (sum + Math.Abs(gap), 0, 0);
                }
            }

            return sum / _drawn;
        }
    }

    /// <summary>Share of the sample whose true class is among the k most probable, 0..1.</summary>
    /// <param name="k">1 or more.</param>
    public double ShareWithin(int k)
    {
        var within = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            within += _rank[i] < k ? _counts[i] : 0;
        }

        return (double)within / _drawn;
    }

    /// <summary>Takes another sample.</summary>
    /// <param name="counts">[N] how often each picture was drawn, 0 or more; one at least was.</param>
    internal void Take(ReadOnlySpan<int> counts)
    {
        counts.CopyTo(_counts);
        Tally();
    }

    /// <summary>
    /// Takes each picture once, and each answer for right with the probability that the model gave it: what a calibrated model of the same
    /// probabilities would have got. Calibration errors may be asked then, and nothing else; there is no way back.
    /// </summary>
    internal void BeCalibrated(SplitMix64 generator)
    {
        Array.Fill(_counts, 1);
        _drawn = _counts.Length;
        for (var i = 0; i < _overconfidence.Length; i++)
        {
            _overconfidence[i] = _confidence[i] - (generator.NextShare() < _confidence[i] ? 1 : 0);
        }
    }

    private void Tally()
    {
        (_macro, _weighted, _drawn) = (null, null, 0);
        Array.Clear(_hits);
        Array.Clear(_support);
        Array.Clear(_predictedAs);
        for (var i = 0; i < _counts.Length; i++)
        {
            var (label, predicted, count) = (_labels[i], _predicted[i], _counts[i]);
            _drawn += count;
            _support[label] += count;
            _predictedAs[predicted] += count;
            _hits[label] += label == predicted ? count : 0;
        }
    }

    private double MeanOf(double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += _counts[i] * values[i];
        }

        return sum / _drawn;
    }

    private static double SumOfSizes(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Abs(value);
        }

        return sum;
    }
}
