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

    /// <summary>Pixels of the sheet, along each axis, for a weight of a filter: one each would be too small to be seen.</summary>
    private const int FilterCell = 10;

    private const int Columns = 16;
    private const int Gap = 2;
    private const byte GapLevel = 104;

    private static readonly byte[] Ground = [15, 19, 22];
    private static readonly byte[] For = [120, 226, 236];
    private static readonly byte[] Against = [255, 138, 92];

    /// <summary>The sheet's size: tiles with lines between them, in colour.</summary>
    /// <param name="units">Of the layer.</param>
    /// <param name="weights">The size of each unit's weights.</param>
    /// <param name="areFilters">Whether the units are filters.</param>
    public static ImageShape ShapeOf(int units, ImageShape weights, bool areFilters)
    {
        var (tiles, cell) = (Math.Min(units, MostTiles), CellOf(areFilters));
        var (rows, columns) = ((tiles + Columns - 1) / Columns, Math.Min(tiles, Columns));
        return new ImageShape((rows * ((cell * weights.Height) + Gap)) - Gap, (columns * ((cell * weights.Width) + Gap)) - Gap, 3);
    }

    /// <returns>A PNG of <see cref="ShapeOf"/>.</returns>
    public static byte[] Draw(FirstLayer layer)
    {
        var (sheet, cell, scale) = (ShapeOf(layer.Units, layer.Shape, layer.AreFilters), CellOf(layer.AreFilters), layer.Scale);
        var (height, width) = (cell * layer.Shape.Height, cell * layer.Shape.Width);
        var pixels = new byte[sheet.Length];
        Array.Fill(pixels, GapLevel);
        for (var unit = 0; unit < Math.Min(layer.Units, MostTiles); unit++)
        {
            var (top, left) = (unit / Columns * (height + Gap), unit % Columns * (width + Gap));
            var weights = layer.Of(unit);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var weight = weights.Slice((((y / cell) * layer.Shape.Width) + (x / cell)) * layer.Shape.Channels, layer.Shape.Channels);
                    Colour(weight, scale, pixels.AsSpan((((top + y) * sheet.Width) + left + x) * 3, 3));
                }
            }
        }

        return Png.Encode(pixels, sheet);
    }

    private static int CellOf(bool areFilters) => areFilters ? FilterCell : 1;

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
