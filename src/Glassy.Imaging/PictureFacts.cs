namespace Glassy.Imaging;

/// <summary>What a picture's file says of it before its pixels.</summary>
/// <param name="Size">Upright: as it is shown.</param>
/// <param name="IsDeep">Whether its levels have 16 bits.</param>
public sealed record PictureFacts(PixelSize Size, bool IsDeep);
