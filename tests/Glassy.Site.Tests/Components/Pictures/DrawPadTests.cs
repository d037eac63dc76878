using Glassy.Components.Pictures;
using Glassy.Datasets.Drawings;
using Glassy.Diagnostics;
using Glassy.Drawing;

namespace Glassy.Tests.Components.Pictures;

public sealed class DrawPadTests
{
    private static readonly DrawingAssets Assets = new(
        "assets/drawing/gallery.png",
        [new GalleryPicture(5, 2, 2, 0.75f), new GalleryPicture(3, 0, 2, 0.5f)],
        new BrowserWeights("assets/drawing/model.js", 1234, Polarity.DarkOnBright, 5, 9),
        WhyNot: null);

    [Fact]
    public void DrawPad_says_what_the_rounded_weights_are_worth_beside_the_run()
    {
        var desk = Model(Assets).Desk;

        Assert.NotNull(desk);
        Assert.Equal((5.0 / 9, 6.0 / 9, 9, 93, 1234), (desk.Accuracy, desk.RunAccuracy, desk.Total, desk.Levels, desk.WeightBytes));
        Assert.Equal((6, 4, 46, true), (desk.Width, desk.Height, desk.Cell, desk.DarkInk));
        Assert.Equal("../assets/drawing/model.js", desk.Weights);
        Assert.Equal(["cat", "dog", "big fish"], desk.Bars);
    }

    [Fact]
    public void The_gallery_has_the_runs_answers()
    {
        var gallery = Model(Assets).Gallery;

        Assert.Equal((84, 56), (gallery.ShownWidth, gallery.ShownHeight));
        Assert.Equal(
            new PictureTile("../assets/drawing/gallery.png", 1, null, "cat, test picture 3", "big fish", "cat", false, null),
            gallery.Entries[1].Tile);
        Assert.Equal(0.5, gallery.Entries[1].Probability);
    }

    [Fact]
    public void Where_readers_cannot_draw_the_build_says_why_and_the_gallery_is_alone()
    {
        var site = Site(Assets with { Browser = null, WhyNot = "it rains" });

        var warning = Assert.Single(site.Diagnostics);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal("input/page.md:1:1: <DrawPad>: readers see test pictures but cannot draw, because it rains", warning.ToString());
        Assert.Null(site.Templates.Model<DrawPad.Model>().Desk);
        Assert.Equal(2, site.Templates.Model<DrawPad.Model>().Gallery.Entries.Count);
    }

    [Fact]
    public void Without_a_run_it_is_an_error() =>
        Assert.Equal(["input/page.md:1:1: <DrawPad>: there is no run; train first"], new SiteFixture("<DrawPad />").Problems);

    private static DrawPad.Model Model(DrawingAssets drawing) => Site(drawing).Templates.Model<DrawPad.Model>();

    private static SiteFixture Site(DrawingAssets drawing) => new("<DrawPad />", RecordedRun.Site with { Drawing = drawing });
}
