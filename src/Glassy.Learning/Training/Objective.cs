using Glassy.Arithmetic;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Training;

/// <summary>What training makes small: the cross-entropy of its pictures, weighted and smoothed as the recipe says.</summary>
public sealed class Objective
{
    private readonly float[] _weights;
    private readonly double _smoothing;

    private Objective(float[] weights, double smoothing) => (_weights, _smoothing) = (weights, smoothing);

    /// <param name="options">The recipe.</param>
    /// <param name="counts">[classes] training pictures.</param>
    public static Objective Of(TrainingOptions options, IReadOnlyList<int> counts) => new(
        options.ClassWeights == ClassWeighting.Balanced ? Balanced(counts) : [.. counts.Select(_ => 1f)], options.LabelSmoothing);

    /// <summary>
    /// Pictures in all / (classes · pictures of the class), so that the mean over pictures is 1; 0 for a class without pictures.
    /// </summary>
    /// <param name="counts">[classes] training pictures.</param>
    public static float[] Balanced(IReadOnlyList<int> counts)
    {
        double all = counts.Sum();
        return [.. counts.Select(count => count == 0 ? 0 : (float)(all / counts.Count(other => other > 0) / count))];
    }

    /// <summary>
    /// The mean over a batch, by weight. A smoothed label gives part of its probability to all classes alike (Szegedy et al. 2016,
    /// "Rethinking the Inception Architecture for Computer Vision", section 7).
    /// </summary>
    /// <param name="logits">[B, classes].</param>
    /// <param name="labels">[B] int64.</param>
    /// <returns>One number, nats.</returns>
    public Tensor Loss(Tensor logits, Tensor labels) => CrossEntropyFunction.apply(logits, labels, _weights, _smoothing);
}
