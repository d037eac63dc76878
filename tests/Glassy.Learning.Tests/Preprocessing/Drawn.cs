using Glassy.Imaging;
using Glassy.Preprocessing;

namespace Glassy.Tests.Preprocessing;

/// <summary>Pictures as text: <c>#</c> is ink (255), <c>.</c> paper (0), a row a line.</summary>
internal static class Drawn
{
    /// <summary>Strokes three and four pixels wide with a hole, made for these tests.</summary>
    public const string Nine = """
        ....######......
        ..##########....
        .####....####...
        .###......###...
        .###......###...
        .####....####...
        ..###########...
        ....#########...
        .........####...
        ........####....
        .......####.....
        ..########......
        ..######........
        """;

    public const string Rectangle = """
        ...........
        .#########.
        .#########.
        .#########.
        .#########.
        .#########.
        ...........
        """;

    /// <summary>Strokes of even width.</summary>
    public const string Tee = """
        .............
        .###########.
        .###########.
        .###########.
        .###########.
        .....####....
        .....####....
        .....####....
        .....####....
        .....####....
        .............
        """;

    /// <summary>What a step makes of a drawing, drawn.</summary>
    public static string After(string step, string drawing)
    {
        var (pixels, shape) = Read(drawing);
        return Draw(Apply(step, pixels, shape), shape);
    }

    /// <summary>What a chain makes of one picture.</summary>
    public static byte[] Apply(string chain, byte[] pixels, ImageShape shape)
    {
        var result = new byte[pixels.Length];
        PreprocessingChain.Parse(chain).Apply(pixels, shape, result);
        return result;
    }

    public static (byte[] Pixels, ImageShape Shape) Read(string drawing)
    {
        var rows = drawing.Split('\n');
        byte[] pixels = [.. rows.SelectMany(row => row).Select(c => c == '#' ? byte.MaxValue : byte.MinValue)];
        return (pixels, new ImageShape(rows.Length, rows[0].Length, 1));
    }

    private static string Draw(byte[] pixels, ImageShape shape)
    {
        Assert.All(pixels, level => Assert.True(level is 0 or 255));
        return string.Join('\n', pixels.Select(level => level == 0 ? '.' : '#').Chunk(shape.Width).Select(row => new string(row)));
    }
}
