using Glassy.Datasets.Drawings;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Tests.Drawing;

/// <summary>Makes the golden vectors by the program's own code, of drawings made here and of those in <c>data/test/</c>.</summary>
internal static class GoldenMaker
{
    private static readonly GoldenVectors.Target Mnist = new(28, 28, "bright-on-dark");

    public static GoldenVectors Make() => new(
        [.. Sheets().Select(sheet => sheet with { Pixels = Prepare(sheet) })],
        [
            .. Enum
            .GetValues<Normalization>()
            .Select(normalize => NetworkOf(new TrainingOptions { Hidden = [7, 4], Normalize = normalize })),
            NetworkOf(new TrainingOptions { Model = "cnn", Channels = [3, 4], Hidden = [6], Normalize = Normalization.Scale }),
        ]);

    private static byte[]? Prepare(GoldenVectors.Sheet sheet)
    {
        var picture = sheet.Rgba is { } rgba
            ? new DecodedPicture(sheet.Height, sheet.Width, rgba)
            : PictureDecoder.Decode(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, sheet.Name)), sheet.Name);
        return DrawingPreprocessor.Prepare(
            picture,
            new ImageShape(sheet.Target.Height, sheet.Target.Width, 1),
            sheet.Target.Polarity == "dark-on-bright" ? Polarity.DarkOnBright : Polarity.BrightOnDark);
    }

    private static IEnumerable<GoldenVectors.Sheet> Sheets()
    {
        yield return Of("bright ink on dark paper", Mnist, ink => Grey(255 * ink));
        yield return Of("faint ink on grey paper", Mnist, ink => Grey(215 - (90 * ink)));
        yield return Of("coloured ink on white", Mnist, ink => [(byte)(255 - (200 * ink)), (byte)(255 - (120 * ink)), 255, 255]);
        yield return Of("dark ink without paper", Mnist, ink => [20, 30, 40, (byte)(255 * ink)]);
        yield return Of("bright ink without paper", Mnist, ink => [250, 240, 255, (byte)(255 * ink)]);
        yield return Of("dark ink for a wide dataset", new(12, 40, "dark-on-bright"), ink => Grey(255 - (255 * ink)));
        yield return Of("a tall dataset", new(64, 20, "bright-on-dark"), ink => Grey(255 * ink));
        yield return Of("a tiny dataset", new(3, 5, "bright-on-dark"), ink => Grey(255 * ink));
        yield return Of("a sheet with nothing on it", Mnist, _ => Grey(240));
        for (var digit = 0; digit < 10; digit++)
        {
            yield return new GoldenVectors.Sheet(FormattableString.Invariant($"data/test/{digit}.png"), 0, 0, null, Mnist, null);
        }
    }

    private static byte[] Grey(double level) => [(byte)level, (byte)level, (byte)level, 255];

    /// <summary>A slanting stroke with soft edges and a bar that runs over the right border, on 22×17.</summary>
    private static GoldenVectors.Sheet Of(string name, GoldenVectors.Target target, Func<double, byte[]> colour)
    {
        const int Height = 22;
        const int Width = 17;
        var rgba = new byte[4 * Height * Width];
        for (var i = 0; i < Height * Width; i++)
        {
            var (y, x) = (i / Width, i % Width);
            var slant = y is > 2 and < 19 ? 2.5 - Math.Abs(x - 12 + (0.5 * y)) : 0;
            var bar = x > 8 ? 1.6 - Math.Abs(y - 5) : 0;
            colour(Math.Clamp(Math.Max(slant, bar), 0, 1)).CopyTo(rgba, 4 * i);
        }

        return new GoldenVectors.Sheet(name, Height, Width, rgba, target, null);
    }

    private static GoldenVectors.Network NetworkOf(TrainingOptions options)
    {
        var shape = new ImageShape(6, 5, 1);
        using var scope = NewDisposeScope();
        using var generator = new Generator(7);
        using var network = ArchitectureCatalog.Get(options.Model).Build(shape, 3, options, generator);
        var weights = Rounded(network.Export());
        network.Import(weights);
        byte[] pixels = [.. Enumerable.Range(0, shape.Length).Select(i => (byte)(i % 5 == 3 ? 0 : i * 41 % 256))]; // a column of zeros
        using var images = ImageTensors.From(pixels, shape, options);
        var layers = network.Describe().Layers.ToDictionary(layer => $"{layer.Name}.weight");
        return new GoldenVectors.Network(
            shape.Height,
            shape.Width,
            System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(options.Normalize.ToString()),
            [
                .. weights.Arrays.Chunk(2).Select((layer, i) => new GoldenVectors.Layer(
                    layer[0].Shape[1],
                    layer[0].Shape[0],
                    i < (weights.Arrays.Count / 2) - 1,
                    layer[0].Values,
                    layer[1].Values,
                    layers[layer[0].Name].OutputShape is [var height, var width, _] ? new GoldenVectors.Picture(height, width) : null)),
            ],
            pixels,
            network.Forward(images).data<float>().ToArray());
    }

    /// <summary>Three decimals are enough, and biases must not be zero.</summary>
    private static ModelWeights Rounded(ModelWeights weights) => new(
    [
        .. weights.Arrays.Select(array => array with
        {
            Values = [.. array.Values.Select((value, i) => MathF.Round(array.Shape.Count == 1 ? 0.1f * (i - 1) : value, 3))],
        }),
    ]);
}
