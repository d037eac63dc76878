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

    /// <summary>
    /// Tiles of larger pictures show as many weights of each row and column, evenly spread: a sheet of photographs would have 100 million.
    /// </summary>
    private const int LongestSide = 112;

    /// <summary>Of units that see whole pictures: a pixel a weight.</summary>
    private static readonly Grid Pictures = new(Columns: 16, Gap: 2, Cell: 1);

    /// <summary>Of filters, which would be too small to be seen.</summary>
    private static readonly Grid Filters = new(Columns: 8, Gap: 10, Cell: 14);

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
        var (tiles, grid) = (Math.Min(units, MostTiles), GridOf(areFilters));
        var (rows, columns) = ((tiles + grid.Columns - 1) / grid.Columns, Math.Min(tiles, grid.Columns));
        var (shownHeight, shownWidth) = Shown(weights);
        var (height, width) = (grid.Cell * shownHeight, grid.Cell * shownWidth);
        return new ImageShape((rows * (height + grid.Gap)) - grid.Gap, (columns * (width + grid.Gap)) - grid.Gap, 3);
    }

    /// <returns>A PNG of <see cref="ShapeOf"/>.</returns>
    public static byte[] Draw(FirstLayer layer)
    {
        var (sheet, grid, scale) = (ShapeOf(layer.Units, layer.Shape, layer.AreFilters), GridOf(layer.AreFilters), layer.Scale);
        var (shownHeight, shownWidth) = Shown(layer.Shape);
        var (height, width) = (grid.Cell * shownHeight, grid.Cell * shownWidth);
        var pixels = new byte[sheet.Length];
        Array.Fill(pixels, GapLevel);
        for (var unit = 0; unit < Math.Min(layer.Units, MostTiles); unit++)
        {
            var (top, left) = (unit / grid.Columns * (height + grid.Gap), unit % grid.Columns * (width + grid.Gap));
            var weights = layer.Of(unit);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var (row, column) = (y / grid.Cell * layer.Shape.Height / shownHeight, x / grid.Cell * layer.Shape.Width / shownWidth);
                    var place = (row * layer.Shape.Width) + column;
                    var weight = weights.Slice(place * layer.Shape.Channels, layer.Shape.Channels);
                    Colour(weight, scale, pixels.AsSpan((((top + y) * sheet.Width) + left + x) * 3, 3));
                }
            }
        }

        return Png.Encode(pixels, sheet);
    }

    /// <summary>How many of a unit's rows and columns are shown.</summary>
    private static (int Height, int Width) Shown(ImageShape weights)
    {
        var longest = Math.Max(weights.Height, weights.Width);
        return longest <= LongestSide
            ? (weights.Height, weights.Width)
            : (Math.Max(1, weights.Height * LongestSide / longest), Math.Max(1, weights.Width * LongestSide / longest));
    }

    private static Grid GridOf(bool areFilters) => areFilters ? Filters : Pictures;

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

    /// <param name="Columns">Tiles in a row.</param>
    /// <param name="Gap">Pixels between two tiles.</param>
    /// <param name="Cell">Pixels of a weight along each axis.</param>
    private sealed record Grid(int Columns, int Gap, int Cell);
}
