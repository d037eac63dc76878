using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Imaging;
using Glassy.Pictures;

namespace Glassy.Tests.Components.Pictures;

public sealed class GalleryTests
{
    /// <summary>The pictures 3, 4 and 6 are misread, and two lie in a strip.</summary>
    private static readonly ComponentSite Site = RecordedRun.Site with
    {
        Gallery = new GalleryAssets(new ImageShape(4, 6, 1), 2, ".png", [3, 4, 6, 0], "assets/strips/all.js", ["group"]),
    };

    [Fact]
    public void The_first_pictures_stand_in_their_strips_each_with_what_it_is_and_was_taken_for()
    {
        var model = Model("<Gallery size={60} />");

        Assert.Equal(
            [
                ("../assets/strips/all-0.png", 0), ("../assets/strips/all-0.png", 1), ("../assets/strips/all-1.png", 0),
                ("../assets/strips/all-1.png", 1)
            ],
            model.Tiles.Select(tile => (tile.Src, tile.Tile)));
        Assert.Equal("cat predicted as big fish, test picture 3", model.Tiles[0].Alt);
        Assert.Equal("cat, test picture 0", model.Tiles[3].Alt);
        Assert.Equal([false, false, false, true], model.Tiles.Select(tile => tile.Correct));
        Assert.Equal((9, 6, true, 60, 6, 4), (model.Total, model.Correct, model.IsSure, model.Size, model.TileWidth, model.TileHeight));
        Assert.Equal("../predictions.csv", model.Csv);
    }

    [Fact]
    public void Its_script_finds_what_it_needs()
    {
        var data = Model("<Gallery />").Data;

        Assert.Equal(
            ("../predictions-packed.js", "../assets/strips/all.js", "../assets/strips/all-", ".png", 2),
            (data.Predictions, data.Attributes, data.Strips, data.Ending, data.PerStrip));
        Assert.Equal(["group"], data.Known);
    }

    [Theory]
    [InlineData(TrailingSlash.Always, "../errors/3/")]
    [InlineData(TrailingSlash.Never, "./errors/3")]
    [InlineData(TrailingSlash.Unset, "../errors/3")]
    public void A_mistake_leads_to_its_page_however_addresses_are_written(TrailingSlash slash, string expected)
    {
        const string files = "-- page.md --\n<Gallery errors=\"./errors.md\" />\n-- errors.md --\n# Errors\n\n<ErrorsExplorer />\n";
        var explorer = new SiteFixture(files, Site, config: new SiteConfig { TrailingSlash = slash });

        var mistake = explorer.Templates.Model<Gallery.Model>().Mistake!; // it names the page

        Assert.Equal((3, null), (mistake.Index, mistake.Only));
        Assert.Equal(expected, mistake.Href);
    }

    [Fact]
    public void Where_not_every_mistake_has_a_page_it_is_said_which_have()
    {
        var some = RecordedRun.Pictures with { WrongPredictions = [RecordedRun.Pictures.WrongPredictions[0], [], []] };

        Assert.Equal("3", Model("<Gallery errors=\"./page.md\" />", Site with { Pictures = some }).Mistake!.Only);
        Assert.Null(
            Model("<Gallery errors=\"./page.md\" />", Site with { Pictures = some with { WrongPredictions = [[], [], []] } }).Mistake);
        Assert.Null(Model("<Gallery />").Mistake);
    }

    [Fact]
    public void Of_predictions_without_pictures_it_says_that_there_are_none()
    {
        var none = Site with
        {
            Run = RecordedRun.Run with { Dataset = RecordedRun.Run.Dataset with { Shape = new ImageShape(0, 0, 0) } },
            Gallery = null
        };

        Assert.Equal(
            "There are predictions alone here, and no pictures to show.",
            new SiteFixture("<Gallery />", none).Templates.Model<Absent>().Text);
    }

    [Fact]
    public void Where_the_build_has_not_seen_the_tag_it_is_a_mistake_with_its_place() => Assert.StartsWith(
        "input/page.md:1:1: <Gallery>: its pictures were not drawn; write the tag into a page",
        Assert.Single(new SiteFixture("<Gallery />", RecordedRun.Site).Problems),
        StringComparison.Ordinal);

    private static Gallery.Model Model(string page, ComponentSite? site = null)
    {
        var fixture = new SiteFixture(page, site ?? Site);
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<Gallery.Model>();
    }
}
