using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>What stands around every page.</summary>
public sealed class FurnitureTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public FurnitureTests()
    {
        _project.Write("input/index.md", "# Home\n");
        _project.Write(
            "input/guide/_category_.yml", "label: Guides\nlink: {type: generated-index, keywords: [cats, dogs], image: img/a.png}\n");
        _project.Write("input/guide/a b.md", "---\nlast_update: {date: 2024-05-01, author: Ada}\n---\n# A\n\n## Part\n");
        _project.Write("input/guide/c.md", "---\ncustom_edit_url: null\n---\n# C\n");
        _project.Write("static/img/a.png", "x");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_page_has_navbar_footer_announcement_and_icons_with_addresses_from_where_it_is()
    {
        Configure("""
              basePath: /docs/
              announcement: "**New**: [read](guide/a%20b.md), {{ dataset.name }}"
              favicon: /img/a.png
              logo: img/a.png
            """);
        _project.Write("site/navbar.yml", "- guide/a b\n- {label: All, to: /category/guides, position: right}\n");
        _project.Write(
            "site/footer.yml",
            "links: [{title: Docs, items: [guide/c]}]\ncopyright: By [us](/guide/c), {{ run.created_at | date \"yyyy\" }}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var pages = new[] { "index.html", "guide/a b/index.html", "category/guides/index.html", "404.html" }.Select(Page).ToList();
        Assert.Equal(
            ["./guide/a%20b", "../../guide/a%20b", "../../guide/a%20b", "/docs/guide/a%20b"],
            pages.Select(page => page.QuerySelector(".announcement a")!.GetAttribute("href")));
        Assert.Equal(
            ["./guide/a%20b", "../../guide/a%20b", "../../guide/a%20b", "/docs/guide/a%20b"],
            pages.Select(page => page.QuerySelector(".bar-nav a")!.GetAttribute("href")));
        Assert.Equal(
            ["./guide/c", "../../guide/c", "../../guide/c", "/docs/guide/c"],
            pages.Select(page => page.QuerySelector(".footer-links a")!.GetAttribute("href")));
        Assert.Equal(
            ["./guide/c", "../../guide/c", "../../guide/c", "/docs/guide/c"],
            pages.Select(page => page.QuerySelector(".footer-end a")!.GetAttribute("href")));
        Assert.Equal(
            ["./img/a.png", "../../img/a.png", "../../img/a.png", "/docs/img/a.png"],
            pages.Select(page => page.QuerySelector("link[rel=icon]")!.GetAttribute("href")));
        Assert.Equal(
            ["./img/a.png", "../../img/a.png", "../../img/a.png", "/docs/img/a.png"],
            pages.Select(page => page.QuerySelector(".brand img")!.GetAttribute("src")));
        Assert.Equal([null, "page", null, null], pages.Select(page => page.QuerySelector(".bar-nav a")!.GetAttribute("aria-current")));
        Assert.Equal("page", pages[2].QuerySelector(".bar-nav .end a")!.GetAttribute("aria-current"));
        Assert.Equal("New: read, flowers", pages[0].QuerySelector(".announcement p")!.TextContent);
        Assert.Single(pages.Select(page => page.QuerySelector(".announcement")!.GetAttribute("data-id")).Distinct());
        Assert.Contains(
            $"'{pages[0].QuerySelector(".announcement")!.GetAttribute("data-id")}'", pages[0].Head!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_addresses_lead_on_and_are_not_found_by_search_engines()
    {
        Configure("  url: https://example.org\n  basePath: /docs/\n  trailingSlash: true\n");
        _project.Write(
            "site/redirects.yml", "/old/place: /guide/a%20b?x=1#part\n/out.html: https://example.net/\n/file: /img/a.png\n/%C3%A4: /\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var old = Page("old/place/index.html");
        Assert.Equal("0; url=../../guide/a%20b/?x=1#part", old.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal("https://example.org/docs/guide/a%20b/", old.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("noindex", old.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(
            ("A", "../../guide/a%20b/?x=1#part"), (old.QuerySelector("a")!.TextContent, old.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal("https://example.net/", Page("out.html").QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            ("../img/a.png", "https://example.org/docs/img/a.png"),
            (
                Page("file/index.html").QuerySelector("a")!.GetAttribute("href"),
                Page("file/index.html").QuerySelector("link[rel=canonical]")!.GetAttribute("href")));
        Assert.Equal("../", Page("ä/index.html").QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("old", _project.Read("output/sitemap.xml"), StringComparison.Ordinal);
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root, "/docs/"));
    }

    [Theory]
    [InlineData("", "guide/a%20b/", "../guide/a%20b/index.html", "old/index.html")]
    [InlineData("", "guide/a%20b", "../guide/a%20b/index.html", "old/index.html")]
    [InlineData("  trailingSlash: false\n", "guide/a%20b", "./guide/a%20b.html", "old.html")]
    public async Task Pages_that_lead_on_name_the_file_so_that_they_do_from_disk(
        string options,
        string target,
        string expected,
        string file)
    {
        File.Delete(Path.Combine(_project.Root, "input/index.md"));
        Configure(options);
        _project.Write("site/redirects.yml", $"/old: /{target}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Equal(expected, Page(file).QuerySelector("a")!.GetAttribute("data-file"));
        Assert.EndsWith(target, Page(file).QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        _project.Write("site/redirects.yml", $"/old: /{target}?again\n");
        Assert.Equal(1, (await BuiltProject.BuildAsync(_project.Root)).FilesWritten);
        Assert.EndsWith(".html", Page("index.html").QuerySelector("a")!.GetAttribute("data-file"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_around_the_pages_keep_the_site_from_being_written()
    {
        Configure("  announcement: See [it](/nowhere)\n  logo: img/b.png\n");
        _project.Write("site/footer.yml", "copyright: \"[it](/guide/d)\"\n");
        _project.Write(
            "site/redirects.yml",
            "/guide/c: /\n/img/a.png/index.html: /\n/x: /guide/e\n/tags.html: /\n/y: /\n/Y/: /\n/category/guides: /\n/z: /guide/c#no\n");

        var failed = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(failed.Failed);
        Assert.Equal(
            [
                "error: glassy.yml:6:17: the link `/nowhere` leads nowhere: no page or file of the site is there",
                "error: glassy.yml:7:9: `site.logo`: the picture `img/b.png` is not there: neither static/ nor input/ has it; did you mean `/img/a.png`?",
                "error: site/footer.yml:1:12: the link `/guide/d` leads nowhere: no page or file of the site is there; did you mean `/guide/c`?",
                "error: site/redirects.yml:1:1: the redirect from `/guide/c` stands where input/guide/c.md is; take one of them away",
                "error: site/redirects.yml:3:1: the redirect from `/x`: the link `/guide/e` leads nowhere: no page or file of the site is there; did you mean `/guide/c`?",
                "error: site/redirects.yml:6:1: the redirect from `/Y/` stands where another redirect, at site/redirects.yml:5:1 is; take one of them away",
                "error: site/redirects.yml:7:1: the redirect from `/category/guides` stands where the site's own page /category/guides is; take one of them away",
            ],
            failed.Errors
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => line.StartsWith("error: ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Contains(
            "warning: site/redirects.yml:8:1: the link `/guide/c#no` leads to no anchor", failed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_when_and_by_whom_it_was_changed_and_where_it_is_edited()
    {
        Configure(
            "  url: https://example.org\n  repository: https://example.org/code\n  editUrl: https://example.org/edit/dev\n  showLastUpdateTime: true\n  showLastUpdateAuthor: true\n");
        await GitAsync("init", "--quiet");
        await GitAsync("add", "input");
        await GitAsync("-c", "user.name=Zoë Müller", "-c", "user.email=a@b.invalid", "commit", "--quiet", "-m", "x");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var (a, c) = (Page("guide/a b/index.html"), Page("guide/c/index.html"));
        Assert.Equal("https://example.org/edit/dev/input/guide/a%20b.md", a.QuerySelector(".page-foot a")!.GetAttribute("href"));
        Assert.Equal("Last changed on 1 May 2024 by Ada", a.QuerySelector(".page-foot span")!.TextContent);
        Assert.Equal("2024-05-01T00:00:00+00:00", a.QuerySelector(".page-foot time")!.GetAttribute("datetime"));
        Assert.Contains("a%20b</loc><lastmod>2024-05-01</lastmod></url>", _project.Read("output/sitemap.xml"), StringComparison.Ordinal);
        Assert.Null(c.QuerySelector(".page-foot a"));
        Assert.EndsWith("by Zoë Müller", c.QuerySelector(".page-foot span")!.TextContent, StringComparison.Ordinal);
        var category = Page("category/guides/index.html");
        Assert.Equal("cats,dogs", category.QuerySelector("meta[name=keywords]")!.GetAttribute("content"));
        Assert.Equal("https://example.org/img/a.png", category.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Without_git_history_a_warning_names_the_way_out_and_pages_say_what_they_know_themselves()
    {
        Configure("  repository: https://example.org/code\n  showLastUpdateTime: true\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed);
        Assert.Matches(
            @"^warning: glassy\.yml:7:23: `site\.showLastUpdateTime`: git does not know when the files in input/ changed \(.*not a git repository.*\); give pages a `last_update`[^\n]*\n$",
            built.Errors.ReplaceLineEndings("\n"));
        Assert.Equal(
            "https://example.org/code/edit/main/input/guide/a%20b.md",
            Page("guide/a b/index.html").QuerySelector(".page-foot a")!.GetAttribute("href"));
        Assert.Equal("Last changed on 1 May 2024", Page("guide/a b/index.html").QuerySelector(".page-foot span")!.TextContent);
        Assert.Null(Page("guide/c/index.html").QuerySelector(".page-foot"));
    }

    private void Configure(string site) =>
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  title: Flowers\n" + site);

    private IHtmlDocument Page(string file) => new HtmlParser().ParseDocument(_project.Read("output/" + file));

    private async Task GitAsync(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _project.Root });
        Assert.NotNull(git);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
    }
}
