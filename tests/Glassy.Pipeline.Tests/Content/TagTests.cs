using Glassy.Content;

namespace Glassy.Tests.Content;

public class TagTests
{
    [Theory]
    [InlineData("Getting started", "getting-started")]
    [InlineData("GraphQL API", "graph-ql-api")]
    [InlineData("fooBar", "foo-bar")]
    [InlineData("XMLHttp", "xml-http")]
    [InlineData("v2.0", "v-2-0")]
    [InlineData("C++", "c")]
    [InlineData("Über Größe", "uber-grosse")]
    [InlineData("Łódź × Žižek", "lodz-zizek")]
    [InlineData("don't", "dont")]
    [InlineData("1st place", "1st-place")]
    [InlineData("日本語", "日本語")]
    [InlineData("snake_case", "snake-case")]
    public void A_tags_address_is_lodashs_kebab_case(string label, string expected) => Assert.Equal(expected, TagSlug.Of(label));

    [Fact]
    public void Tags_are_merged_by_address_and_leave_out_what_is_not_listed()
    {
        var site = new SiteFixture("""
            -- a.md --
            ---
            title: Zed
            tags: [Big Picture, {label: Two, permalink: /second}, big-picture]
            ---
            -- b.md --
            ---
            title: Alpha
            tags: [big picture]
            ---
            -- c.md --
            ---
            unlisted: true
            tags: [big picture, secret]
            ---
            """, options: new ContentOptions { RouteBase = "/docs" });
        var tags = site.Map.Tags;
        Assert.Equal("/docs/tags", tags.Route.Permalink);
        Assert.Equal([("Big Picture", "/docs/tags/big-picture"), ("Two", "/docs/tags/second")], tags.Tags.Select(tag => (tag.Label, tag.Route.Permalink)));
        Assert.Equal(["Alpha", "Zed"], tags.Tags[0].Pages.Select(page => page.Title));
        Assert.Equal(["Big Picture", "Two"], tags.Of(site.Page("a.md")).Select(tag => tag.Label));
        Assert.Equal(["Big Picture"], tags.Of(site.Page("c.md")).Select(tag => tag.Label));
    }
}
