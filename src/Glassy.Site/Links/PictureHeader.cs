using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Glassy.Links;

/// <summary>Reads a picture's size from its first bytes: PNG, GIF, JPEG, WebP and SVG.</summary>
public static partial class PictureHeader
{
    /// <summary>The size in pixels; null when the format is another or does not say.</summary>
    /// <param name="file">The file's content; 64 KB from its start are enough unless a JPEG carries a large preview.</param>
    public static PictureSize? SizeOf(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when file.Length >= 24 => new PictureSize(
            BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..])),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when file.Length >= 10 => new PictureSize(
            BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..])),
        [0xFF, 0xD8, ..] => SizeOfJpeg(file),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when file.Length >= 30 =>
            SizeOfWebP(file),
        _ => SizeOfSvg(Encoding.UTF8.GetString(file[..Math.Min(file.Length, 4096)])),
    };

    /// <summary>Whether a PNG moves: it has an animation control chunk before its first data (PNG, third edition, 11.3.6).</summary>
    /// <param name="file">As for <see cref="SizeOf"/>.</param>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> file) =>
        file is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        && file.IndexOf("acTL"u8) is var control and > 0
        && file.IndexOf("IDAT"u8) is var data && (data < 0 || control < data);

    /// <summary>
    /// Walks the segments to the start of frame (ITU-T T.81, B.2.2); a camera that was held upright is taken into account.
    /// </summary>
    private static PictureSize? SizeOfJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        var isTurned = false;
        while (at + 9 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(
                    file[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                return isTurned ? new PictureSize(height, width) : new PictureSize(width, height);
            }

            isTurned |= marker == 0xE1 && ExifOrientation.IsTurned(file[(at + 4)..]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    /// <summary>The first chunk says it in one of three ways (RFC 9649, 2.5 to 2.7).</summary>
    private static PictureSize? SizeOfWebP(ReadOnlySpan<byte> file)
    {
        var kind = file.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new PictureSize(
                1 + (file[24] | (file[25] << 8) | (file[26] << 16)), 1 + (file[27] | (file[28] << 8) | (file[29] << 16)));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return new PictureSize(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return kind.SequenceEqual("VP8 "u8)
            ? new PictureSize(
                BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF)
            : null;
    }

    private static PictureSize? SizeOfSvg(string text)
    {
        var tag = SvgTag().Match(text).Value;
        if (Length("width", tag) is { } width && Length("height", tag) is { } height)
        {
            return new PictureSize(width, height);
        }

        var box = ViewBox().Match(tag);
        return box.Success ? new PictureSize(Rounded(box.Groups[1].Value), Rounded(box.Groups[2].Value)) : null;
    }

    private static int? Length(string name, string tag)
    {
        var match = Regex.Match(tag, $"""\s{name}\s*=\s*["']\s*([\d.]+)(px)?\s*["']""");
        return match.Success ? Rounded(match.Groups[1].Value) : null;
    }

    private static int Rounded(string number) =>
        double.TryParse(number, CultureInfo.InvariantCulture, out var value) && value < int.MaxValue ? (int)Math.Round(value) : 0;

    [GeneratedRegex("<svg[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex SvgTag();

    [GeneratedRegex("""\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']""")]
    private static partial Regex ViewBox();
}
