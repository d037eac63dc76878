using AngleSharp.Html.Parser;
using Glassy.Configuration;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Theme;

namespace Glassy.Tests.Navigation;

public class SiteMapTests
{
    private const string Site = """
        -- index.md --
        # Home
        -- 02-guide/index.md --
        ---
        title: The guide
        sidebar_label: Guide
        ---
        -- 02-guide/02-b.md --
        # B
        -- 02-guide/01-a.md --
        # A
        -- 02-guide/deep/x.md --
        # X
        -- 01-start.md --
        # Start
        -- extra/z.md --
        # Z
        -- extra/y.md --
        ---
        unlisted: true
        ---
        -- extra/_partial.md --
        # Hidden
        -- extra/draft.md --
        ---
        draft: true
        ---
        -- extra/_category_.json --
        { "label": "More", "position": 1.5, "collapsed": false }
        """;

    [Fact]
    public void The_sidebar_follows_folders_positions_and_names()
    {
        var navigation = Navigation("02-guide/02-b.md");
        Assert.Equal("Start, +More (Z), +Guide (A, B*, deep (X)), Home", Describe(navigation.Sidebar));
        Assert.Equal(["../../start", null, "../../guide/", "../../"], navigation.Sidebar.Select(item => item.Href));
    }

    [Fact]
    public void Previous_next_and_breadcrumbs_follow_the_sidebar()
    {
        var navigation = Navigation("02-guide/deep/x.md");
        Assert.Equal((new PageLink("B", "../../../guide/b"), new PageLink("Home", "../../../")), (navigation.Previous, navigation.Next));
        Assert.Equal(
            [new PageLink("Home", "../../../"), new PageLink("Guide", "../../../guide/"), new PageLink("deep", null)],
            navigation.Breadcrumbs);
        Assert.Equal("X", navigation.Label);
        Assert.Empty(Navigation("index.md").Breadcrumbs);
    }

    [Fact]
    public void Unlisted_pages_are_built_but_not_found_and_drafts_are_not_built()
    {
        var site = new SiteFixture(Site);
        Assert.Empty(site.Problems);
        Assert.Contains(site.Map.Pages, page => page.Permalink == "/extra/y");
        Assert.DoesNotContain(site.Map.Pages, page => page.Permalink is "/extra/draft" or "/extra/_partial");
        var navigation = Navigation("extra/y.md");
        Assert.Null(navigation.Previous);
        Assert.Null(navigation.Next);
    }

    [Fact]
    public void Links_lead_to_pages_and_files_from_where_the_page_is_served()
    {
        var files = new SiteFiles(new Dictionary<string, PictureSize?> { ["data/a b.csv"] = null, ["guide/pic.png"] = new(2, 1) });
        var site = new SiteFixture("""
            -- index.md --
            # Home
            -- guide/page.md --
            [a](./other%20one.mdx?q=1#x) [b](../index.md) [c](/guide/other-one#y) [d](/data/a%20b.csv) [e](#here) [f](other-one/)
            [g](https://example.org) [h](mailto:a@example.org) ![p](pic.png "T") <i id="here"></i>
            -- guide/other one.mdx --
            ---
            slug: other-one
            ---
            <i id="x"></i> <i id="y"></i>
            """, siteFiles: files);
        Assert.Empty(site.Problems);
        var hrefs = System.Text.RegularExpressions.Regex.Matches(site.HtmlOf("guide/page.md"), "(?:href|src)=\"([^\"]*)\"")
            .Select(match => match.Groups[1].Value);
        Assert.Equal(
            ["../../guide/other-one?q=1#x", "../../", "../../guide/other-one#y", "../../data/a%20b.csv", "#here", "../../guide/other-one/",
                "https://example.org", "mailto:a@example.org", "../../guide/pic.png"],
            hrefs);
    }

