using Glassy.Diagnostics;
using Glassy.Imaging;
using static System.FormattableString;

namespace Glassy.Onnx;

/// <summary>Tells a model's input from its dimensions and the recipe; what contradicts is an error.</summary>
/// <param name="name">What messages call the file.</param>
/// <param name="input">What the model calls its input.</param>
/// <param name="dimensions">Their lengths; -1 where any is allowed.</param>
/// <param name="asked">What the recipe says.</param>
/// <param name="pictures">The size of the pictures.</param>
internal sealed class InputResolution(string name, string input, IReadOnlyList<int> dimensions, OnnxInput asked, ImageShape pictures)
{
    private const int AsPictures = 4;
    private const int WithoutChannels = 3;
    private const int AsRows = 2;

    private string Described =>
        $"its input '{input}' is [{string.Join(", ", dimensions.Select(length => length < 0 ? "?" : Invariant($"{length}")))}]";

    /// <exception cref="InvalidDataException">The model wants something else; the message is one line that begins with the file's
    /// name.</exception>
    public ResolvedInput Resolve()
    {
        if (dimensions.Count is not (AsPictures or WithoutChannels or AsRows) || (dimensions.Count == WithoutChannels && dimensions[0] > 1))
        {
            throw Mistake(
                $"expected 4 dimensions: [pictures, channels, height, width] or [pictures, height, width, channels]; export it with a picture as its input");
        }

        var layout = LayoutOf();
        var shape = dimensions.Count == AsRows ? OfRow(ShapeWanted(null, null, null)) : FittedTo(layout);
        CheckNumbers("mean", asked.Mean, shape.Channels);
        CheckNumbers("std", asked.Std, shape.Channels);
        if (shape.Channels is not (1 or 3))
        {
            throw Mistake(
                Invariant(
                    $"which has {shape.Channels} channels, expected 1 (grey) or 3 (red, green, blue); is their order another? say `input: {{ layout: {(layout == PixelLayout.Nchw ? "nhwc" : "nchw")} }}`"));
        }

        CheckPictures(shape);
        return new ResolvedInput(
            shape, asked.Mean, asked.Std, layout, asked.Range, dimensions.Count, dimensions[0] > 0 ? dimensions[0] : null);
    }

    /// <summary>As said, else by where 1 or 3 stands, else PyTorch's.</summary>
    private PixelLayout LayoutOf() => asked.Layout
        ?? (dimensions.Count == AsPictures && dimensions[3] is 1 or 3 && dimensions[1] is not (1 or 3)
            ? PixelLayout.Nhwc
            : PixelLayout.Nchw);

    private ImageShape FittedTo(PixelLayout layout)
    {
        var (channels, rows) = dimensions.Count == WithoutChannels ? (1, dimensions[1])
            : layout == PixelLayout.Nchw ? (dimensions[1], dimensions[2])
            : (dimensions[3], dimensions[1]);
        var columns = dimensions.Count == WithoutChannels || layout == PixelLayout.Nhwc ? dimensions[2] : dimensions[3];
        if ((rows < 0 || columns < 0) && asked.Size is null)
        {
            throw Mistake(
                $"of no fixed size: say which it was trained on by `input: {{ size: {SizeText(pictures)} }}` (the pictures are {Shown(pictures)})");
        }

        var shape = ShapeWanted(Fixed(rows), Fixed(columns), Fixed(channels));
        if (asked.Size is { } size && (shape.Width != size.Width || shape.Height != size.Height))
        {
            throw Mistake(Invariant(
                $"and `input.size` says {size.Width}x{size.Height} (width x height): leave it out, or write {SizeText(shape)}")
                + (asked.Layout is null ? "" : $"; is `layout: {layout.ToString().ToLowerInvariant()}` right?"));
        }

        return asked.Channels is { } said && said != shape.Channels
            ? throw Mistake(Invariant($"and `input.channels` says {said}: leave it out, or write {shape.Channels}"))
            : shape;
    }

    private static int? Fixed(int length) => length > 0 ? length : null;

    /// <summary>What the model says, else the recipe, else the pictures.</summary>
    private ImageShape ShapeWanted(int? rows, int? columns, int? channels) => new(
        rows ?? asked.Size?.Height ?? pictures.Height,
        columns ?? asked.Size?.Width ?? pictures.Width,
        channels ?? asked.Channels ?? pictures.Channels);

    private ImageShape OfRow(ImageShape shape) => dimensions[1] < 0 || dimensions[1] == shape.Length
        ? shape
        : throw Mistake(
            Invariant(
                $"and pictures of {Shown(shape)} are {shape.Length} numbers: say the size that it was trained on by `input: {{ size: 28, channels: 1 }}`"));

    private void CheckNumbers(string key, IReadOnlyList<double> numbers, int channels)
    {
        if (numbers.Count != 1 && numbers.Count != channels)
        {
            throw new InvalidDataException(
                Invariant(
                    $"{name}: `input.{key}` has {Counted.Of(numbers.Count, "number")}, expected 1{(channels == 1 ? ": the pictures have one channel" : ", or one for each of 3 channels")}"));
        }
    }

    /// <summary>Pictures are scaled and converted only where the recipe says so.</summary>
    private void CheckPictures(ImageShape shape)
    {
        var isScaled = shape.Width != pictures.Width || shape.Height != pictures.Height;
        var isConverted = shape.Channels != pictures.Channels;
        if ((isScaled && asked.Size is null) || (isConverted && asked.Channels is null))
        {
            string?[] keys = [isScaled ? $"size: {SizeText(shape)}" : null, isConverted ? Invariant($"channels: {shape.Channels}") : null];
            throw Mistake(
                $"and the pictures are {Shown(pictures)}: to have them {(isScaled ? "scaled" : "converted")}, say `input: {{ {string.Join(", ", keys.Where(key => key is not null))} }}`");
        }
    }

    private static string Shown(ImageShape shape) =>
        Invariant($"{shape.Width}×{shape.Height} in {(shape.Channels == 1 ? "grey" : "colour")}");

    private static string SizeText(ImageShape shape) =>
        shape.Width == shape.Height ? Invariant($"{shape.Width}") : Invariant($"{shape.Width}x{shape.Height}");

    private InvalidDataException Mistake(string message) => new($"{name}: {Described}, {message}");
}
