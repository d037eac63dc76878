using Glassy.Imaging;

namespace Glassy.Tests.Preprocessing;

/// <summary>Counts by flooding: what a thinning must keep.</summary>
internal static class Topology
{
    private static readonly (int Y, int X)[] Edges = [(-1, 0), (1, 0), (0, -1), (0, 1)];
    private static readonly (int Y, int X)[] EdgesAndCorners = [.. Edges, (-1, -1), (-1, 1), (1, -1), (1, 1)];

    /// <returns>Components of ink, connected over edges and corners, and of paper, connected over edges, without the one outside.</returns>
    public static (int Components, int Holes) Of(byte[] pixels, ImageShape shape)
    {
        var ink = Padded(pixels, shape);
        return (Count(ink, true, EdgesAndCorners), Count(ink, false, Edges) - 1);
    }

    /// <summary>How many blocks of 2×2 are all ink.</summary>
    public static int Blocks(byte[] pixels, ImageShape shape)
    {
        var ink = Padded(pixels, shape);
        return Places(ink).Count(at => ink[at.Y, at.X] && ink[at.Y, at.X - 1] && ink[at.Y - 1, at.X] && ink[at.Y - 1, at.X - 1]);
    }

    /// <summary>How many pixels of ink, other than ends of lines, could become paper with as many components and holes as before.</summary>
    public static int Removable(byte[] pixels, ImageShape shape)
    {
        var (before, removable) = (Of(pixels, shape), 0);
        foreach (var (y, x) in Places(Padded(pixels, shape)))
        {
            var i = ((y - 1) * shape.Width) + x - 1;
            if (y <= shape.Height && x <= shape.Width && pixels[i] != 0 && Neighbours(pixels, shape, y, x) > 1)
            {
                byte[] without = [.. pixels];
                without[i] = 0;
                removable += Of(without, shape) == before ? 1 : 0;
            }
        }

        return removable;
    }

    private static int Neighbours(byte[] pixels, ImageShape shape, int y, int x)
    {
        var ink = Padded(pixels, shape);
        return EdgesAndCorners.Count(step => ink[y + step.Y, x + step.X]);
    }

    private static int Count(bool[,] ink, bool isInk, (int Y, int X)[] steps)
    {
        var (count, seen) = (0, new bool[ink.GetLength(0), ink.GetLength(1)]);
        for (var y = 0; y < ink.GetLength(0); y++)
        {
            for (var x = 0; x < ink.GetLength(1); x++)
            {
                if (ink[y, x] == isInk && !seen[y, x])
                {
                    count++;
                    Flood(ink, seen, (y, x), steps);
                }
            }
        }

        return count;
    }

    private static void Flood(bool[,] ink, bool[,] seen, (int Y, int X) from, (int Y, int X)[] steps)
    {
        var open = new Stack<(int Y, int X)>([from]);
        seen[from.Y, from.X] = true;
        while (open.TryPop(out var place))
        {
            foreach (var step in steps)
            {
                var (y, x) = (place.Y + step.Y, place.X + step.X);
                if (y >= 0 && x >= 0 && y < ink.GetLength(0) && x < ink.GetLength(1) && !seen[y, x] && ink[y, x] == ink[from.Y, from.X])
                {
                    seen[y, x] = true;
                    open.Push((y, x));
                }
            }
        }
    }

    private static IEnumerable<(int Y, int X)> Places(bool[,] ink) =>
        from y in Enumerable.Range(1, ink.GetLength(0) - 1) from x in Enumerable.Range(1, ink.GetLength(1) - 1) select (y, x);

    private static bool[,] Padded(byte[] pixels, ImageShape shape)
    {
        var ink = new bool[shape.Height + 2, shape.Width + 2];
        for (var i = 0; i < pixels.Length; i++)
        {
            ink[(i / shape.Width) + 1, (i % shape.Width) + 1] = pixels[i] != 0;
        }

        return ink;
    }
}
