namespace Glassy.Metrics;

/// <summary>One number that makes all probabilities sharper or flatter, fitted on pictures that were held out of training.</summary>
/// <remarks>
/// The probabilities become softmax(z / T), which changes no answer. T minimises the log loss, which is convex in 1/T: Newton's steps end
/// where its slope is 0. Source:
/// C. Guo, G. Pleiss, Y. Sun and K. Weinberger 2017, "On calibration of modern neural networks", ICML.
/// </remarks>
/// <param name="Temperature">T: above 1 where the model is too sure.</param>
/// <param name="HeldOut">Pictures that it was fitted on.</param>
/// <param name="LogLoss">Of the test pictures after it, nats, 0 or more.</param>
/// <param name="CalibrationError">Of the test pictures after it, over fifteen bins of equal width, 0..1.</param>
public sealed record TemperatureScaling(double Temperature, int HeldOut, double LogLoss, double CalibrationError)
{
    private const int Steps = 100;
    private const double Sharpest = 100; // 1/T; a model without a mistake on the pictures would be made as sharp as one likes
    private const double Flattest = 0.01; // likewise of one that is no better than chance

    /// <summary>Null where either has no probabilities, or nothing is held out.</summary>
    /// <param name="heldOut">[N] what the model says of pictures that were held out.</param>
    /// <param name="test">[N] what it says of the test pictures, at least one.</param>
    public static TemperatureScaling? Of(IReadOnlyList<Prediction> heldOut, IReadOnlyList<Prediction> test)
    {
        if (heldOut.Count == 0 || !heldOut.Concat(test).All(prediction => prediction.HasProbabilities))
        {
            return null;
        }

        var inverse = Fit(heldOut);
        Prediction[] scaled = [.. test.Select(prediction =>
            prediction with { LogProbabilities = [.. Scale(prediction.LogProbabilities, inverse).Select(log => (float)log)] })];
        return new TemperatureScaling(
            1 / inverse, heldOut.Count, ProperScores.LogLoss(scaled), ReliabilityDiagram.EqualWidth(scaled).ExpectedCalibrationError);
    }

    private static double Fit(IReadOnlyList<Prediction> heldOut)
    {
        var (inverse, low, high) = (1.0, Flattest, Sharpest);
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curvature) = SlopeAt(heldOut, inverse);
            if (slope == 0)
            {
                break;
            }

            (low, high) = slope < 0 ? (inverse, high) : (low, inverse);
            var next = inverse - (slope / curvature);
            next = next > low && next < high ? next : (low + high) / 2; // a step out of what is known goes to its middle
            if (Math.Abs(next - inverse) < 1e-12)
            {
                break;
            }

            inverse = next;
        }

        return inverse;
    }

    /// <summary>The first and second derivative of the summed log loss by 1/T.</summary>
    private static (double Slope, double Curvature) SlopeAt(IReadOnlyList<Prediction> predictions, double inverse)
    {
        var (slope, curvature) = (0.0, 0.0);
        foreach (var prediction in predictions)
        {
            var (mean, square) = (0.0, 0.0);
            foreach (var (scaled, logit) in Scale(prediction.LogProbabilities, inverse).Zip(
                prediction.LogProbabilities, (scaled, log) => (scaled, Finite(log))))
            {
                mean += Math.Exp(scaled) * logit;
                square += Math.Exp(scaled) * logit * logit;
            }

            slope += mean - Finite(prediction.LogProbabilities[prediction.Label]);
            curvature += square - (mean * mean);
        }

        return (slope, curvature);
    }

    /// <summary>The log-softmax of log-probabilities times 1/T.</summary>
    private static double[] Scale(IReadOnlyList<float> logProbabilities, double inverse)
    {
        double[] scaled = [.. logProbabilities.Select(log => Finite(log) * inverse)];
        var largest = scaled.Max();
        var sum = largest + Math.Log(scaled.Sum(value => Math.Exp(value - largest)));
        return [.. scaled.Select(value => value - sum)];
    }

    /// <summary>
    /// The logarithm of a probability of 0 is that of the smallest number; others stay, as long as a hundred times as much is a number.
    /// </summary>
    private static double Finite(float log) => float.IsNegativeInfinity(log) ? -103.3 : Math.Max(log, -1e30);
}
