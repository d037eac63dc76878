using System.Numerics;
using System.Runtime.InteropServices;
using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Training;

/// <summary>
/// Adam in one pass over each parameter's memory: the same steps as <c>torch.optim.Adam</c>, which goes over it a dozen times and
/// takes nearly half of a training step. Source: Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1. With weight
/// decay the same steps as <c>torch.optim.AdamW</c>: Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2.
/// </summary>
public sealed class Adam
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    private readonly IReadOnlyList<Tensor> _parameters;
    private readonly double _weightDecay;
    private readonly float[][] _means;
    private readonly float[][] _variances;
    private int _steps;

    /// <param name="parameters">Float32, contiguous, on the processor; they stay the caller's.</param>
    /// <param name="weightDecay">What part of every parameter each step takes off, times the step size; 0 for none.</param>
    public Adam(IReadOnlyList<Tensor> parameters, double weightDecay = 0)
    {
        _parameters = parameters;
        _weightDecay = weightDecay;
        _means = [.. parameters.Select(parameter => new float[parameter.numel()])];
        _variances = [.. parameters.Select(parameter => new float[parameter.numel()])];
    }

    /// <summary>How many steps were taken.</summary>
    public int Steps => _steps;

    /// <summary>A copy of what is remembered between steps.</summary>
    public AdamState Save() =>
        new(_steps, [.. _means.Select(mean => mean.ToArray())], [.. _variances.Select(variance => variance.ToArray())]);

    /// <summary>Goes on from where another left off.</summary>
    /// <exception cref="ArgumentException">It is of other parameters.</exception>
    public void Restore(AdamState state)
    {
        _steps = state.Steps;
        Copy(state.Means, _means);
        Copy(state.Variances, _variances);
    }

    /// <summary>Takes one step down the gradients and sets them to zero for the next one.</summary>
    /// <param name="learningRate">The step size, 0 or more.</param>
    public void Step(double learningRate)
    {
        _steps++;
        var kept = (float)(1 - (learningRate * _weightDecay));
        var rate = (float)(learningRate / (1 - PortableMath.Power(Beta1, _steps)));
        var scale = (float)(1 / Math.Sqrt(1 - PortableMath.Power(Beta2, _steps)));
        for (var i = 0; i < _parameters.Count; i++)
        {
            using var gradient = _parameters[i].grad
                ?? throw new InvalidOperationException("a parameter has no gradient: call backward() before a step");
            Update(Floats(_parameters[i]), Floats(gradient), _means[i], _variances[i], kept, rate, scale);
        }
    }

    private static void Copy(IReadOnlyList<float[]> from, float[][] to)
    {
        if (!from.Select(values => values.Length).SequenceEqual(to.Select(values => values.Length)))
        {
            throw new ArgumentException("the optimiser's state is of another model");
        }

        for (var i = 0; i < to.Length; i++)
        {
            from[i].CopyTo(to[i], 0);
        }
    }

    private static void Update(
        Span<float> values,
        Span<float> gradients,
        float[] means,
        float[] variances,
        float kept,
        float rate,
        float scale)
    {
        var vectors = values.Length - (values.Length % Vector<float>.Count);
        for (var i = 0; i < vectors; i += Vector<float>.Count)
        {
            var gradient = new Vector<float>(gradients[i..]);
            var old = new Vector<float>(means, i);
            var mean = old + ((gradient - old) * (float)(1 - Beta1));
            var variance = (new Vector<float>(variances, i) * (float)Beta2) + (gradient * gradient * (float)(1 - Beta2));
            var step = mean * rate / ((Vector.SquareRoot(variance) * scale) + new Vector<float>(Epsilon));
            ((new Vector<float>(values[i..]) * kept) - step).CopyTo(values[i..]);
            mean.CopyTo(means, i);
            variance.CopyTo(variances, i);
        }

        for (var i = vectors; i < values.Length; i++)
        {
            means[i] += (gradients[i] - means[i]) * (float)(1 - Beta1);
            variances[i] = (variances[i] * (float)Beta2) + (gradients[i] * gradients[i] * (float)(1 - Beta2));
            values[i] = (values[i] * kept) - (means[i] * rate / ((MathF.Sqrt(variances[i]) * scale) + Epsilon));
        }

        gradients.Clear();
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
