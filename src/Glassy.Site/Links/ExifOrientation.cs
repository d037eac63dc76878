using System.Buffers.Binary;

namespace Glassy.Links;

/// <summary>How a camera was held, as a photograph's Exif segment says it.</summary>
internal static class ExifOrientation
{
    private const ushort Orientation = 0x0112;

    /// <summary>Whether browsers show rows as columns: orientations 5 to 8 (Exif 2.32, 4.6.4 A).</summary>
    /// <param name="segment">The APP1 segment's content and whatever follows.</param>
    public static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return false;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == 'I';
        var first = (long)Long(tiff, 4, isLittle);
        if (first + 2 > tiff.Length)
        {
            return false;
        }

        var count = Short(tiff, (int)first, isLittle);
        for (var i = 0; i < count && first + 14 + (12 * i) <= tiff.Length; i++)
        {
            var entry = (int)first + 2 + (12 * i);
            if (Short(tiff, entry, isLittle) == Orientation)
            {
                return Short(tiff, entry + 8, isLittle) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static ushort Short(ReadOnlySpan<byte> tiff, int at, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    private static uint Long(ReadOnlySpan<byte> tiff, int at, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}
