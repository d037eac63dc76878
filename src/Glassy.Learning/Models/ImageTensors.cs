using System.Runtime.InteropServices;
using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>Where pictures become tensors.</summary>
public static class ImageTensors
{
    private const int PicturesAtOnce = 1024;

    /// <param name="pixels">[N, H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="options">The recipe, which says how they are preprocessed and normalised.</param>
    /// <returns>[N, H, W, C] float32; the caller's dispose scope owns it.</returns>
    /// <exception cref="ArgumentException">The recipe names a step of preprocessing that there is not.</exception>
    public static Tensor From(ReadOnlyMemory<byte> pixels, ImageShape shape, TrainingOptions options)
    {
        var count = pixels.Length / shape.Length;
        var tensor = empty(count, shape.Height, shape.Width, shape.Channels);
        for (var start = 0; start < count; start += PicturesAtOnce)
        {
            var length = Math.Min(PicturesAtOnce, count - start);
            using var part = tensor.narrow(0, start, length);
            ModelInputs.Write(
                pixels.Slice(start * shape.Length, length * shape.Length), shape, options, MemoryMarshal.Cast<byte, float>(part.bytes));
        }

        return tensor;
    }
}
