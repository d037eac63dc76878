using System.Text.Json;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Tests.Pictures;

public sealed class PictureExporterTests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly TemporaryProject _project = new();
    private readonly RecordedProgress _progress = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_picture_has_its_file_and_its_tile(int channels)
    {
        var dataset = Dataset(new ImageShape(4, 6, channels));
        var catalog = Export(dataset, samplesPerClass: 2);

        Assert.Equal(
            [
                "assets/datasets/odd/compared/00002.png",
                "assets/datasets/odd/custom-test/cat-1.png",
                "assets/datasets/odd/custom-test/cat.png",
                "assets/datasets/odd/test/cat/cat-0000.png",
                "assets/datasets/odd/test/cat/cat-0001.png",
                "assets/datasets/odd/test/ice-cream/ice-cream-0000.png",
                "assets/datasets/odd/train/cat/cat-0000.png",
                "assets/datasets/odd/train/cat/cat-0001.png",
                "assets/datasets/odd/train/ice-cream/ice-cream-0000.png",
                "assets/datasets/odd/wrong-predictions/cat/cat-0000-ice-cream.png",
                "assets/datasets/odd/wrong-predictions/cat/cat-0001-ice-cream.png",
                "assets/strips/compared-0.png",
                "assets/strips/drawings-0.png",
                "assets/strips/test-0.png",
                "assets/strips/train-0.png",
                "assets/strips/wrong-0.png",
            ],
            _project.AllFiles());
        Assert.Equal(["Exporting pictures"], _progress.Ended);
        Assert.Equal([0, 2], catalog.Train[0].Select(picture => picture.Index));
        Assert.Equal([(1, 1), (3, 1)], catalog.WrongPredictions[0].Select(picture => (picture.Index, picture.Predicted ?? -1)));
        Assert.Empty(catalog.WrongPredictions[1]);
        Assert.Equal([1, null], catalog.CustomTest.Select(picture => picture.Predicted is 1 ? 1 : (int?)null));
        Assert.All(
            catalog.Train.SelectMany(group => group), picture => Same(picture, dataset.Train.Image(picture.Index), dataset.Train.Shape));
        Assert.All(catalog.WrongPredictions[0], picture => Same(picture, dataset.Test.Image(picture.Index), dataset.Train.Shape));
    }

    [Fact]
    public void All_pictures_are_exported_when_no_number_is_given()
    {
        var dataset = Dataset(new ImageShape(4, 6, 1));
        Assert.Equal(dataset.Train.Count, Export(dataset, samplesPerClass: null).Train.Sum(group => group.Count));
    }

    [Fact]
    public void Pictures_whose_labels_are_doubted_are_there_in_test_order_with_their_predictions()
    {
        var dataset = Dataset(new ImageShape(4, 6, 1));
        var doubted = Export(dataset, 1, null, 3, 0).Doubted;
        Assert.Equal([(0, 1, 1), (3, 0, 1)], doubted.Select(picture => (picture.Index, picture.Label, picture.Predicted ?? -1)));
        Assert.Equal("assets/datasets/odd/label-notes/00003.png", doubted[1].Path);
        Same(doubted[1], dataset.Test.Image(3), dataset.Test.Shape);
        Assert.Empty(Export(dataset, 1).Doubted);
    }

    [Fact]
    public void The_catalog_survives_JSON()
    {
        var catalog = Export(Dataset(new ImageShape(4, 6, 1)), samplesPerClass: 2);
        var json = JsonSerializer.Serialize(catalog, Json);
        var back = JsonSerializer.Deserialize<PictureCatalog>(json, Json);

        Assert.NotNull(back);
        Assert.Equal(json, JsonSerializer.Serialize(back, Json));
        Assert.Equal(catalog.WrongPredictions[0], back.WrongPredictions[0]);
    }

    [Fact]
    public void A_second_export_touches_nothing()
    {
        var dataset = Dataset(new ImageShape(4, 6, 1));
        Export(dataset, samplesPerClass: 2);
        var long_ago = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var files = _project.AllFiles().Select(_project.PathOf).ToList();
        files.ForEach(file => File.SetLastWriteTimeUtc(file, long_ago));
        File.WriteAllBytes(files[0], [1]);

        Export(dataset, samplesPerClass: 2);

        Assert.NotEqual(long_ago, File.GetLastWriteTimeUtc(files[0]));
        Assert.True(new FileInfo(files[0]).Length > 1);
        Assert.All(files.Skip(1), file => Assert.Equal(long_ago, File.GetLastWriteTimeUtc(file)));
    }

    [Fact]
    public void Test_pictures_that_are_asked_for_have_their_place_with_what_the_model_says()
    {
        var dataset = Dataset(new ImageShape(4, 6, 1));
        var compared = Assert.Single(Export(dataset, samplesPerClass: 1).Compared);
        Assert.Equal(
            ("assets/datasets/odd/compared/00002.png", 2, 0, 0), (compared.Path, compared.Index, compared.Label, compared.Predicted));
        Same(compared, dataset.Test.Image(2), dataset.Test.Shape);
    }

    [Fact]
    public void Cancelling_stops_the_export() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => Export(Dataset(new ImageShape(4, 6, 1)), 2, new CancellationToken(canceled: true)));

    /// <summary>Training: cat, ice cream, cat, cat. Test: ice cream, cat, cat, cat; the second and fourth are misread.</summary>
    private static ImageDataset Dataset(ImageShape shape)
    {
        var random = new Random(5);
        LabeledImages Split(params int[] labels)
        {
            var pixels = new byte[labels.Length * shape.Length];
            random.NextBytes(pixels);
            return new LabeledImages(shape, pixels, labels);
        }

        return new ImageDataset("odd", ["cat", "ice cream"], Split(0, 1, 0, 0), Split(1, 0, 0, 0));
    }

    private PictureCatalog Export(
        ImageDataset dataset,
        int? samplesPerClass,
        CancellationToken? cancellationToken = null,
        params int[] doubted)
    {
        float[] even = [0.5f, 0.5f];
        Prediction[] predictions = [new(3, 0, 1, even), new(0, 1, 1, even), new(1, 0, 1, even), new(2, 0, 0, even)];
        var pixels = dataset.Test.Image(0);
        CustomDrawing[] drawings = [new("cat-1.png", 0, pixels), new("cat.png", 0, pixels)];
        CustomPrediction[] custom = [new("cat.png", 0, 0, even), new("cat-1.png", 0, 1, even)];
        return PictureExporter.Export(
            _project.Folder.Root,
            new RunAddresses("0123", dataset.Name, isPrimary: true),
            dataset,
            predictions,
            doubted,
            compared: [2],
            drawings,
            custom,
            samplesPerClass,
            _progress,
            cancellationToken ?? Token);
    }

    private void Same(ExportedPicture picture, ReadOnlyMemory<byte> pixels, ImageShape shape)
    {
        var own = Decode(picture.Path, shape);
        Assert.Equal(pixels.ToArray(), own.Pixels);

        var strip = Decode(picture.Strip, shape);
        for (var y = 0; y < shape.Height; y++)
        {
            var row = shape.Width * shape.Channels;
            var inStrip = strip.Pixels.AsSpan((((y * strip.Width) + (picture.Tile * shape.Width)) * shape.Channels), row);
            Assert.True(inStrip.SequenceEqual(pixels.Span.Slice(y * row, row)));
        }
    }

    private (byte[] Pixels, int Width) Decode(string path, ImageShape shape)
    {
        var picture = PictureDecoder.Decode(File.ReadAllBytes(_project.PathOf(path)), path);
        return (shape.Channels == 1 ? picture.ToGrey(0) : picture.ToRgb(0), picture.Width);
    }
}
