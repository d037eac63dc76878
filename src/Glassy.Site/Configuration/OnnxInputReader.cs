using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Imaging;
using Glassy.Onnx;
using YamlDotNet.RepresentationModel;

namespace Glassy.Configuration;

/// <summary>
/// Reads <c>input:</c> of a recipe with an ONNX model: <c>{ size: 28, channels: 1, mean: 0.13, std: 0.31, layout: nchw, range: 0-1 }</c>.
/// </summary>
/// <param name="file">What messages call the configuration.</param>
/// <param name="mistakes">Receives what is wrong, with its place.</param>
internal sealed class OnnxInputReader(string file, ICollection<Diagnostic> mistakes)
{
    private const int LargestSide = 4096;
    private static readonly string[] Layouts = ["nchw", "nhwc"];
    private static readonly string[] Ranges = ["0-1", "0-255"];

    /// <summary>Its keys, and what each says.</summary>
    public static IReadOnlyList<(string Key, string Description)> Keys { get; } =
    [
        (
            "size",
            "The size to which pictures are scaled: 224, or 64x48 for width and height; without it the model's and the pictures' have to be the same."),
        ("channels", "1 for grey, 3 for red, green, blue, to which pictures are converted."),
        ("mean", "What is taken off after `range`: a number, or one a channel."),
        ("std", "What is divided by then: a number above 0, or one a channel."),
        ("layout", "The order of the model's input; without it, it is told from its dimensions."),
        ("range", "Whether levels are divided by 255 first."),
    ];

    /// <param name="node">What stands at <c>input</c>; null when it is not there.</param>
    public OnnxInput Read(YamlNode? node)
    {
        var input = new OnnxInput();
        if (node is null or YamlScalarNode { Value: null or "" })
        {
            return input;
        }

        if (node is not YamlMappingNode mapping)
        {
            Report(node, "'input' is a group of keys, such as { size: 28, channels: 1, range: 0-1 }");
            return input;
        }

        foreach (var (keyNode, value) in mapping.Children)
        {
            input = With(input, keyNode, value);
        }

        CheckLengths(mapping, input);
        return input;
    }

    /// <summary>
    /// Means and deviations one a channel have as many numbers as there are channels, where these are said; the model's own are compared
    /// when it is read.
    /// </summary>
    private void CheckLengths(YamlMappingNode mapping, OnnxInput input)
    {
        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value;
            var numbers = key == "mean" ? input.Mean : key == "std" ? input.Std : [];
            if (input.Channels is { } channels && numbers.Count > 1 && numbers.Count != channels)
            {
                Report(
                    value,
                    FormattableString.Invariant(
                        $"'{key}' has {numbers.Count} numbers, expected 1 for `channels: {channels}`; where the model reads colour, say `channels: 3`"));
            }
        }
    }

    private OnnxInput With(OnnxInput input, YamlNode keyNode, YamlNode value)
    {
        var (key, text) = ((keyNode as YamlScalarNode)?.Value ?? "", (value as YamlScalarNode)?.Value ?? "");
        switch (key)
        {
            case "size" when SizeOf(text) is { } size:
                return input with { Size = size };
            case "channels" when text is "1" or "3":
                return input with { Channels = text == "1" ? 1 : 3 };
            case "mean" when NumbersOf(value) is { } mean:
                return input with { Mean = mean };
            case "std" when NumbersOf(value) is { } std && std.All(number => number > 0):
                return input with { Std = std };
            case "layout" when Layouts.Contains(text):
                return input with { Layout = text == Layouts[0] ? PixelLayout.Nchw : PixelLayout.Nhwc };
            case "range" when Ranges.Contains(text):
                return input with { Range = text == Ranges[0] ? LevelRange.Unit : LevelRange.Bytes };
            default:
                ReportOf(key, keyNode, value);
                return input;
        }
    }

    private void ReportOf(string key, YamlNode keyNode, YamlNode value)
    {
        var expected = key switch
        {
            "size" => "a whole number from 1 to 4096, or two with an x, such as 64x48",
            "channels" => "1 or 3",
            "mean" => "a number, or a list with one for each channel",
            "std" => "a number above 0, or a list with one for each channel",
            "layout" => string.Join(" or ", Layouts),
            "range" => string.Join(" or ", Ranges),
            _ => null,
        };
        if (expected is null)
        {
            Report(keyNode, $"`input` has no option '{key}'{Spelling.SuggestAndList(key, [.. Keys.Select(known => known.Key)])}");
        }
        else
        {
            Report(
                value,
                $"'{key}' is {(value is YamlScalarNode scalar ? $"'{scalar.Value}'" : "a group of keys or a list")}, expected {expected}");
        }
    }

    private static PixelSize? SizeOf(string text)
    {
        var sides = text.Split('x');
        return sides.Length <= 2 && SideOf(sides[0]) is { } width && SideOf(sides[^1]) is { } height ? new PixelSize(width, height) : null;
    }

    private static int? SideOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= 1 and <= LargestSide ? side : null;

    private static List<double>? NumbersOf(YamlNode node)
    {
        IEnumerable<YamlNode> items = node is YamlSequenceNode list ? list : [node];
        var numbers = new List<double>();
        foreach (var item in items)
        {
            if (!double.TryParse((item as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count is 1 or 3 ? numbers : null;
    }

    private void Report(YamlNode node, string message) =>
        mistakes.Add(Diagnostic.Error(message, file, (int)node.Start.Line, (int)node.Start.Column));
}
