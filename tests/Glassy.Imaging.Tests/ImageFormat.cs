namespace Glassy.Tests;

/// <summary>What a test writes a picture as.</summary>
public enum ImageFormat
{
    Png,
    Bmp,
    Gif,
    Webp,
    Tiff,
    Pbm,
    ProgressiveJpeg,
}
