using System.Text.Json.Serialization;
using Glassy.Imaging;

namespace Glassy.Onnx;

/// <summary>The ONNX model of a run, and what it was given.</summary>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="Width">Columns of its input.</param>
/// <param name="Height">Rows of its input.</param>
/// <param name="Channels">1 (grey) or 3 (red, green, blue).</param>
/// <param name="Mean">What was taken off: one number, or one a channel.</param>
/// <param name="Std">What was divided by then: one number, or one a channel.</param>
/// <param name="Layout">The order of the numbers.</param>
/// <param name="Range">Where levels went first.</param>
public sealed record OnnxOrigin(
    string Sha256,
    int Width,
    int Height,
    int Channels,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Std,
    PixelLayout Layout,
    LevelRange Range)
{
    /// <summary>The run of Glassy's that the file was exported from, where it says so; null for another program's model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Run { get; init; }

    /// <summary>The same as a recipe would say it, with nothing left to be told from the model.</summary>
    public OnnxInput ToInput() => new()
    {
        Size = new PixelSize(Width, Height),
        Channels = Channels,
        Mean = Mean,
        Std = Std,
        Layout = Layout,
        Range = Range,
    };
}
