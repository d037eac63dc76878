using Glassy.Datasets.Drawings;
using Glassy.Runs;

namespace Glassy.Drawing;

/// <summary>All that a browser needs to read a drawing as the model does.</summary>
/// <param name="Height">Of the pictures, pixels.</param>
/// <param name="Width">Of the pictures, pixels.</param>
/// <param name="Normalize">How grey levels become inputs.</param>
/// <param name="Polarity">Whether the dataset's ink is bright or dark.</param>
/// <param name="Classes">Their names, in label order.</param>
/// <param name="Layers">From the picture to the logits.</param>
/// <param name="Gallery">[pictures][H · W] grey levels of the test pictures that readers can start from.</param>
public sealed record BrowserModel(
    int Height,
    int Width,
    Normalization Normalize,
    Polarity Polarity,
    IReadOnlyList<string> Classes,
    IReadOnlyList<BrowserLayer> Layers,
    IReadOnlyList<byte[]> Gallery)
{
    /// <param name="run">One that <see cref="DrawingSupport"/> has no objection to.</param>
    /// <param name="weights">The run's: of each dense layer [outputs, inputs], of each convolution [filters, inputs, 3, 3], then its
    /// biases.</param>
    /// <param name="polarity">The dataset's.</param>
    /// <param name="gallery">[pictures][H · W] grey levels.</param>
    public static BrowserModel Of(Run run, ModelWeights weights, Polarity polarity, IReadOnlyList<byte[]> gallery)
    {
        var (shape, layers) = (run.Dataset.Shape, weights.Arrays.Count / 2);
        return new BrowserModel(
            shape.Height,
            shape.Width,
            run.OwnOptions.Normalize,
            polarity,
            run.Dataset.Classes,
            [
                .. weights.Arrays
                .Chunk(2)
                .Select((layer, i) => BrowserLayer.Quantize(layer[0], layer[1], relu: i < layers - 1, PictureOf(run.OwnModel, layer[0]))),
            ],
            gallery);
    }

    /// <summary>The weights that the browser computes with, under the names that they have in the run.</summary>
    /// <param name="original">The run's, which were rounded.</param>
    /// <exception cref="InvalidDataException">A layer has more or fewer weights, scales or biases than its size asks for, or a character
    /// that is no level.</exception>
    public ModelWeights WeightsLike(ModelWeights original) => new(
    [
        .. original.Arrays.Chunk(2).Zip(Layers, (arrays, layer) => new[]
        {
            arrays[0] with { Values = layer.Dequantize() },
            arrays[1] with { Values = layer.Biases },
        }).SelectMany(arrays => arrays),
    ]);

    /// <summary>What a convolution slides over, which is as large as what it gives; null for a dense layer.</summary>
    private static BrowserPicture? PictureOf(ModelInfo model, WeightArray weight) => weight.Shape.Count == 2
        ? null
        : model.Layers.First(layer => weight.Name == $"{layer.Name}.weight").OutputShape is [var height, var width, _]
            ? new BrowserPicture(height, width)
            : throw new InvalidDataException($"the layer of `{weight.Name}` gives no picture");
}
