using Glassy.Content;

namespace Glassy.Tests.Content;

public class PermalinkTests
{
    [Theory]
    [InlineData("index.md", "", "/")]
    [InlineData("readme.md", "", "/")]
    [InlineData("guide/README.md", "", "/guide/")]
    [InlineData("guide/guide.mdx", "", "/guide/")]
    [InlineData("01-guide/02-set up.md", "", "/guide/set up")]
    [InlineData("guide/2021-11-foo.md", "", "/guide/2021-11-foo")]
    [InlineData("guide/7.0-bar.md", "", "/guide/7.0-bar")]
    [InlineData("guide/Page.md", "", "/guide/Page")]
    [InlineData("guide/page.md", "id: Mr. Glassy the Bot", "/guide/Mr. Glassy the Bot")]
    [InlineData("guide/page.md", "slug: /image-classification/glassy", "/image-classification/glassy")]
    [InlineData("01-guide/page.md", "slug: rel-slug", "/guide/rel-slug")]
    [InlineData("guide/page.md", "slug: ./x", "/guide/x")]
    [InlineData("guide/page.md", "slug: ../up-slug", "/up-slug")]
    [InlineData("guide/index.md", "slug: own", "/guide/own")]
    [InlineData("01-guide/02-page.md", "parse_number_prefixes: false", "/01-guide/02-page")]
    public void Addresses_are_docusaurus(string path, string frontMatter, string expected)
    {
        var source = PageSource.Parse(path, path, $"---\n{frontMatter}\n---\n", []);
        Assert.Equal(expected, Permalink.Of(source, "/"));
        Assert.Equal("/docs" + expected, Permalink.Of(source, "docs/"));
    }

    [Theory]
    [InlineData("/", "/", "index.html")]
    [InlineData("/a/b", "/a/b/", "a/b/index.html")]
    [InlineData("/a/", "/a/", "a/index.html")]
    [InlineData("/404.html", "/404.html", "404.html")]
    public void A_page_is_a_file_in_its_own_folder(string permalink, string address, string file)
    {
        Assert.Equal(address, Permalink.Address(permalink));
        Assert.Equal(file, Permalink.OutputPath(permalink));
    }

    [Fact]
    public void Two_pages_with_one_address_are_an_error_that_names_both()
    {
        var site = new SiteFixture("-- a.md --\nA\n-- b.md --\n---\ntitle: B\nslug: /a\n---\n");
        Assert.Equal(["input/b.md:3:7: its address /a is also that of input/a.md; give one of them another `slug`"], site.Problems);
    }

    [Theory]
    [InlineData("title: [a]", "2:8: `title`: a text was expected")]
    [InlineData("title: x\nsidebar_position: first", "3:19: `sidebar_position: first`: a number was expected")]
    [InlineData("draft: maybe", "2:8: `draft: maybe`: true or false was expected")]
    [InlineData("tags: one", "2:7: `tags`: a list was expected")]
    [InlineData("id: a/b", "2:5: `id: a/b` must not hold a `/`")]
    [InlineData("toc_max_heading_level: 9", "2:24: `toc_max_heading_level`: a heading level from 2 to 6")]
    [InlineData("title: \"open", "the front matter is not YAML")]
    [InlineData("draft: true\nunlisted: true", "3:11: a page is `draft` (not built) or `unlisted`")]
    [InlineData("slug: /a?b", "2:7: `slug: /a?b` must be a path")]
    public void Front_matter_mistakes_have_their_place(string frontMatter, string expected)
    {
        var site = new SiteFixture($"---\n{frontMatter}\n---\n\nText\n");
        var problem = Assert.Single(site.Problems);
        Assert.StartsWith("input/page.md:", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_keys_are_kept()
    {
        var source = PageSource.Parse("a.md", "a.md", "\uFEFF---\r\ncolour: blue\r\nlist: [1, two]\r\n---\r\nText\r\n", []);
        Assert.Equal("blue", source.FrontMatter.Values["colour"]);
        Assert.Equal(new object[] { "1", "two" }, (IEnumerable<object?>)source.FrontMatter.Values["list"]!);
        Assert.Equal("\n\n\n\nText\n", source.Body);
    }

    [Fact]
    public void A_rule_at_the_top_is_not_front_matter() =>
        Assert.Equal("---\n\nText\n", PageSource.Parse("a.md", "a.md", "---\n\nText\n", []).Body);

    [Theory]
    [InlineData("---\ntitle: Own\ndescription: D\n---\n# H\n\nFirst", "Own", "D")]
    [InlineData("import X from 'x';\n\n# H at {{ run.accuracy | percent }}\n\n> First *line* of [text](https://example.org)\n> second", "H at 97.17%", "First line of text")]
    [InlineData("---\nid: The Id\n---\n![alt](https://example.org/x.png)\n\nFirst", "The Id", "alt")]
    [InlineData("", "page", "")]
    public void Titles_and_descriptions_come_from_front_matter_or_text(string text, string title, string description)
    {
        var page = new SiteFixture(text).Page("page.md");
        Assert.Equal((title, description), (page.Title, page.Description));
    }
}
