using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Models;

/// <summary>Turns grey levels into numbers, the last step to a model's input; pictures go through <see cref="ModelInputs"/>.</summary>
public static class InputNormalizer
{
    /// <param name="pixels">[N, H, W, C] bytes.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="normalize">How.</param>
    /// <param name="inputs">[N, H, W, C], written.</param>
    public static void Normalize(ReadOnlySpan<byte> pixels, ImageShape shape, Normalization normalize, Span<float> inputs)
    {
        switch (normalize)
        {
            case Normalization.UnitColumns:
                UnitColumns(pixels, shape, inputs);
                break;
            case Normalization.Scale:
                Divide(pixels, byte.MaxValue, inputs);
                break;
            case Normalization.None:
                Divide(pixels, 1, inputs);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(normalize), normalize, "not a normalisation");
        }
    }

    #region unit-columns
    /// <summary>Keras' <c>normalize(x, axis=1)</c>: over H, for each column and channel; a norm of 0 counts as 1.</summary>
    private static void UnitColumns(ReadOnlySpan<byte> pixels, ImageShape shape, Span<float> inputs)
    {
        var rowLength = shape.Width * shape.Channels;
        var squares = new int[rowLength];
        var norms = new double[rowLength];
        for (var image = 0; image < pixels.Length; image += shape.Length)
        {
            Array.Clear(squares);
            for (var i = 0; i < shape.Length; i++)
            {
                int level = pixels[image + i];
                squares[i % rowLength] += level * level;
            }

            for (var column = 0; column < rowLength; column++)
            {
                norms[column] = squares[column] == 0 ? 1 : Math.Sqrt(squares[column]);
            }

            for (var i = 0; i < shape.Length; i++)
            {
                inputs[image + i] = (float)(pixels[image + i] / norms[i % rowLength]);
            }
        }
    }
    #endregion

    private static void Divide(ReadOnlySpan<byte> pixels, float divisor, Span<float> inputs)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            inputs[i] = pixels[i] / divisor;
        }
    }
}
