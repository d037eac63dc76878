using System.Runtime.InteropServices;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Evaluation;

/// <summary>
/// Which pixels a model's answer depends on: the gradient of the predicted class' logit by the normalised input, as in K. Simonyan,
/// A. Vedaldi and A. Zisserman, "Deep Inside Convolutional Networks" (2014). Tensors end here.
/// </summary>
public static class Saliency
{
    /// <summary>Explains what a model said of some pictures.</summary>
    /// <param name="model">The model that said it.</param>
    /// <param name="images">The split that they are in.</param>
    /// <param name="predictions">What it said of those to explain; their indices are places in the split.</param>
    /// <returns>[predictions][H · W] the gradient's magnitude, the largest over channels, divided by the picture's largest: 0..1; all 0
    /// where the gradient is.</returns>
    /// <exception cref="InvalidDataException">The weights or the pictures are of another model.</exception>
    public static IReadOnlyList<float[]> Of(TrainedModel model, LabeledImages images, IReadOnlyList<Prediction> predictions)
    {
        if (images.Shape != model.Shape)
        {
            throw new InvalidDataException($"the pictures are {images.Shape}, the model was trained on {model.Shape}");
        }

        if (predictions.Count == 0)
        {
            return [];
        }

        set_num_threads(model.Options.Threads);
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)model.Options.Seed);
        using var network = ArchitectureCatalog.Get(model.Options.Model).Build(model.Shape, model.Classes, model.Options, generator);
        network.Import(model.Weights);

        var pixels = predictions.SelectMany(prediction => images.Image(prediction.Index).ToArray()).ToArray();
        var inputs = ImageTensors.From(pixels, images.Shape, model.Options).requires_grad_(true);                  // [N, H, W, C]
        var classes = tensor(predictions.Select(prediction => (long)prediction.Predicted).ToArray()).unsqueeze(1);  // [N, 1]
        network.Forward(inputs).gather(1, classes).sum().backward(); // a picture's logit depends on no other picture
        var gradient = inputs.grad ?? throw new InvalidOperationException("the model's output does not depend on its input");
        var magnitudes = MemoryMarshal.Cast<byte, float>(gradient.abs().amax(3).bytes);                                 // [N, H, W]
        var length = images.Shape.Height * images.Shape.Width;
        var found = new float[predictions.Count][];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = AsShares(magnitudes.Slice(i * length, length));
        }

        return found;
    }

    private static float[] AsShares(ReadOnlySpan<float> magnitudes)
    {
        var shares = magnitudes.ToArray();
        var largest = shares.Max();
        for (var i = 0; i < shares.Length && largest > 0; i++)
        {
            shares[i] /= largest;
        }

        return shares;
    }
}
