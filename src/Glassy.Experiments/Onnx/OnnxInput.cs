using Glassy.Imaging;

namespace Glassy.Onnx;

/// <summary>How pictures become the input of an ONNX model, as a recipe says it.</summary>
public sealed record OnnxInput
{
    /// <summary>To which size pictures are scaled; null for the pictures' own, which has to be the model's.</summary>
    public PixelSize? Size { get; init; }

    /// <summary>1 (grey) or 3 (red, green, blue), to which pictures are converted; null for the pictures' own.</summary>
    public int? Channels { get; init; }

    /// <summary>What is taken off, after the range: one number, or one a channel.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [0];

    /// <summary>What is divided by then, above 0: one number, or one a channel.</summary>
    public IReadOnlyList<double> Std { get; init; } = [1];

    /// <summary>The order of the numbers; null to tell it from the model's input.</summary>
    public PixelLayout? Layout { get; init; }

    /// <summary>Where levels go before that.</summary>
    public LevelRange Range { get; init; }

    /// <summary>What decides a run besides data and weights; the same input has the same text.</summary>
    public string Text => FormattableString.Invariant(
        $"size {Size} channels {Channels} mean {Listed(Mean)} std {Listed(Std)} layout {Layout} range {Range}");

    private static string Listed(IReadOnlyList<double> numbers) =>
        string.Join(',', numbers.Select(number => FormattableString.Invariant($"{number:R}")));
}
