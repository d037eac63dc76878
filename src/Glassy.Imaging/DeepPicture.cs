using System.Numerics;
using SkiaSharp;

namespace Glassy.Imaging;

/// <summary>
/// A picture with levels of up to 16 bits, of the formats that are read here because SkiaSharp has no more than 8, or does not know them.
/// </summary>
/// <param name="Size">As it is stored.</param>
/// <param name="Levels">[H, W, 4] red, green, blue, alpha; 0..65535.</param>
/// <param name="IsDeep">Whether levels are as they stand in a file of 16 bits; those of others are here brought to that range.</param>
/// <param name="Origin">Where the stored first row and column belong.</param>
internal sealed record DeepPicture(PixelSize Size, ushort[] Levels, bool IsDeep, SKEncodedOrigin Origin)
{
    /// <summary>How many bits the levels use: the largest is below 2 to that power; alpha does not count.</summary>
    public int Bits
    {
        get
        {
            var all = 0u;
            for (var i = 0; i < Levels.Length; i++)
            {
                all |= (i & 3) == 3 ? 0u : Levels[i];
            }

            return Math.Max(1, 32 - BitOperations.LeadingZeroCount(all));
        }
    }

    /// <summary>The reader of a file that is read here; null for one that SkiaSharp reads.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">It is damaged before its pixels, or of a kind that is not read.</exception>
    public static IDeepReader? ReaderOf(byte[] bytes, string name)
    {
        var format = PictureFormat.Of(bytes.AsSpan(0, Math.Min(bytes.Length, PictureFormat.HeadBytes)));
        return format == PictureFormat.Tiff ? new TiffReader(bytes, name)
            : format == PictureFormat.Pnm ? new PnmReader(bytes, name)
            : format == PictureFormat.Png && DeepPngReader.IsDeep(bytes) ? new DeepPngReader(bytes, name)
            : null;
    }

    /// <summary>As a picture of bytes, upright.</summary>
    /// <param name="bits">How many bits are used; null for as many as this one has. All 16: the upper byte of each level.</param>
    public DecodedPicture ToPicture(int? bits)
    {
        var used = IsDeep ? bits ?? Bits : PictureDecoder.DeepBits;
        var most = (1u << used) - 1;
        var rgba = new byte[Levels.Length];
        for (var i = 0; i < rgba.Length; i++)
        {
            var isWhole = used == PictureDecoder.DeepBits || (i & 3) == 3;
            rgba[i] = (byte)(isWhole ? (uint)Levels[i] >> 8 : ((255 * Math.Min(Levels[i], most)) + (most / 2)) / most);
        }

        return PictureDecoder.Upright(new DecodedPicture(Size.Height, Size.Width, rgba), Origin);
    }
}

/// <summary>Reads one file; its header is read and checked when it is made.</summary>
internal interface IDeepReader
{
    /// <summary>What the header says.</summary>
    PictureFacts Facts { get; }

    /// <exception cref="InvalidDataException">The file is not whole.</exception>
    DeepPicture Read();
}
