namespace Glassy.Imaging;

/// <summary>How large a picture is, in pixels.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>How many pixels there are.</summary>
    public long Pixels => (long)Width * Height;

    /// <returns><c>64×48</c>.</returns>
    public override string ToString() => $"{Width}×{Height}";
}
