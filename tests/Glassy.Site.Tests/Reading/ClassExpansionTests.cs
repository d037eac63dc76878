namespace Glassy.Tests.Reading;

public sealed class ClassExpansionTests
{
    [Fact]
    public void A_table_for_each_class_has_headings_that_the_contents_list_leaves_out()
    {
        var site = new SiteFixture("# T\n\n## Samples\n\n<ImagesTable dirname=\"train\" />\n\n### By hand\n\n<ImagesTable dirname=\"train\" classdigit=\"cat\" />\n", RecordedRun.Site);

        Assert.Equal(["samples", "by-hand"], site.Rendered[0].Toc.Select(entry => entry.Id));
        Assert.Equal(["samples", "cat", "dog", "big-fish", "by-hand"], site.Body.QuerySelectorAll("h2, h3").Select(heading => heading.Id));
    }
}
