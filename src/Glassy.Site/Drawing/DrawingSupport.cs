using Glassy.Imaging;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Drawing;

/// <summary>Tells for which runs readers can draw: those that the browser's own code can prepare a picture and compute for.</summary>
public static class DrawingSupport
{
    /// <summary>The longest side of a picture, pixels: what is larger makes more weights than a page should load.</summary>
    public const int LargestSide = 64;

    /// <summary>Architectures of convolutions, each with a pooling, and dense layers, each of them but the last with ReLU.</summary>
    private static readonly string[] Architectures = [ArchitectureNames.Cnn, ArchitectureNames.Mlp];

    /// <summary>Why readers cannot draw, as the end of a sentence that begins with "because"; null when they can.</summary>
    public static string? WhyNot(Run run, Words words) =>
        run is { Model: { } model, Options: { } options } ? WhyNot(run.Dataset.Shape, model, options, words)
        : run.Foreign?.Onnx?.Run is { } own ? words.Of("draw.exported", ("run", own))
        : words["draw.foreign"];

    private static string? WhyNot(ImageShape shape, ModelInfo model, TrainingOptions options, Words words) => shape switch
    {
        { Channels: not 1 } => words["draw.in_colour"],
        { Height: > LargestSide } or { Width: > LargestSide } => words.Of(
            "draw.too_large", ("width", shape.Width), ("height", shape.Height), ("most", LargestSide)),
        _ when !Architectures.Contains(model.Name) => words.Of("draw.other_architecture", ("architecture", model.Name)),
        _ when options.Preprocess != PreprocessingNames.None => words.Of("draw.preprocessed", ("steps", options.Preprocess)),
        _ => null,
    };
}
