namespace Glassy.Imaging;

/// <summary>What kind of picture a file holds, told by its first bytes and not by its name.</summary>
/// <param name="Name">As people call it: <c>JPEG</c>.</param>
/// <param name="IsReadable">Whether <see cref="PictureDecoder"/> reads it.</param>
public sealed record PictureFormat(string Name, bool IsReadable)
{
    /// <summary>How many of a file's first bytes tell the format.</summary>
    public const int HeadBytes = 132;

    /// <summary>The formats that are read, for messages.</summary>
    public const string Readable = "PNG, JPEG, BMP, GIF, WebP, TIFF or PNM";

    public static PictureFormat Png { get; } = new("PNG", true);

    public static PictureFormat Tiff { get; } = new("TIFF", true);

    public static PictureFormat Pnm { get; } = new("PNM", true);

    private static readonly PictureFormat Jpeg = new("JPEG", true);
    private static readonly PictureFormat Bmp = new("BMP", true);
    private static readonly PictureFormat Gif = new("GIF", true);
    private static readonly PictureFormat WebP = new("WebP", true);

    /// <summary>By the brand of an ISO base media file (ISO/IEC 14496-12, <c>ftyp</c>).</summary>
    private static readonly Dictionary<string, string> Brands = new(StringComparer.Ordinal)
    {
        ["heic"] = "HEIC",
        ["heix"] = "HEIC",
        ["hevc"] = "HEIC",
        ["mif1"] = "HEIC",
        ["msf1"] = "HEIC",
        ["avif"] = "AVIF",
        ["avis"] = "AVIF",
    };

    /// <param name="head">The file's first <see cref="HeadBytes"/> bytes, or all that it has.</param>
    /// <returns>Null when it is no picture that is known here.</returns>
    public static PictureFormat? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) ? WebP
        : IsBmp(head) ? Bmp
        : head.StartsWith("II*\0"u8) && At(head, 8, "CR"u8) ? new("Canon raw", false)
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? Tiff
        : head.Length > 2 && head[0] == 'P' && head[1] is >= (byte)'1' and <= (byte)'6' && IsSpace(head[2]) ? Pnm
        : OfOthers(head);

    /// <summary>Those that are only named.</summary>
    private static PictureFormat? OfOthers(ReadOnlySpan<byte> head)
    {
        string? name = null;
        if (At(head, 4, "ftyp"u8) && head.Length >= 12)
        {
            name = Brands.GetValueOrDefault(System.Text.Encoding.ASCII.GetString(head[8..12]));
        }

        name ??= head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8) ? "BigTIFF"
            : At(head, 4, "jP  "u8) ? "JPEG 2000"
            : At(head, 4, "JXL "u8) || head.StartsWith((ReadOnlySpan<byte>)[0xff, 0x0a]) ? "JPEG XL"
            : head.StartsWith("8BPS"u8) ? "Photoshop"
            : head.StartsWith((ReadOnlySpan<byte>)[0x76, 0x2f, 0x31, 0x01]) ? "OpenEXR"
            : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) ? "ICO"
            : At(head, 128, "DICM"u8) ? "DICOM"
            : head.StartsWith("<svg"u8) ? "SVG"
            : head.StartsWith("%PDF"u8) ? "PDF"
            : null;
        return name is null ? null : new PictureFormat(name, false);
    }

    /// <summary>
    /// Two letters could begin any text: the length of the header behind them is one of those that there are (Windows' BITMAPCOREHEADER to
    /// BITMAPV5HEADER).
    /// </summary>
    private static bool IsBmp(ReadOnlySpan<byte> head) =>
        head.Length >= 18
            && head.StartsWith("BM"u8)
            && head[14] is 12 or 40 or 52 or 56 or 64 or 108 or 124
            && head[15] == 0
            && head[16] == 0
            && head[17] == 0;

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> expected) =>
        head.Length >= offset + expected.Length && head[offset..].StartsWith(expected);

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'#';
}
