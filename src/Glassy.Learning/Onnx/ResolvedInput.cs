using Glassy.Imaging;

namespace Glassy.Onnx;

/// <summary>The input of a model, with all that a recipe leaves open told from the model.</summary>
/// <param name="Shape">Rows, columns and channels.</param>
/// <param name="Mean">What is taken off: one number, or one a channel.</param>
/// <param name="Std">What is divided by then.</param>
/// <param name="Layout">The order of the numbers.</param>
/// <param name="Range">Where levels go first.</param>
/// <param name="Rank">How many dimensions it has: 4; 3 without channels; 2 with a picture as a row.</param>
/// <param name="Batch">How many pictures it takes at once; null for any number.</param>
internal sealed record ResolvedInput(
    ImageShape Shape, IReadOnlyList<double> Mean, IReadOnlyList<double> Std, PixelLayout Layout, LevelRange Range, int Rank, int? Batch)
{
    /// <summary>The lengths of its dimensions.</summary>
    public long[] DimensionsOf(int pictures) => Rank switch
    {
        2 => [pictures, Shape.Length],
        3 => [pictures, Shape.Height, Shape.Width],
        _ when Layout == PixelLayout.Nchw => [pictures, Shape.Channels, Shape.Height, Shape.Width],
        _ => [pictures, Shape.Height, Shape.Width, Shape.Channels],
    };

    /// <summary>As a run records it.</summary>
    /// <param name="sha256">Of the model's file.</param>
    public OnnxOrigin ToOrigin(string sha256) => new(sha256, Shape.Width, Shape.Height, Shape.Channels, Mean, Std, Layout, Range);
}
