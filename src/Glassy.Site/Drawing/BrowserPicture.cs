namespace Glassy.Drawing;

/// <summary>A picture that a convolution's filters slide over.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public sealed record BrowserPicture(int Height, int Width)
{
    /// <summary>Pixels that a filter sees: 3×3.</summary>
    public const int FilterArea = 9;
}
