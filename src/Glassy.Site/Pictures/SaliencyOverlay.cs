using Glassy.Imaging;

namespace Glassy.Pictures;

/// <summary>Lays what a model's answer depends on over the picture that it saw.</summary>
public static class SaliencyOverlay
{
    /// <summary>The picture itself is dimmed to this share, so that the colour stands out.</summary>
    private const float Dimmed = .55f;

    /// <summary>Orange, as everything that is wrong: legible on black and on white.</summary>
    private static readonly float[] Heat = [255, 122, 46];

    /// <param name="pixels">[H, W, C] levels.</param>
    /// <param name="shape">Their size.</param>
    /// <param name="saliency">[H · W] 0..1.</param>
    /// <returns>[H, W, 3] levels, 0..255.</returns>
    public static byte[] Draw(ReadOnlySpan<byte> pixels, ImageShape shape, ReadOnlySpan<float> saliency)
    {
        var drawn = new byte[saliency.Length * 3];
        for (var i = 0; i < saliency.Length; i++)
        {
            var level = shape.Channels == 1
                ? pixels[i]
                : (.299f * pixels[i * 3]) + (.587f * pixels[(i * 3) + 1]) + (.114f * pixels[(i * 3) + 2]); // luma of ITU-R BT.601
            for (var c = 0; c < 3; c++)
            {
                drawn[(i * 3) + c] = (byte)MathF.Round((level * Dimmed * (1 - saliency[i])) + (Heat[c] * saliency[i]));
            }
        }

        return drawn;
    }

    /// <summary>A picture as the model got it: its inputs from 0 to their largest as levels.</summary>
    /// <param name="inputs">[H, W, C] normalised, 0 or more.</param>
    /// <param name="shape">Their size.</param>
    /// <returns>[H, W, 3] levels, 0..255.</returns>
    public static byte[] DrawInputs(ReadOnlySpan<float> inputs, ImageShape shape)
    {
        var largest = 0f;
        foreach (var input in inputs)
        {
            largest = MathF.Max(largest, input);
        }

        var drawn = new byte[shape.Height * shape.Width * 3];
        for (var i = 0; i < drawn.Length; i++)
        {
            var input = inputs[shape.Channels == 1 ? i / 3 : i];
            drawn[i] = (byte)(largest == 0 ? 0 : MathF.Round(input / largest * byte.MaxValue));
        }

        return drawn;
    }
}
