using Glassy.Imaging;
using Glassy.Preprocessing;
using Glassy.Runs;

namespace Glassy.Models;

/// <summary>
/// The one way from pictures to a model's input, the same for training, test and drawings: the recipe's steps of preprocessing, then its
/// normalisation.
/// </summary>
public static class ModelInputs
{
    /// <param name="pixels">[N, H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="inputs">[N, H, W, C], written.</param>
    /// <exception cref="ArgumentException">The recipe names a step that there is not.</exception>
    public static void Write(ReadOnlyMemory<byte> pixels, ImageShape shape, TrainingOptions options, Span<float> inputs) =>
        InputNormalizer.Normalize(PreprocessingChain.Parse(options.Preprocess).Apply(pixels, shape).Span, shape, options.Normalize, inputs);

    /// <summary>One picture as the model gets it.</summary>
    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="options">The recipe.</param>
    /// <returns>[H, W, C].</returns>
    /// <exception cref="ArgumentException">The recipe names a step that there is not.</exception>
    public static float[] Of(ReadOnlyMemory<byte> picture, ImageShape shape, TrainingOptions options)
    {
        var inputs = new float[shape.Length];
        Write(picture, shape, options, inputs);
        return inputs;
    }
}
