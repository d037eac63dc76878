using Glassy.Imaging;

namespace Glassy.Datasets.Files;

/// <summary>Pictures in one array, in bytes.</summary>
/// <param name="Shape">Of each.</param>
/// <param name="Pixels">[N, H, W, C].</param>
/// <param name="Top">The number that became level 255 where numbers were no bytes; null where they were.</param>
public sealed record PictureArray(ImageShape Shape, byte[] Pixels, double? Top)
{
    private const int RowBytes = 3072; // 32×32 in three colours, one after the other, as CIFAR has them

    /// <summary>How many pictures there are.</summary>
    public int Count => Pixels.Length / Shape.Length;

    /// <param name="array">Of (N, H, W), (N, H, W, C), (N, C, H, W), or (N, side²); bytes, or other numbers of a range that can be
    /// told.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no array of pictures.</exception>
    public static PictureArray Of(NpyArray array, string name)
    {
        var sizes = array.Dimensions;
        if (!array.IsNumber || sizes.Count is < 2 or > 4 || sizes.Contains(0) || LayoutOf(sizes) is not { } layout)
        {
            throw new InvalidDataException(
                $"{name} is {array.Description}, expected pictures: numbers of (N, height, width), (N, height, width, 1 or 3), (N, 1 or 3, height, width) or (N, side²)");
        }

        var (bytes, top) = ToBytes(array, name);
        return new PictureArray(layout.Shape, layout.IsPlanar ? FromPlanes(bytes, layout.Shape) : bytes, top);
    }

    /// <summary>Brings pictures whose colours lie one after the other to pictures of pixels.</summary>
    /// <param name="planes">[N, C, H, W].</param>
    /// <param name="shape">Of each.</param>
    /// <returns>[N, H, W, C].</returns>
    public static byte[] FromPlanes(byte[] planes, ImageShape shape)
    {
        var (pixels, area) = (new byte[planes.Length], shape.Height * shape.Width);
        for (var start = 0; start < planes.Length; start += shape.Length)
        {
            for (var i = 0; i < shape.Length; i++)
            {
                pixels[start + (i % area * shape.Channels) + (i / area)] = planes[start + i];
            }
        }

        return pixels;
    }

    private static (ImageShape Shape, bool IsPlanar)? LayoutOf(IReadOnlyList<int> sizes) => sizes switch
    {
        [_, var height, var width] => (new ImageShape(height, width, 1), false),
        [_, var height, var width, 1 or 3] => (new ImageShape(height, width, sizes[3]), false),
        [_, 1 or 3, var height, var width] => (new ImageShape(height, width, sizes[1]), true),
        [_, RowBytes] => (new ImageShape(32, 32, 3), true),
        [_, var length] when (int)Math.Sqrt(length) is var side && side * side == length => (new ImageShape(side, side, 1), false),
        _ => null,
    };

    private static (byte[] Bytes, double? Top) ToBytes(NpyArray array, string name)
    {
        if (array.Type == "|u1")
        {
            return (array.Data, null);
        }

        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < array.Count; i++)
        {
            var number = array.NumberAt(i) ?? double.NaN;
            least = double.IsFinite(number) ? Math.Min(least, number) : double.NaN;
            most = Math.Max(most, number);
        }

        var isWhole = array.IsInteger;
        double top = most switch
        {
            <= 1 when !isWhole || array.Type[1] == 'b' => 1,
            <= 255 => 255,
            _ when isWhole => Math.Pow(2, Math.Ceiling(Math.Log2(most + 1))) - 1,
            _ => double.NaN,
        };
        if (!(least >= 0) || double.IsNaN(top))
        {
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"{name} has numbers from {least} to {most}, expected 0 to 1, 0 to 255, or whole numbers from 0; save the pictures without normalisation"));
        }

        var bytes = new byte[array.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Math.Floor(((array.NumberAt(i) ?? 0) * 255 / top) + 0.5);
        }

        return (bytes, top);
    }
}
