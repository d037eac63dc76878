namespace Glassy.Datasets.Drawings;

/// <summary>The outermost rows and columns of a picture.</summary>
internal static class BorderPixels
{
    /// <summary>Each once, as row · width + column, in reading order.</summary>
    public static IEnumerable<int> Of(int height, int width)
    {
        for (var y = 0; y < height; y++)
        {
            var step = y == 0 || y == height - 1 ? 1 : Math.Max(width - 1, 1);
            for (var x = 0; x < width; x += step)
            {
                yield return (y * width) + x;
            }
        }
    }
}
