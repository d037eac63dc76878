using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Glassy.Imaging;

namespace Glassy.Tests.Pipelines;

/// <summary>The pages and files that a site has without its author.</summary>
public sealed class MadePagesTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public MadePagesTests()
    {
        _project.Write("input/index.md", "---\ntags: [Big Picture]\n---\n# Home\n\nFirst line\n");
        _project.Write("input/guide/_category_.yml", "label: Guides\nlink: {type: generated-index, description: All of them}\n");
        _project.Write(
            "input/guide/a & b.md",
            "---\nimage: ./c d.png\nkeywords: [cats, dogs]\ntags: [Big Picture, {label: Own, permalink: /mine}]\n---\n# A and B\n");
        _project.Write("input/guide/c d.png", Png.Encode([1, 2], new ImageShape(1, 2, 1)));
        _project.Write("input/guide/hidden.md", "---\nunlisted: true\n---\n# Hidden\n");
        _project.Write("input/draft.md", "---\ndraft: true\n---\n# Draft\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_site_has_its_tags_indexes_and_the_files_that_hosts_look_for()
    {
        Configure("  url: https://example.org\n  basePath: /docs\n  cname: docs.example.org\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Equal(
            ["https://example.org/docs/", "https://example.org/docs/category/guides", "https://example.org/docs/guide/a%20&%20b",
                "https://example.org/docs/tags", "https://example.org/docs/tags/big-picture", "https://example.org/docs/tags/mine"],
            XDocument.Parse(_project.Read("output/sitemap.xml")).Root!.Elements().Elements().Select(loc => loc.Value));
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/docs/sitemap.xml\n", _project.Read("output/robots.txt"));
        Assert.Equal(("", "docs.example.org\n"), (_project.Read("output/.nojekyll"), _project.Read("output/CNAME")));
        Assert.False(File.Exists(Path.Combine(_project.Root, "output/draft/index.html")));

        var category = Page("category/guides/index.html");
        Assert.Equal(
            ("Guides", "All of them"), (category.QuerySelector("h1")!.TextContent, category.QuerySelector("article p")!.TextContent));
        Assert.Equal("../../guide/a%20&%20b", Assert.Single(category.QuerySelectorAll(".page-cards a")).GetAttribute("href"));
        Assert.Equal("page", category.QuerySelector(".sidebar .linked > a")!.GetAttribute("aria-current"));

        Assert.Equal(["Big Picture 2", "Own 1"], Page("tags/index.html").QuerySelectorAll(".tags a").Select(tag => tag.TextContent));
        Assert.Equal(
            ["../tags/big-picture", "../tags/mine"],
            Page("tags/index.html").QuerySelectorAll(".tags a").Select(tag => tag.GetAttribute("href")));
        Assert.Equal(
            ["A and B", "HomeFirst line"],
            Page("tags/big-picture/index.html").QuerySelectorAll(".page-cards a").Select(card => card.TextContent));
        Assert.Equal(
            ["../../tags/big-picture", "../../tags/mine"],
            Page("guide/a & b/index.html").QuerySelectorAll(".tags a").Select(tag => tag.GetAttribute("href")));
        Assert.Equal(
            "https://example.org/docs/guide/a%20&%20b",
            Page("guide/a & b/index.html").QuerySelector("link[rel=canonical]")!.GetAttribute("href"));

        var written = Page("guide/a & b/index.html");
        Assert.Equal("cats,dogs", written.QuerySelector("meta[name=keywords]")!.GetAttribute("content"));
        Assert.Matches(
            "^https://example.org/docs/assets/img/c%20d-[0-9a-f]{8}.png$",
            written.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Contains(
            "\"item\":\"https://example.org/docs/category/guides\"}",
            written.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);

        var hidden = Page("guide/hidden/index.html");
        Assert.Equal("noindex, nofollow", hidden.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull(hidden.QuerySelector(".unlisted"));
        Assert.Null(hidden.QuerySelector(".sidebar [href*=hidden]"));
        Assert.Null(Page("index.html").QuerySelector(".unlisted"));
    }

    [Fact]
    public async Task Links_to_places_in_made_pages_are_checked()
    {
        _project.Write(
            "input/other.md", "[a](/tags#glassy-main) [b](/tags/big-picture#nope)\n\n<a href=\"/category/guides#glassy-mian\">c</a>\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal(
            "warning: input/other.md:1:24: the link `/tags/big-picture#nope` leads to no anchor: the page `/tags/big-picture` has no `nope`\n"
            + "warning: input/other.md:3:9: the link `/category/guides#glassy-mian` leads to no anchor: the page `/category/guides` has no `glassy-mian`; did you mean `glassy-main`?\n",
            built.Errors);
    }

    [Fact]
    public async Task An_authors_own_files_win_and_a_site_without_address_has_no_sitemap()
    {
        Configure("  trailingSlash: false\n");
        _project.Write("input/robots.txt", "User-agent: *\nDisallow: /\n");
        _project.Write("input/tags.md", "# My tags\n");
        _project.Write("site/sidebars.yml", "docs: [index, {type: category, label: Guides, items: [guide/a & b]}]\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Equal("User-agent: *\nDisallow: /\n", _project.Read("output/robots.txt"));
        Assert.Equal("My tags", Page("tags.html").QuerySelector("h1")!.TextContent);
        Assert.Equal("../tags/mine", Page("guide/a & b.html").QuerySelectorAll(".tags a")[1].GetAttribute("href"));
        Assert.Equal(".html", Page("tags/mine.html").QuerySelector("script[data-page-file]")!.GetAttribute("data-page-file"));
        Assert.Equal(
            ["./", "./guide/a%20&%20b"], Page("index.html").QuerySelectorAll(".sidebar a").Select(link => link.GetAttribute("href")));
        Assert.False(File.Exists(Path.Combine(_project.Root, "output/sitemap.xml")));
        Assert.False(Directory.Exists(Path.Combine(_project.Root, "output/category")));
    }

    [Fact]
    public async Task Mistakes_in_sidebars_and_categories_keep_the_site_from_being_written()
    {
        _project.Write("site/sidebars.yml", "docs:\n  - indx\n");
        _project.Write("input/guide/_category_.yml", "lable: x\n");

        var failed = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(failed.Failed);
        Assert.Contains(
            "error: input/guide/_category_.yml:1:1: unknown key `lable`; did you mean `label`?", failed.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "error: site/sidebars.yml:2:5: there is no page with the id `indx`; did you mean `index`?",
            failed.Errors,
            StringComparison.Ordinal);
    }

    private void Configure(string site) =>
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  title: Flowers\n" + site);

    private IHtmlDocument Page(string file) => new HtmlParser().ParseDocument(_project.Read("output/" + file));
}
