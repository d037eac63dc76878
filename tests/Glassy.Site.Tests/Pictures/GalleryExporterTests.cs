using System.Text;
using System.Text.Json;
using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Progress;
using Glassy.Publishing;

namespace Glassy.Tests.Pictures;

/// <summary>All test pictures as strips.</summary>
public sealed class GalleryExporterTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Each_strip_has_the_next_pictures_in_the_gallerys_order_level_by_level()
    {
        var test = SmallDatasets.Make(new ImageShape(5, 28, 1), 3, 1, 60).Test; // 146 fit side by side
        var predictions = PredictionsOf(test);

        var gallery = Export(test, predictions);

        var order = PackedPredictions.Read(PackedPredictions.Write(predictions, 3), "p").GalleryOrder();
        Assert.Equal((test.Shape, 146, ".png"), (gallery.Tile, gallery.PerStrip, gallery.Ending));
        Assert.Equal(order.Take(96), gallery.First);
        Assert.NotEqual(order.Order(), order);
        for (var place = 0; place < order.Length; place++)
        {
            Assert.Equal(
                test.Image(order[place]).ToArray(), TileOf(Read($"assets/strips/all-{place / 146}.png"), place % 146, gallery.Tile));
        }

        Assert.False(File.Exists(_project.PathOf("assets/strips/all-2.png")));
    }

    [Theory]
    [InlineData(20, 20, 3, 20, 20, 204)]
    [InlineData(40, 40, 1, 40, 40, 102)]
    [InlineData(128, 96, 3, 64, 48, 85)]
    [InlineData(30, 600, 3, 3, 64, 64)]
    public void Pictures_in_colour_or_of_many_pixels_are_scaled_down_and_lose_little(
        int height,
        int width,
        int channels,
        int tileHeight,
        int tileWidth,
        int perStrip)
    {
        var test = SmallDatasets.Make(new ImageShape(height, width, channels), 2, 1, 2).Test;
        var predictions = PredictionsOf(test);

        var gallery = Export(test, predictions);

        Assert.Equal(
            (new ImageShape(tileHeight, tileWidth, channels), perStrip, ".webp"), (gallery.Tile, gallery.PerStrip, gallery.Ending));
        var strip = Read("assets/strips/all-0.webp");
        Assert.Equal("RIFF", Encoding.ASCII.GetString(strip, 0, 4));
        for (var place = 0; place < test.Count; place++)
        {
            var expected = Resampler.Resize(test.Image(gallery.First[place]).Span, test.Shape, gallery.Tile);
            // they are noise, which loses most
            Assert.InRange(TileOf(strip, place, gallery.Tile).Zip(expected, (a, b) => Math.Abs(a - b)).Average(), 0, 16);
        }
    }

    [Fact]
    public void Attributes_that_tell_kinds_of_pictures_apart_are_a_script_with_values_in_order()
    {
        var test = SmallDatasets.Make(new ImageShape(4, 4, 1), 2, 1, 2).Test;

        var gallery = Export(
            test,
            PredictionsOf(test),
            new PictureTrait("age", ["10", "9", "", "10"]),
            new PictureTrait("same", ["x", "x", "x", "x"]),
            new PictureTrait("group", ["b", "a", "a", "<b>"]));

        Assert.Equal(("assets/strips/all.js", "age,group"), (gallery.Attributes, string.Join(',', gallery.Known)));
        var script = Encoding.UTF8.GetString(Read("assets/strips/all.js"));
        Assert.StartsWith("glassyAttributes(", script, StringComparison.Ordinal);
        var read = JsonDocument.Parse(script["glassyAttributes(".Length..^");\n".Length]).RootElement;
        Assert.Equal("""{"name":"age","values":["9","10"],"of":[1,0,-1,1]}""", read[0].GetRawText());
        Assert.Equal("""{"name":"group","values":["<b>","a","b"],"of":[2,1,1,0]}""", read[1].GetRawText());
    }

    [Fact]
    public void Without_attributes_there_is_no_script()
    {
        var test = SmallDatasets.Make(new ImageShape(4, 4, 1), 2, 1, 2).Test;

        var gallery = Export(test, PredictionsOf(test));

        Assert.Null(gallery.Attributes);
        Assert.Equal(["all-0.png"], Directory.EnumerateFiles(_project.PathOf("assets/strips")).Select(Path.GetFileName));
    }

    private byte[] Read(string file) => File.ReadAllBytes(_project.PathOf(file));

    private GalleryAssets Export(LabeledImages test, IReadOnlyList<Prediction> predictions, params PictureTrait[] traits) =>
        GalleryExporter.Export(
            _project.Folder.Root,
            new RunAddresses("0123456789abcdef", "small", isPrimary: true),
            test,
            predictions,
            3,
            traits,
            NoProgress.Instance,
            TestContext.Current.CancellationToken);

    private static Prediction[] PredictionsOf(LabeledImages test)
    {
        var random = new Random(1);
        return [.. test.Labels.Select((label, i) =>
        {
            double[] shares = [.. Enumerable.Range(0, 3).Select(_ => random.NextDouble() + 0.01)];
            return new Prediction(
                i, label, Array.IndexOf(shares, shares.Max()), [.. shares.Select(share => (float)Math.Log(share / shares.Sum()))]);
        })];
    }

    private static byte[] TileOf(byte[] strip, int tile, ImageShape shape)
    {
        var picture = PictureDecoder.Decode(strip, "strip");
        return
        [
            .. from y in Enumerable.Range(0, shape.Height)
               from x in Enumerable.Range(0, shape.Width)
               from channel in Enumerable.Range(0, shape.Channels)
               select picture.Rgba[(((y * picture.Width) + (tile * shape.Width) + x) * 4) + channel],
        ];
    }
}
