using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Navigation;

namespace Glassy.Tests.Navigation;

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
            """, config: new SiteConfig { RouteBase = "/docs" });
        var tags = site.Map.Tags;
        Assert.Equal("/docs/tags", tags.All.Route.Permalink);
        Assert.Equal(
            [("Big Picture", "/docs/tags/big-picture"), ("Two", "/docs/tags/second")],
            tags.All.Tags.Select(tag => (tag.Title, tag.Route.Permalink)));
        Assert.Equal(["Alpha", "Zed"], tags.All.Tags[0].Pages.Select(page => page.Title));
        Assert.Equal(["Big Picture", "Two"], tags.Of(site.Page("a.md")).Select(tag => tag.Title));
        Assert.Equal(["Big Picture"], tags.Of(site.Page("c.md")).Select(tag => tag.Title));
    }

    [Fact]
    public void Tags_are_listed_by_their_titles_without_regard_to_case()
    {
        var site = new SiteFixture("---\ntags: [zebra, Banana, cherry, apple]\n---\n");
        Assert.Equal(["apple", "Banana", "cherry", "zebra"], site.Map.Tags.All.Tags.Select(tag => tag.Title));
    }

    [Fact]
    public void A_file_of_tags_names_describes_and_places_those_that_pages_use_by_key()
    {
        var site = new SiteFixture("""
            -- tags.yml --
            cats: {label: All about cats, permalink: /felines, description: They sleep.}
            bigDogs:
            unused: {}
            -- a.md --
            ---
            tags: [cats, bigDogs, {label: cats}]
            ---
            """, config: new SiteConfig { OnInlineTags = null });
        Assert.Empty(site.Problems);
        Assert.Equal(
            [("All about cats", "/tags/felines", "They sleep."), ("BigDogs", "/tags/big-dogs", ""), ("cats", "/tags/cats", "")],
            site.Map.Tags.All.Tags.Select(tag => (tag.Title, tag.Route.Permalink, tag.Description)));
    }

    [Theory]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Warning)]
    [InlineData(null)]
    public void A_tag_that_the_file_of_tags_does_not_list_is_as_serious_as_the_author_wants(Severity? severity)
    {
        const string Page = "-- a.md --\n---\ntags:\n- cats\n- dgos\n---\n";
        var site = new SiteFixture("-- tags.yml --\ncats:\ndogs:\n" + Page, config: new SiteConfig { OnInlineTags = severity });
        Assert.Equal(severity is { } found
            ? [new Diagnostic(found, "the tag `dgos` is not in tags.yml; did you mean `dogs`?", "input/a.md", 4, 3)]
            : [], site.Diagnostics);
        Assert.Empty(new SiteFixture(Page).Problems);
    }

    [Theory]
    [InlineData("cats: [x]\n", "input/tags.yml:1:7: `cats`: `{label: …, permalink: …, description: …}` was expected")]
    [InlineData("cats: {lable: x}\n", "input/tags.yml:1:8: unknown key `lable`; did you mean `label`?")]
    [InlineData(
        "a: {permalink: /b}\nb:\n",
        "input/tags.yml:2:1: the tag `b` has the address `/b`, which is also that of `a`; give one of them another `permalink`")]
    public void Mistakes_in_the_file_of_tags_have_their_place(string file, string expected) =>
        Assert.StartsWith(expected, Assert.Single(new SiteFixture("-- tags.yml --\n" + file).Problems), StringComparison.Ordinal);
}