    [Fact]
    public void Links_name_the_file_when_asked()
    {
        var site = new SiteFixture("-- index.md --\n[a](a.md#x)\n-- a.md --\nA\n", config: new SiteConfig { LinkStyle = LinkStyle.File });
        Assert.Contains("href=\"./a/index.html#x\"", site.HtmlOf("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_and_pictures_that_lead_nowhere_have_their_place_and_a_suggestion()
    {
        var site = new SiteFixture(
            "-- index.md --\n---\ntitle: T\n---\n\nA [b](./othre.md)\nand [c](/guides) ![d](/x.png)\n-- guide.md --\n-- other.md --\n");
        Assert.Equal(
            [
                "input/index.md:5:3: the link `./othre.md` leads nowhere: no page or file of the site is there; did you mean `other.md`?",
                "input/index.md:6:5: the link `/guides` leads nowhere: no page or file of the site is there; did you mean `/guide`?",
                "input/index.md:6:18: the picture `/x.png` is not there: neither the project nor the run has it",
            ],
            site.Problems);
    }

    [Fact]
    public void A_link_that_leads_nowhere_leads_where_its_address_does()
    {
        var site = new SiteFixture("-- guide/page.md --\n[a](gone#x) [b](./gone.md) [c](../gone?q) [d](/gone)\n");
        Assert.Equal(["../../guide/gone#x", "../../guide/gone.md", "../../gone?q", "../../gone"], Links(site.Html));
    }

    [Theory]
    [InlineData(TrailingSlash.Unset, "../guide ../guide/ ../a ../a/ ../guide/ ../a")]
    [InlineData(TrailingSlash.Always, "../guide/ ../guide/ ../a/ ../a/ ../guide/ ../a/")]
    [InlineData(TrailingSlash.Never, "./guide ./guide ./a ./a ./guide ./a")]
    public void A_link_by_address_ends_as_written_where_the_site_leaves_it_open(TrailingSlash trailingSlash, string links)
    {
        var site = new SiteFixture(
            "-- a.md --\n[a](/guide) [b](/guide/) [c](/a) [d](/a/) [e](guide/index.md) [f](a.md)\n-- guide/index.md --\n",
            config: new SiteConfig { TrailingSlash = trailingSlash });
        Assert.Equal(links, string.Join(' ', Links(site.Html)));
    }

    [Fact]
    public void A_file_is_linked_from_its_folder_or_the_input_folder_or_the_folder_that_holds_docs()
    {
        var site = new SiteFixture(
            "-- guide/page.md --\n[a](other.md) [b](guide/other.md) [c](/docs/guide/other.md#x) [d](docs/guide/other.md)\n-- guide/other.md --\n## X\n");
        Assert.Empty(site.Problems);
        Assert.Equal(
            ["../../guide/other", "../../guide/other", "../../guide/other#x", "../../guide/other"], Links(site.HtmlOf("guide/page.md")));
    }

    [Fact]
    public void Breadcrumbs_begin_at_the_page_at_the_root_when_there_is_one()
    {
        var site = new SiteFixture("-- a/one.md --\n# One\n-- b/two.md --\n# Two\n");
        var two = site.Page("b/two.md");
        Assert.Equal(["b"], site.Map.NavigationOf(two, new SitePath(two.Address)).Breadcrumbs.Select(crumb => crumb.Label));
    }

    private static IEnumerable<string?> Links(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("a").Select(link => link.GetAttribute("href"));

    private static PageNavigation Navigation(string inputPath)
    {
        var site = new SiteFixture(Site);
        var page = site.Page(inputPath);
        return site.Map.NavigationOf(page, new SitePath(page.Address));
    }

    private static string Describe(IEnumerable<SidebarItem> items) => string.Join(", ", items.Select(item =>
        (item.IsOpen ? "+" : "") + item.Label + (item.IsCurrent ? "*" : "") + (item.Items.Count > 0 ? $" ({Describe(item.Items)})" : "")));
}
