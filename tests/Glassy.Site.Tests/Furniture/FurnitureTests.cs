using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Furniture;
using Glassy.Links;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Furniture;

/// <summary>Navbar, footer and redirects: what their files say, and where that leads.</summary>
public sealed class FurnitureTests
{
    private const string Site = """
        -- index.md --
        # Home
        -- guide/index.md --
        ---
        sidebar_label: The guide
        ---
        # Guide
        -- guide/a.md --
        # A
        -- reference/b.md --
        ---
        tags: [x]
        ---
        # B
        """;

    private readonly List<Diagnostic> _diagnostics = [];

    private IEnumerable<string> Problems => _diagnostics.Select(d => d.ToString());

    [Fact]
    public void Navbar_items_lead_to_pages_sidebars_addresses_and_other_sites()
    {
        var links = Place(Site + "\n-- site/sidebars.yml --\nfirst: [guide/index, guide/a]\nsecond: [reference/b]\n", """
            - guide/a
            - doc: reference/b.md
              label: Bee
            - type: doc
              docId: guide/index
            - type: docSidebar
              sidebarId: second
              position: right
            - to: /tags
              label: Topics
            - to: /guide/#x
              label: Anchor
            - href: https://example.org
              label: Out
              className: green
            - type: dropdown
              label: More
              items: [index, {label: In, to: guide/a}]
            - html: <b>x</b>
            - type: theme
            """);

        Assert.Empty(Problems);
        var onA = links.Select(link => link.On("/guide/a", "first", new SitePath("/guide/a/"))).ToList();
        Assert.Equal(["A", "Bee", "The guide", "B", "Topics", "Anchor", "Out", "More", "", ""], onA.Select(link => link.Label));
        Assert.Equal(
            [
                "../../guide/a", "../../reference/b", "../../guide/", "../../reference/b", "../../tags", "../../guide/#x",
                "https://example.org", null, null, null
            ],
            onA.Select(link => link.Href));
        Assert.Equal(["../../", "../../guide/a"], onA[7].Items.Select(link => link.Href));
        Assert.Equal((true, "green", "<b>x</b>", true), (onA[6].IsExternal, onA[6].ClassName, onA[8].Html?.Value, onA[9].IsTheme));
        Assert.Equal("B", Assert.Single(links, link => link.IsAtEnd).Link.Label);
    }

    [Fact]
    public void The_item_of_the_page_of_its_folder_and_of_its_sidebar_are_marked()
    {
        var links = Place(Site + "\n-- site/sidebars.yml --\nfirst: [guide/index, guide/a]\nsecond: [reference/b]\n",
            "[index, guide/index, guide/a, {sidebar: first}, {sidebar: second}, {label: More, items: [guide/a]}]\n");

        string?[] Marks(string permalink, string? sidebar) =>
            [.. links.Select(link => link.On(permalink, sidebar, new SitePath("/")).Current)];

        Assert.Equal([null, "true", "page", "true", null, "true"], Marks("/guide/a", "first"));
        Assert.Equal([null, "page", null, "page", null, null], Marks("/guide/", "first"));
        Assert.Equal([null, null, null, null, "page", null], Marks("/reference/b", "second"));
        Assert.Equal(["page", null, null, null, null, null], Marks("/", null));
    }

    [Fact]
    public void A_search_item_is_the_button_that_the_bar_ends_with()
    {
        Assert.Empty(Place("-- a.md --\n# A\n", "- type: search\n  position: left\n"));
        Assert.Empty(Problems);
    }

    [Fact]
    public void The_root_leads_somewhere_even_without_a_page_there()
    {
        var links = Place("-- a.md --\n# A\n", "- {label: Home, to: '/?x#y'}\n");

        Assert.Empty(Problems);
        Assert.Equal("../?x#y", Assert.Single(links).On("/a", null, new SitePath("/a/")).Href);
    }

