using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Publishing;

namespace Glassy.Tests.Pictures;

public sealed class ExplanationExporterTests : IDisposable
{
    private static readonly ImageShape Shape = new(1, 2, 1);

    private static readonly ImageDataset Dataset = new(
        "tiny", ["left", "right"], new LabeledImages(Shape, [0, 0, 90, 100], [0, 1]), new LabeledImages(Shape, [50, 60, 88, 99], [0, 1]));

    private readonly TemporaryProject _project = new();
    private readonly RecordedProgress _progress = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_picture_is_shown_as_the_model_got_it_beside_what_its_answer_depends_on_and_with_its_neighbours()
    {
        var explained = Export(isPrimary: true, test: 1);

        Assert.Equal(
            (1, new TilePlace("assets/strips/explained-0.png", 0), new TilePlace("assets/strips/explained-0.png", 1)),
            (explained.Index, explained.Seen, explained.Saliency));
        Assert.Equal([1, 0], explained.Neighbors.Select(neighbor => neighbor.Picture.Index));
        Assert.Equal([90, 100, 0, 0], Pixels(explained.Neighbors[0].Place.Strip));
        Assert.Equal([0, 255], Pixels(explained.Seen!.Strip)[..2]);
        Assert.Equal(_progress.Titles, _progress.Ended);
    }

    [Fact]
    public void Another_run_has_strips_of_its_own()
    {
        var (primary, other) = (Export(isPrimary: true, test: 1), Export(isPrimary: false, test: 0));

        Assert.Equal("assets/runs/0123/strips/explained-0.png", other.Seen!.Strip);
        Assert.Equal("assets/runs/0123/strips/neighbors-0.png", other.Neighbors[0].Place.Strip);
        Assert.Equal([90, 100, 0, 0], Pixels(primary.Neighbors[0].Place.Strip));
    }

    [Fact]
    public void By_embeddings_the_neighbours_are_test_pictures()
    {
        var explained = Export(isPrimary: true, test: 1, embeddings: [[1, 0], [0.6f, 0.8f]]);

        Assert.True(explained.AreByModel);
        var neighbor = Assert.Single(explained.Neighbors); // the other one: it is not its own
        Assert.Equal((0, 0), (neighbor.Picture.Index, neighbor.Picture.Label));
        Assert.Equal(0.4, neighbor.Picture.Distance, 6);
        Assert.Equal([50, 60], Pixels(neighbor.Place.Strip)[..2]);
        Assert.False(Export(isPrimary: true, test: 1).AreByModel);
    }

    private ExplainedPicture Export(bool isPrimary, int test, float[][]? embeddings = null) => Assert.Single(ExplanationExporter.Export(
        _project.Folder.Root,
        new RunAddresses("0123", "tiny", isPrimary),
        Dataset,
        [new Prediction(test, Dataset.Test.Labels[test], 1 - Dataset.Test.Labels[test], [-0.5f, -0.9f])],
        new ExplanationExporter.SeenInputs([[0, 1]], [[0, 1]]),
        embeddings,
        _progress,
        TestContext.Current.CancellationToken));

    private byte[] Pixels(string strip) => PictureDecoder.Decode(File.ReadAllBytes(_project.PathOf(strip)), strip).ToGrey(0);
}
