namespace Glassy.Preprocessing;

/// <summary>
/// How far each pixel is from paper: the exact Euclidean distance, squared. Source: P. F. Felzenszwalb and D. P. Huttenlocher, "Distance
/// Transforms of Sampled Functions" (Theory of Computing 8, 2012). Along columns the distance to paper is counted; along rows the lower
/// envelope of the parabolas that stand on these distances gives the nearest of all. Linear in the number of pixels.
/// </summary>
public static class SquaredDistances
{
    /// <param name="ink">[H, W]: 0 is paper, as is all beyond the edge.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    /// <returns>[H, W] squared distance to the centre of the nearest pixel of paper, in pixels; 0 on paper.</returns>
    public static int[] Of(ReadOnlySpan<byte> ink, int height, int width)
    {
        var squares = new int[ink.Length];
        for (var x = 0; x < width; x++)
        {
            AlongColumn(ink, squares, x, width);
        }

        var (sites, starts, row) = (new int[width], new double[width + 1], new int[width]);
        for (var y = 0; y < height; y++)
        {
            var line = squares.AsSpan(y * width, width);
            line.CopyTo(row);
            AlongRow(row, line, sites, starts);
        }

        return squares;
    }

    private static void AlongColumn(ReadOnlySpan<byte> ink, int[] squares, int x, int width)
    {
        for (var (place, distance) = (x, 0); place < squares.Length; place += width)
        {
            distance = ink[place] != 0 ? distance + 1 : 0;
            squares[place] = distance;
        }

        for (var (place, distance) = (squares.Length - width + x, 0); place >= 0; place -= width)
        {
            distance = ink[place] != 0 ? distance + 1 : 0;
            var nearest = Math.Min(squares[place], distance);
            squares[place] = nearest * nearest;
        }
    }

    /// <param name="heights">[W] where the parabolas stand, over their columns.</param>
    /// <param name="envelope">[W], written: the lowest parabola at each column.</param>
    /// <param name="sites">[W] memory for the columns whose parabolas are lowest somewhere.</param>
    /// <param name="starts">[W + 1] memory for where each of them begins to be.</param>
    private static void AlongRow(ReadOnlySpan<int> heights, Span<int> envelope, int[] sites, double[] starts)
    {
        var last = 0;
        (sites[0], starts[0], starts[1]) = (0, double.NegativeInfinity, double.PositiveInfinity);
        for (var x = 1; x < heights.Length; x++)
        {
            var crossing = Crossing(heights, sites[last], x);
            while (crossing <= starts[last])
            {
                last--;
                crossing = Crossing(heights, sites[last], x);
            }

            last++;
            (sites[last], starts[last], starts[last + 1]) = (x, crossing, double.PositiveInfinity);
        }

        for (var (x, lowest) = (0, 0); x < heights.Length; x++)
        {
            while (starts[lowest + 1] < x)
            {
                lowest++;
            }

            var (distance, edge) = (x - sites[lowest], Math.Min(x + 1, heights.Length - x));
            envelope[x] = Math.Min(edge * edge, (distance * distance) + heights[sites[lowest]]);
        }
    }

    /// <summary>Where the parabola over <paramref name="right"/> becomes lower than that over <paramref name="left"/>.</summary>
    private static double Crossing(ReadOnlySpan<int> heights, int left, int right) =>
        (double)(heights[right] + (right * right) - heights[left] - (left * left)) / (2 * (right - left));
}
