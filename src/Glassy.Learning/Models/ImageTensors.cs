using System.Runtime.InteropServices;
using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>Where pictures become tensors.</summary>
public static class ImageTensors
{
    private const int PicturesAtOnce = 1024;

    /// <returns>[N, H, W, C] float32, normalised; the caller's dispose scope owns it.</returns>
    public static Tensor From(ReadOnlySpan<byte> pixels, ImageShape shape, Normalization normalize)
    {
        var count = pixels.Length / shape.Length;
        var tensor = empty(count, shape.Height, shape.Width, shape.Channels);
        for (var start = 0; start < count; start += PicturesAtOnce)
        {
            var length = Math.Min(PicturesAtOnce, count - start);
            using var part = tensor.narrow(0, start, length);
            InputNormalizer.Normalize(
                pixels.Slice(start * shape.Length, length * shape.Length),
                shape,
                normalize,
                MemoryMarshal.Cast<byte, float>(part.bytes));
        }

        return tensor;
    }
}
