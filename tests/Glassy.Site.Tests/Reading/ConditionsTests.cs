namespace Glassy.Tests.Reading;

public sealed class ConditionsTests
{
    private const string Page = """
        # Page

        <When test="yes">

        ## Said

        In <When test="yes">this</When><When test="no">that</When> line.

        <When test="no">

        ## Not said

        {{ nothing.here }}

        </When>

        </When>

        <When test="no">

        ## Nor this

        <ImagesTable dirname="train" />

        <When test="yes">

        Inside.

        </When>

        </When>

        ## Not said
        """;

    [Fact]
    public void Only_what_holds_is_on_the_page_with_its_headings()
    {
        var site = new SiteFixture(Page);

        Assert.Empty(site.Problems);
        Assert.Equal(["said", "not-said"], site.Body.QuerySelectorAll("h2").Select(heading => heading.Id));
        Assert.Equal(["said", "not-said"], site.Rendered[0].Toc.Select(entry => entry.Id));
        Assert.Equal("In this line.", site.Body.QuerySelector("p")!.TextContent);
        Assert.Equal(2, site.Templates.Rendered.Count(entry => entry.Template == "components/When.html"));
    }

    [Fact]
    public void Tables_for_each_class_are_written_out_inside_too()
    {
        var site = new SiteFixture("# Page\n\n<When test=\"yes\">\n\n<ImagesTable dirname=\"train\" />\n\n</When>\n", RecordedRun.Site);

        Assert.Empty(site.Problems);
        Assert.Equal(["cat", "dog", "big-fish"], site.Body.QuerySelectorAll("h3").Select(heading => heading.Id));
    }

    [Theory]
    [InlineData(
        "text\n\n<When test=\"what\">\n\nx\n\n</When>", "input/page.md:3:12: <When> `test`: unknown name '(what) ? 'passed' : 'failed''")]
    [InlineData("<When>\n\nx\n\n</When>", "input/page.md:1:1: <When> needs the attribute `test`")]
    [InlineData("export const Local = () => (<When test=\"what\">x</When>)\n\n<Local />", "unknown name '(what) ? 'passed' : 'failed''")]
    public void A_test_that_means_nothing_is_reported_where_it_stands(string page, string expected)
    {
        Assert.Contains(expected, Assert.Single(new SiteFixture(page).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_is_taken_from_what_holds()
    {
        var page = new SiteFixture("# Page\n\n<When test=\"no\">\n\nNot this.\n\n</When>\n\nBut this.\n").Rendered[0].Page;

        Assert.Equal("But this.", page.Description);
    }
}
