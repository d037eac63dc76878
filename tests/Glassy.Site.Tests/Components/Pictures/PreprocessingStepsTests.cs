using Glassy.Components.Pictures;
using Glassy.Imaging;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Tests.Components.Pictures;

public sealed class PreprocessingStepsTests
{
    private static readonly PreprocessedSamples Samples = new(
        new ImageShape(4, 6, 1),
        [new PreprocessedSamples.Sample(7, 0), new PreprocessedSamples.Sample(2, 2)],
        [Chain("none", 0), Chain("binarize", 2), Chain("binarize + dilate", 4), Chain("skeleton", 6)]);

    [Fact]
    public void The_pictures_as_they_are_come_first_then_the_steps_as_they_are_written()
    {
        var model = Model("<PreprocessingSteps steps=\"skeleton, binarize+dilate\" size={60} />");

        Assert.Equal(["skeleton", "binarize + dilate"], model.Chains);
        Assert.Equal(["cat", "big fish"], model.Rows.Select(row => row.Name));
        Assert.Equal([0, 6, 4], model.Rows[0].Tiles.Select(tile => tile.Tile));
        Assert.Equal([1, 7, 5], model.Rows[1].Tiles.Select(tile => tile.Tile));
        Assert.Equal("../assets/strips/preprocessing-0.png", model.Rows[1].Tiles[2].Src);
        Assert.Equal((60, 6, 4), (model.Size, model.TileWidth, model.TileHeight));
    }

    [Fact]
    public void Every_picture_says_what_it_shows() => Assert.Equal(
        ["big fish, test picture 2, as it is", "big fish, test picture 2, after binarize + dilate"],
        Model("<PreprocessingSteps steps=\"binarize + dilate\" />").Rows[1].Tiles.Select(tile => tile.Alt));

    [Fact]
    public void Each_step_is_explained_once_and_each_that_there_is_can_be()
    {
        Assert.Equal(
            ["binarize", "dilate", "skeleton"],
            Model("<PreprocessingSteps steps=\"skeleton, binarize + dilate, binarize\" />").Explained.Select(step => step.Name));

        var all = Model(
            "<PreprocessingSteps />", Samples with { Made = [Chain("none", 0), .. PreprocessingNames.All.Select(name => Chain(name, 0))] });
        Assert.Equal(PreprocessingNames.All, all.Chains);
        Assert.Equal(PreprocessingNames.All, all.Explained.Select(step => step.Name));
        Assert.All(all.Explained, step => Assert.Matches(@" \(\D+ \d{4}\)$", step.What)); // whose it is
        Assert.Equal(all.Explained.Count, all.Explained.Select(step => step.What).Distinct().Count());
    }

    [Fact]
    public void That_some_classes_have_no_picture_is_known() => Assert.Equal(
        (2, 3),
        (Model("<PreprocessingSteps steps=\"skeleton\" />").Rows.Count, Model("<PreprocessingSteps steps=\"skeleton\" />").Classes));

    [Theory]
    [InlineData(
        "<PreprocessingSteps steps=\"skeletn\" />", "1:27: <PreprocessingSteps> `steps`: unknown step 'skeletn'; did you mean `skeleton`?")]
    [InlineData(
        "<PreprocessingSteps steps=\"skeleton, none\" />",
        "1:27: <PreprocessingSteps> `steps`: a column is empty or `none`; the pictures as they are come first in any case")]
    [InlineData("<PreprocessingSteps steps=\"\" />", "1:27: <PreprocessingSteps> `steps`: a column is empty or `none`")]
    [InlineData(
        "<PreprocessingSteps steps=\"skeleton, binarize, skeleton\" />", "1:27: <PreprocessingSteps> `steps`: `skeleton` is there twice")]
    [InlineData(
        "<PreprocessingSteps steps=\"skeleton + deskew\" />",
        "1:1: <PreprocessingSteps>: no picture of `skeleton + deskew` was made; write `steps` as a text in the tag")]
    public void What_cannot_be_is_reported_with_its_place(string page, string expected) => Assert.StartsWith(
        "input/page.md:" + expected,
        Assert.Single(new SiteFixture(page, RecordedRun.Site with { Preprocessed = Samples }).Problems),
        StringComparison.Ordinal);

    private static PreprocessedSamples.Chain Chain(string steps, int first) =>
        new(
            steps,
            [new TilePlace("assets/strips/preprocessing-0.png", first), new TilePlace("assets/strips/preprocessing-0.png", first + 1)]);

    private static PreprocessingSteps.Model Model(string tag, PreprocessedSamples? samples = null)
    {
        var fixture = new SiteFixture(tag, RecordedRun.Site with { Preprocessed = samples ?? Samples });
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<PreprocessingSteps.Model>();
    }
}
