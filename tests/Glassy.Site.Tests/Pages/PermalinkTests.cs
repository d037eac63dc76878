using Glassy.Configuration;
using Glassy.Pages;

namespace Glassy.Tests.Pages;

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
    [InlineData("Index.md", "", "/")]
    [InlineData("guide/ReadMe.mdx", "", "/guide/")]
    [InlineData("guide/Guide.md", "", "/guide/")]
    [InlineData("01-guide/01-guide.md", "", "/guide/")]
    [InlineData("01-guide/guide.md", "", "/guide/guide")]
    [InlineData("01-guide/01-index.md", "", "/guide/index")]
    [InlineData("3 - Deep/1. Deeper/0 --- Client API.md", "", "/Deep/Deeper/Client API")]
    [InlineData("guide/00_page.md", "", "/guide/page")]
    [InlineData("guide/10.page.md", "", "/guide/page")]
    [InlineData("guide/1-2-page.md", "", "/guide/1-2-page")]
    [InlineData("guide/2021-11-03.md", "", "/guide/2021-11-03")]
    [InlineData("guide/01page.md", "", "/guide/01page")]
    [InlineData("guide/01-.md", "", "/guide/01-")]
    [InlineData("guide/01-_page.md", "", "/guide/page")]
    [InlineData("v1.2-notes/page.md", "", "/v1.2-notes/page")]
    [InlineData("guide/page.md", "slug: /", "/")]
    [InlineData("guide/page.md", "slug: /with/slash/", "/with/slash/")]
    [InlineData("guide/page.md", "slug: ../../../out", "/out")]
    [InlineData("guide/page.md", "slug: deep/er", "/guide/deep/er")]
    [InlineData("guide/page.md", "slug: .", "/guide/")]
    [InlineData("01-guide/index.md", "parse_number_prefixes: false", "/01-guide/")]
    [InlineData("guide/index.md", "id: own", "/guide/")]
    [InlineData("guide/page.md", "id: 01-own", "/guide/01-own")]
    [InlineData("guide/Über Größe.md", "", "/guide/Über Größe")]
    public void Addresses_are_docusaurus(string path, string frontMatter, string expected)
    {
        var source = PageSource.Parse(path, path, $"---\n{frontMatter}\n---\n", []);
        Assert.Equal(expected, Permalink.Of(source, "/"));
        Assert.Equal("/docs" + expected, Permalink.Of(source, "docs/"));
    }

    [Theory]
    [InlineData("/", TrailingSlash.Unset, "/", "index.html", "/")]
    [InlineData("/", TrailingSlash.Always, "/", "index.html", "/")]
    [InlineData("/", TrailingSlash.Never, "/", "index.html", "/")]
    [InlineData("/a/b", TrailingSlash.Unset, "/a/b", "a/b/index.html", "/a/b/")]
    [InlineData("/a/b", TrailingSlash.Always, "/a/b/", "a/b/index.html", "/a/b/")]
    [InlineData("/a/b", TrailingSlash.Never, "/a/b", "a/b.html", "/a/b")]
    [InlineData("/a/", TrailingSlash.Unset, "/a/", "a/index.html", "/a/")]
    [InlineData("/a/", TrailingSlash.Always, "/a/", "a/index.html", "/a/")]
    [InlineData("/a/", TrailingSlash.Never, "/a", "a.html", "/a")]
    [InlineData("/a/7.0-b", TrailingSlash.Never, "/a/7.0-b", "a/7.0-b.html", "/a/7.0-b")]
    [InlineData("/404.html", TrailingSlash.Always, "/404.html", "404.html", "/404.html")]
    public void The_trailing_slash_decides_link_file_and_what_links_begin_from(
        string slug, TrailingSlash trailingSlash, string permalink, string file, string address)
    {
        var route = Route.Of(slug, trailingSlash);
        Assert.Equal((permalink, file, address), (route.Permalink, route.File, route.Address));
    }

    [Theory]
    [InlineData(TrailingSlash.Unset, false, "../../a%20b", "../../c/", "../../", "./a%20b", "./c/")]
    [InlineData(TrailingSlash.Always, false, "../../a%20b/", "../../c/", "../../", "./a%20b/", "./c/")]
    [InlineData(TrailingSlash.Never, false, "../a%20b", "../c", "../", "./a%20b", "./c")]
    [InlineData(
        TrailingSlash.Unset,
        true,
        "../../a%20b/index.html",
        "../../c/index.html",
        "../../index.html",
        "./a%20b/index.html",
        "./c/index.html")]
    [InlineData(
        TrailingSlash.Always,
        true,
        "../../a%20b/index.html",
        "../../c/index.html",
        "../../index.html",
        "./a%20b/index.html",
        "./c/index.html")]
    [InlineData(TrailingSlash.Never, true, "../a%20b.html", "../c.html", "../index.html", "./a%20b.html", "./c.html")]
    public void Links_have_the_sites_form_and_lead_there_from_every_depth(
        TrailingSlash trailingSlash, bool toFiles, string page, string index, string home, string pageFromHome, string indexFromHome)
    {
        var site = new SiteFixture(
            "-- index.md --\n[a](a%20b.md) [b](c/index.md)\n-- a b.md --\n-- c/index.md --\n-- c/d.md --\n[a](../a%20b.md) [b](./index.md) [c](../index.md)\n",
            config: new SiteConfig { TrailingSlash = trailingSlash, LinkStyle = toFiles ? LinkStyle.File : LinkStyle.Folder });
        Assert.Empty(site.Problems);
        Assert.Equal(
            $"""<p><a href="{page}">a</a> <a href="{index}">b</a> <a href="{home}">c</a></p>""", site.HtmlOf("c/d.md").Split('\n')[^2]);
        Assert.Contains(
            $"""<a href="{pageFromHome}">a</a> <a href="{indexFromHome}">b</a>""", site.HtmlOf("index.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-guide/02-page.md", "", "guide/page")]
    [InlineData("page.md", "", "page")]
    [InlineData("01-guide/page.md", "id: own", "guide/own")]
    [InlineData("01-guide/index.md", "slug: /elsewhere", "guide/index")]
    [InlineData("01-guide/02-page.md", "parse_number_prefixes: false", "01-guide/02-page")]
    public void Ids_are_folders_and_names_without_prefixes(string path, string frontMatter, string expected) =>
        Assert.Equal(expected, Permalink.IdOf(PageSource.Parse(path, path, $"---\n{frontMatter}\n---\n", [])));

    [Fact]
    public void Two_pages_with_one_id_are_an_error_that_names_both()
    {
        var site = new SiteFixture("-- 01-a.md --\nA\n-- a.md --\n---\nslug: /b\n---\n-- c.md --\n---\nid: a\nslug: /c\n---\n");
        Assert.Equal(
            ["input/a.md:1:1: its id `a` is also that of input/01-a.md; give one of them another `id`",
                "input/c.md:2:5: its id `a` is also that of input/01-a.md; give one of them another `id`"],
            site.Problems);
    }

    [Theory]
    [InlineData("_partial.md")]
    [InlineData("_drafts/page.md")]
    [InlineData("guide/_deep/er/page.mdx")]
    public void Files_and_folders_that_begin_with_an_underscore_are_no_pages(string path) => Assert.False(PageSource.IsPage(path));

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
    [InlineData("unlisted: [true]", "2:11: `unlisted`: true or false was expected")]
    [InlineData("keywords: [{a: b}]", "2:11: `keywords`: a list of texts was expected")]
    [InlineData("tags:\n  - one\n  - {permalink: /x}", "4:5: `tags`: a text or `{label: …, permalink: …}` was expected")]
    [InlineData(
        "toc_min_heading_level: 4\ntoc_max_heading_level: 3", "2:24: `toc_min_heading_level: 4` is above `toc_max_heading_level: 3`")]
    [InlineData("last_update: today", "2:14: `last_update`: `date` or `author` was expected")]
    [InlineData("last_update: {by: me}", "2:14: `last_update`: `date` or `author` was expected")]
    [InlineData("last_update:\n  date: soon", "3:9: `date: soon`: a date was expected")]
    [InlineData("pagination_next: [a]", "2:18: `pagination_next`: a text was expected")]
    [InlineData("pagination_next: pge", "2:18: `pagination_next: pge`: there is no page with this id; did you mean `page`?")]
    [InlineData("displayed_sidebar: docs", "2:20: `displayed_sidebar: docs`: there is no such sidebar")]
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
    public void Every_key_has_its_type()
    {
        var frontMatter = PageSource.Parse("a.md", "a.md", """
            ---
            tags: [one, {label: Two, permalink: /second}, 3]
            keywords: [a, b]
            image: ./a.png
            sidebar_position: "2.5"
            sidebar_class_name: green
            pagination_prev: null
            pagination_next: guide/a
            displayed_sidebar:
            last_update: {date: 2023-10-25, author: Ada}
            custom_edit_url: null
            hide_title: True
            description: ""
            ---
            """, []).FrontMatter;
        Assert.Equal(
            [
                new TagReference("one", null) { IsName = true }, new TagReference("Two", "/second"),
                new TagReference("3", null) { IsName = true }
            ],
            frontMatter.Tags.Select(tag => tag with { Position = default }));
        Assert.Equal(["a", "b"], frontMatter.Keywords);
        Assert.Equal(
            ("./a.png", 2.5, "green", true, ""),
            (frontMatter.Image, frontMatter.SidebarPosition, frontMatter.SidebarClassName, frontMatter.HideTitle, frontMatter.Description));
        Assert.Equal((null, "guide/a"), (frontMatter.PaginationPrevious!.Value, frontMatter.PaginationNext!.Value));
        Assert.Equal((null, null), (frontMatter.DisplayedSidebar!.Value, frontMatter.CustomEditUrl!.Value));
        Assert.Equal(new LastUpdate(new DateTimeOffset(2023, 10, 25, 0, 0, 0, TimeSpan.Zero), "Ada"), frontMatter.LastUpdate);
        Assert.Null(FrontMatter.Empty.PaginationNext);
    }

    [Fact]
    public void A_rule_at_the_top_is_not_front_matter() =>
        Assert.Equal("---\n\nText\n", PageSource.Parse("a.md", "a.md", "---\n\nText\n", []).Body);

    [Theory]
    [InlineData("---\ntitle: Own\ndescription: D\n---\n# H\n\nFirst", "Own", "D")]
    [InlineData(
        "import X from 'x';\n\n# H at {{ run.accuracy | percent }}\n\n> First *line* of [text](https://example.org)\n> second",
        "H at 97.17%",
        "First line of text")]
    [InlineData("---\nid: The Id\n---\n![alt](https://example.org/x.png)\n\nFirst", "The Id", "alt")]
    [InlineData("<!-- made by a tool -->\n\n# H\n\nFirst", "page", "First")]
    [InlineData("First\n\n# H", "page", "First")]
    [InlineData("", "page", "")]
    public void Titles_and_descriptions_come_from_front_matter_or_text(string text, string title, string description)
    {
        var page = new SiteFixture(text).Page("page.md");
        Assert.Equal((title, description), (page.Title, page.Description));
    }

    [Theory]
    [InlineData("First\n\n# Late\n", "Late")] // named after its file, but headed by its own heading
    [InlineData("> # Quoted\n", "Quoted")]
    [InlineData("## Section\n\n# Late\n", "page, Late")]
    [InlineData("Text\n\n---\n\n# After a rule\n", "page, After a rule")]
    [InlineData("---\ntitle: Own\nhide_title: true\n---\n## Section\n", "")]
    public void A_page_whose_first_heading_is_no_title_gets_one(string text, string titles) =>
        Assert.Equal(
            titles,
            string.Join(", ", new SiteFixture(text).Body.QuerySelectorAll("h1").Select(heading => heading.TextContent.TrimEnd('#'))));

    [Theory]
    [InlineData("@scope/a & b (c), d+e=f;g:h!i*j$k'l", "@scope/a%20&%20b%20(c),%20d+e=f;g:h!i*j$k'l")]
    [InlineData("ü?#%[x]", "%C3%BC%3F%23%25%5Bx%5D")]
    public void Addresses_are_encoded_as_javascript_does(string path, string address) => Assert.Equal(address, Permalink.Encode(path));
}
