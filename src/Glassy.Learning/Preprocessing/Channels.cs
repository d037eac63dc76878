using Glassy.Imaging;

namespace Glassy.Preprocessing;

/// <summary>Lets a step that knows grey pictures make each channel of a picture.</summary>
internal static class Channels
{
    /// <param name="levels">[H, W] of one channel.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    /// <param name="result">[H, W], written.</param>
    public delegate void Step(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result);

    /// <param name="pixels">[H, W, C].</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="result">[H, W, C], written.</param>
    /// <param name="step">Called once for each channel.</param>
    public static void Each(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result, Step step)
    {
        if (shape.Channels == 1)
        {
            step(pixels, shape.Height, shape.Width, result);
            return;
        }

        var (levels, made) = (new byte[shape.Height * shape.Width], new byte[shape.Height * shape.Width]);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            for (var i = 0; i < levels.Length; i++)
            {
                levels[i] = pixels[(i * shape.Channels) + channel];
            }

            step(levels, shape.Height, shape.Width, made);
            for (var i = 0; i < made.Length; i++)
            {
                result[(i * shape.Channels) + channel] = made[i];
            }
        }
    }
}
