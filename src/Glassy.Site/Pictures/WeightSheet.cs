using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Pictures;

/// <summary>Draws a first layer's weights as tiles on one sheet.</summary>
/// <remarks>
/// Grey pictures: a diverging colour from near-black, as the ground of digits is, to cool where ink speaks for the unit and to warm
/// where it speaks against it; brightness is the size. Colour pictures: each channel's weight about the middle of that channel.
/// </remarks>
public static class WeightSheet
{
    /// <summary>More tiles than this nobody looks at.</summary>
    public const int MostTiles = 256;

    private const int Columns = 16;
    private const int Gap = 2;
    private const byte GapLevel = 104;

    private static readonly byte[] Ground = [15, 19, 22];
    private static readonly byte[] For = [120, 226, 236];
    private static readonly byte[] Against = [255, 138, 92];

    /// <summary>The sheet's size: tiles with lines between them, in colour.</summary>
    /// <param name="units">Of the layer.</param>
    /// <param name="tile">Of each unit's weights.</param>
    public static ImageShape ShapeOf(int units, ImageShape tile)
    {
        var tiles = Math.Min(units, MostTiles);
        var (rows, columns) = ((tiles + Columns - 1) / Columns, Math.Min(tiles, Columns));
        return new ImageShape((rows * (tile.Height + Gap)) - Gap, (columns * (tile.Width + Gap)) - Gap, 3);
    }

    /// <returns>A PNG of <see cref="ShapeOf"/>.</returns>
    public static byte[] Draw(FirstLayer layer)
    {
        var sheet = ShapeOf(layer.Units, layer.Shape);
        var pixels = new byte[sheet.Length];
        Array.Fill(pixels, GapLevel);
        var scale = layer.Scale;
        for (var unit = 0; unit < Math.Min(layer.Units, MostTiles); unit++)
        {
            var (top, left) = (unit / Columns * (layer.Shape.Height + Gap), unit % Columns * (layer.Shape.Width + Gap));
            var weights = layer.Of(unit);
            for (var y = 0; y < layer.Shape.Height; y++)
            {
                for (var x = 0; x < layer.Shape.Width; x++)
                {
                    var weight = weights.Slice(((y * layer.Shape.Width) + x) * layer.Shape.Channels, layer.Shape.Channels);
                    Colour(weight, scale, pixels.AsSpan((((top + y) * sheet.Width) + left + x) * 3, 3));
                }
            }
        }

        return Png.Encode(pixels, sheet);
    }

    private static void Colour(ReadOnlySpan<float> weight, float scale, Span<byte> pixel)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            var share = scale == 0 ? 0 : Math.Clamp(weight[weight.Length == 1 ? 0 : channel] / scale, -1, 1);
            var end = share < 0 ? Against : For;
            pixel[channel] = weight.Length == 1
                ? (byte)MathF.Round(Ground[channel] + ((end[channel] - Ground[channel]) * Math.Abs(share)))
                : (byte)MathF.Round(127.5f + (127.5f * share));
        }
    }
}
