namespace Glassy.Imaging;

/// <summary>A picture at another width, or in another format.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Extension">Of its file: <c>.jpg</c>, <c>.png</c>, <c>.webp</c>.</param>
/// <param name="Content">The file.</param>
public sealed record ScaledPicture(int Width, string Extension, byte[] Content);
