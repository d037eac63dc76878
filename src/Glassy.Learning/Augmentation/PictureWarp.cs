using Glassy.Arithmetic;
using Glassy.Imaging;

namespace Glassy.Augmentation;

/// <summary>Puts one picture elsewhere, larger or smaller, turned or bent; what comes from beyond its edge is ground.</summary>
public static class PictureWarp
{
    /// <summary>Whole pixels, moved.</summary>
    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="ground">[C] levels beyond the edge.</param>
    /// <param name="placement">A shift alone.</param>
    /// <param name="result">[H, W, C], written; other memory than the picture.</param>
    public static void Shift(
        ReadOnlySpan<byte> picture,
        ImageShape shape,
        ReadOnlySpan<byte> ground,
        Placement placement,
        Span<byte> result)
    {
        Fill(result, ground);
        var (down, right) = (placement.Down, placement.Right);
        var (rows, columns) = (shape.Height - Math.Abs(down), shape.Width - Math.Abs(right));
        var (fromRow, toRow) = (Math.Max(0, -down), Math.Max(0, down));
        var (fromColumn, toColumn) = (Math.Max(0, -right), Math.Max(0, right));
        for (var y = 0; y < rows && columns > 0; y++)
        {
            picture.Slice((((fromRow + y) * shape.Width) + fromColumn) * shape.Channels, columns * shape.Channels)
                .CopyTo(result[((((toRow + y) * shape.Width) + toColumn) * shape.Channels)..]);
        }
    }

    /// <summary>Each pixel from the place where the warp says that it comes from, between the four pixels around that (bilinear).</summary>
    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="ground">[C] levels beyond the edge.</param>
    /// <param name="placement">Where it is put.</param>
    /// <param name="bend">[2, H, W] pixels by which the place is moved, down and right; empty for none.</param>
    /// <param name="result">[H, W, C], written; other memory than the picture.</param>
    public static void Apply(
        ReadOnlySpan<byte> picture,
        ImageShape shape,
        ReadOnlySpan<byte> ground,
        Placement placement,
        ReadOnlySpan<float> bend,
        Span<byte> result)
    {
        var (middleY, middleX) = ((shape.Height - 1) / 2.0, (shape.Width - 1) / 2.0);
        var (sin, cos) = PortableMath.SinCos(placement.Degrees * Math.PI / 180);
        (sin, cos) = (sin / placement.Scale, cos / placement.Scale);
        var pixels = shape.Height * shape.Width;
        for (var i = 0; i < pixels; i++)
        {
            var (y, x) = ((i / shape.Width) - middleY - placement.Down, (i % shape.Width) - middleX - placement.Right);
            var fromY = middleY + (cos * y) - (sin * x) + (bend.IsEmpty ? 0 : bend[i]);
            var fromX = middleX + (sin * y) + (cos * x) + (bend.IsEmpty ? 0 : bend[pixels + i]);
            Sample(picture, shape, ground, fromY, fromX, result.Slice(i * shape.Channels, shape.Channels));
        }
    }

    private static void Sample(
        ReadOnlySpan<byte> picture,
        ImageShape shape,
        ReadOnlySpan<byte> ground,
        double y,
        double x,
        Span<byte> pixel)
    {
        var (top, left) = ((int)Math.Floor(y), (int)Math.Floor(x));
        var (down, right) = (y - top, x - left);
        for (var channel = 0; channel < pixel.Length; channel++)
        {
            var upper = Mix(At(picture, shape, ground, top, left, channel), At(picture, shape, ground, top, left + 1, channel), right);
            var lower = Mix(
                At(picture, shape, ground, top + 1, left, channel), At(picture, shape, ground, top + 1, left + 1, channel), right);
            pixel[channel] = (byte)(Mix(upper, lower, down) + 0.5);
        }
    }

    private static double Mix(double one, double other, double share) => one + ((other - one) * share);

    private static byte At(ReadOnlySpan<byte> picture, ImageShape shape, ReadOnlySpan<byte> ground, int y, int x, int channel) =>
        (uint)y < (uint)shape.Height && (uint)x < (uint)shape.Width
            ? picture[(((y * shape.Width) + x) * shape.Channels) + channel]
            : ground[channel];

    private static void Fill(Span<byte> result, ReadOnlySpan<byte> ground)
    {
        for (var i = 0; i < result.Length; i += ground.Length)
        {
            ground.CopyTo(result[i..]);
        }
    }
}