    [Theory]
    [InlineData("items:\n- to: /tags\n", "site/navbar.yml:2:3: the link to `/tags` needs a `label`")]
    [InlineData("- {label: X, to: /, clasName: y}\n", "site/navbar.yml:1:21: unknown key `clasName`; did you mean `className`?")]
    [InlineData("- type: serch\n", "site/navbar.yml:1:9: `type: serch` was not expected here; did you mean `search`?")]
    [InlineData("- type: search\n  positon: right\n", "site/navbar.yml:2:3: unknown key `positon`; did you mean `position`?")]
    [InlineData("- label: More\n  items:\n  - type: search\n", "site/navbar.yml:3:11: `type: search` was not expected here")]
    [InlineData("- {label: X, to: /, position: middle}\n", "site/navbar.yml:1:31: `position: middle`: left or right was expected")]
    [InlineData("- [x]\n", "site/navbar.yml:1:3: a page's id or `{label: …, to: …}` was expected")]
    [InlineData("- {label: X}\n", "site/navbar.yml:1:3: this item needs `to` or `href`")]
    [InlineData("- type: theme\n- type: theme\n", "site/navbar.yml:2:3: `type: theme` is here a second time")]
    [InlineData("- label: More\n  items:\n  - type: theme\n", "site/navbar.yml:3:11: `type: theme` was not expected here")]
    [InlineData("- guide/aa\n", "site/navbar.yml:1:3: there is no page with the id `guide/aa`; did you mean `guide/a`?")]
    [InlineData("- doc: guide/aa.md\n", "site/navbar.yml:1:8: there is no page in `guide/aa.md`; did you mean `guide/a.md`?")]
    [InlineData(
        "- sidebar: defaultSidebr\n",
        "site/navbar.yml:1:12: there is no sidebar `defaultSidebr` with pages; did you mean `defaultSidebar`?")]
    [InlineData(
        "- label: X\n  to: /guid\n",
        "site/navbar.yml:2:7: the link `/guid` leads nowhere: no page or file of the site is there; did you mean `/guide/`?")]
    public void Mistakes_in_the_navbar_have_their_place_and_a_suggestion(string navbar, string expected)
    {
        Place(Site, navbar);

        Assert.StartsWith(expected, Assert.Single(Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_nowhere_are_as_serious_as_the_author_wants()
    {
        Assert.Empty(Place(Site, "- {label: X, to: /nowhere}\n", new SiteConfig { OnBrokenLinks = Severity.Warning }));
        Assert.Equal(Severity.Warning, Assert.Single(_diagnostics).Severity);
        _diagnostics.Clear();

        Assert.Empty(Place(Site, "- {label: X, to: /nowhere}\n", new SiteConfig { OnBrokenLinks = null }));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_footer_has_columns_loose_links_and_a_copyright()
    {
        var footer = FooterFile.Parse("""
            links:
            - title: Docs
              items: [guide/a, {label: Out, href: https://example.org}, {html: <i>x</i>}]
            - {label: Alone, to: /}
            copyright: © Us
            """, _diagnostics);

        Assert.Empty(Problems);
        Assert.Equal([("Docs", 3), ("", 1)], footer.Columns.Select(column => (column.Title, column.Links.Count)));
        Assert.Equal(new Located<string>("© Us", new SourcePosition(5, 12)), footer.Copyright);
    }

    [Theory]
    [InlineData("link: []\n", "site/footer.yml:1:1: unknown key `link`; did you mean `links`?")]
    [InlineData("links:\n- title: A\n  itmes: []\n", "site/footer.yml:3:3: unknown key `itmes`; did you mean `items`?")]
    [InlineData("links:\n- title: A\n  items: [{type: theme}]\n", "site/footer.yml:3:18: `type: theme` was not expected here")]
    public void Mistakes_in_the_footer_have_their_place(string footer, string expected)
    {
        FooterFile.Parse(footer, _diagnostics);

        Assert.StartsWith(expected, Assert.Single(Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a: /x\n/b: /x\n")]
    [InlineData("- from: [/a, /b]\n  to: /x\n")]
    [InlineData("- {from: /a, to: /x}\n- {from: /b, to: /x}\n")]
    [InlineData("redirects:\n- {from: [/a, /b], to: /x}\n")]
    public void Redirects_are_lines_or_lists(string text)
    {
        var redirects = RedirectsFile.Parse(text, _diagnostics);

        Assert.Empty(Problems);
        Assert.Equal([("/a", "/x"), ("/b", "/x")], redirects.Select(redirect => (redirect.From, redirect.To)));
    }

    [Theory]
    [InlineData("a: /x\n", "site/redirects.yml:1:1: `a`: a path was expected that begins with `/` and has no `?` or `#`")]
    [InlineData("- {from: '/a#b', to: /x}\n", "site/redirects.yml:1:10: `/a#b`: a path was expected")]
    [InlineData("/x: /\n/../../escaped: /x\n", "site/redirects.yml:2:1: `/../../escaped`: a path was expected without `.` and `..` in it")]
    [InlineData("/a/%2E%2e/b: /x\n", "site/redirects.yml:1:1: `/a/%2E%2e/b`: a path was expected without `.` and `..` in it")]
    [InlineData("/a/.%2fb: /x\n", "site/redirects.yml:1:1: `/a/.%2fb`: a path was expected without `.` and `..` in it")]
    [InlineData("- {from: [/a, /./b], to: /x}\n", "site/redirects.yml:1:15: `/./b`: a path was expected without `.` and `..` in it")]
    [InlineData("/a:\n", "site/redirects.yml:1:4: `/a`: the address that it leads to was expected")]
    [InlineData("- from: /a\n", "site/redirects.yml:1:3: `{from: /old, to: /new}` was expected")]
    [InlineData("- {from: /a, to: /x, code: 301}\n", "site/redirects.yml:1:22: unknown key `code`")]
    public void Mistakes_in_redirects_have_their_place(string text, string expected)
    {
        RedirectsFile.Parse(text, _diagnostics);

        Assert.StartsWith(expected, Assert.Single(Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_key_of_a_redirect_is_named()
    {
        RedirectsFile.Parse("- {from: /a, too: /x}\n", _diagnostics);

        Assert.Equal(
            [
                "site/redirects.yml:1:14: unknown key `too`; did you mean `to`? known: from, to",
                "site/redirects.yml:1:3: `{from: /old, to: /new}` was expected",
            ],
            Problems);
    }

    [Fact]
    public void A_navbar_that_is_no_list_is_told_that_it_must_be_one()
    {
        NavbarFile.Parse("guide\n", _diagnostics);

        Assert.Equal(["site/navbar.yml:1:1: the navbar's file must be a list, or `items:` with one"], Problems);
    }

    private IReadOnlyList<PlacedLink> Place(string files, string navbar, SiteConfig? config = null)
    {
        var site = new SiteFixture(files);
        Assert.Empty(site.Problems);
        return new FurnitureLinks(
            site.Map, new LinkResolver(site.Map.Pages, SiteFiles.None, site.Map.Made), config ?? new SiteConfig(), _diagnostics)
            .Place(NavbarFile.Parse(navbar, _diagnostics), NavbarFile.Name);
    }
}
