using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// Two levels by the picture's own threshold (Otsu 1979): ink 255, paper 0. A picture of one level becomes all ink from 128 on and else all
/// paper, so that an empty one stays as it is. Applied again it changes nothing.
/// </summary>
public sealed class Binarize : IPreprocessor
{
    public string Name => PreprocessingNames.Binarize;

    public string Description => "Makes every pixel either ink (255) or paper (0), by Otsu's threshold of each picture.";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var threshold = OtsuThreshold.Of(levels);
        for (var i = 0; i < levels.Length; i++)
        {
            result[i] = levels[i] > threshold ? byte.MaxValue : byte.MinValue;
        }
    }
}
