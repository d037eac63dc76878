using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Theme;

public sealed class LayoutTests
{
    private static readonly ScribanTheme Theme = new(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));

    private static PageModel Page => new()
    {
        Site = new SiteModel(
            "Glassy & co", "A tagline", "https://example.org/glassy", "https://example.org/source", "../../", "Glassy 0.1.0"),
        Title = "Ones <and> twos",
        Description = "About \"ones\"",
        Permalink = "/a/b/",
        Root = "../../",
        Content = new RawHtml("<h1>Ones</h1><p>Text</p>"),
        Toc = [new TocEntry(2, "x", new RawHtml("<code>X</code>")), new TocEntry(3, "y", new RawHtml("Y"))],
        Sidebar =
        [
            new SidebarItem("Start", "../../", false, false, []),
            new SidebarItem("Group", null, false, true, [
                new SidebarItem("Here", "./", true, false, []),
                new SidebarItem("Deep", "./deep/", false, false, [new SidebarItem("Deeper", "./deep/er/", false, false, [])])
            ]),
        ],
        Breadcrumbs = [new PageLink("Home", "../../"), new PageLink("Group", null)],
        Next = new PageLink("Next one", "../c/"),
    };

    private static IHtmlDocument Render(string layout, PageModel page) =>
        new HtmlParser().ParseDocument(Theme.Render($"layouts/{layout}.html", page, TestContext.Current.CancellationToken).Value);

    [Fact]
    public void A_page_has_title_description_and_relative_assets()
    {
        var document = Render("page", Page);

        Assert.Equal("Ones <and> twos · Glassy & co", document.Title);
        Assert.Equal("About \"ones\"", document.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("../../assets/css/glassy.css", document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Equal("https://example.org/glassy/a/b/", document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.NotNull(document.Doctype);
        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void A_stylesheet_of_the_projects_own_comes_after_the_themes()
    {
        var styles = Render("page", Page with { Site = Page.Site with { HasOwnStyle = true } }).QuerySelectorAll("link[rel=stylesheet]");

        Assert.Equal(["../../assets/css/glassy.css", "../../assets/css/custom.css"], styles.Select(style => style.GetAttribute("href")));
    }

    [Fact]
    public void A_page_says_what_previews_and_search_engines_ask_for()
    {
        var crumbs = StructuredDataJson.Breadcrumbs(
            [new PageLink("Home", "../../"), new PageLink("No page", null), new PageLink("</script>", "../x%20y")],
            "Ones & \"twos\"",
            new Uri("https://example.org/glassy/a/b/"),
            "https://example.org/glassy/a/b");
        var document = Render(
            "page", Page with { Keywords = ["one", "\"two\""], Image = "https://example.org/a.png?b=1&c=2", StructuredData = crumbs });

        Assert.Equal("one,\"two\"", Meta("name=keywords"));
        Assert.Equal(("Ones <and> twos", "Ones <and> twos"), (Meta("property='og:title'"), Meta("name='twitter:title'")));
        Assert.Equal(("About \"ones\"", "About \"ones\""), (Meta("property='og:description'"), Meta("name='twitter:description'")));
        Assert.Equal("https://example.org/glassy/a/b/", Meta("property='og:url'"));
        Assert.Equal(
            ("https://example.org/a.png?b=1&c=2", "https://example.org/a.png?b=1&c=2"),
            (Meta("property='og:image'"), Meta("name='twitter:image'")));
        Assert.Equal("summary_large_image", Meta("name='twitter:card'"));
        using var data = JsonDocument.Parse(Assert.Single(document.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
        Assert.Equal("BreadcrumbList", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal(
            [
                (1, "Home", "https://example.org/glassy/"), (2, "</script>", "https://example.org/glassy/a/x%20y"),
                (3, "Ones & \"twos\"", "https://example.org/glassy/a/b")
            ],
            data.RootElement.GetProperty("itemListElement").EnumerateArray()
                .Select(item =>
                    (item.GetProperty("position").GetInt32(), item.GetProperty("name").GetString(), item.GetProperty("item").GetString())));

        string? Meta(string attribute) => document.QuerySelector($"meta[{attribute}]")!.GetAttribute("content");
    }

    [Fact]
    public void A_page_without_a_description_has_no_empty_one()
    {
        Assert.Empty(
            Render("page", Page with { Description = "" }).QuerySelectorAll("meta[name$=description], meta[property$=description]"));
        Assert.Equal(3, Render("page", Page).QuerySelectorAll("meta[name$=description], meta[property$=description]").Length);
    }

    [Fact]
    public void Pictures_are_shown_no_wider_than_their_sizes_say()
    {
        var css = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "site/styles/tokens.css"));
        Assert.Contains(
            "article img:not(.digits img) { max-width: min(100%, var(--measure));",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "site/styles/base.css")),
            StringComparison.Ordinal);
        Assert.Contains("--measure: 35em;", css, StringComparison.Ordinal);
        Assert.Contains(
            ", 1.125rem);",
            Assert.Single(css.Split('\n'), line => line.StartsWith("  --text: clamp(", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Equal(35 * 1.125 * 16, PictureScaler.ColumnWidth);
    }

    [Fact]
    public void What_an_author_puts_into_the_head_counts_more_than_the_pages_own()
    {
        var head = new PageHead
        {
            Title = "A & b",
            Description = "c",
            Keywords = "d",
            Canonical = "https://example.org/e",
            Others = new RawHtml("<meta name=\"f\" content=\"g\">"),
        };
        var document = Render("page", Page with { Head = head, Keywords = ["x"] });

        Assert.Equal("A & b", document.Title);
        Assert.Equal(["c", "d", "g"], new[] { "description", "keywords", "f" }.Select(
            name => Assert.Single(document.QuerySelectorAll($"meta[name={name}]")).GetAttribute("content")));
        Assert.Equal("https://example.org/e", Assert.Single(document.QuerySelectorAll("link[rel=canonical]")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("Short", "Short")]
    [InlineData(null, "Ones <and> twos")]
    public void The_last_breadcrumb_is_what_the_sidebar_calls_the_page(string? label, string expected) =>
        Assert.Equal(expected, Render("page", Page with { Crumb = label }).QuerySelector("nav.crumbs [aria-current]")!.TextContent);

    [Fact]
    public void A_page_without_picture_keywords_and_way_says_nothing_of_them()
    {
        var document = Render("page", Page);

        Assert.Equal("summary", document.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Empty(
            document.QuerySelectorAll(
                "meta[name=keywords], meta[property='og:image'], meta[name='twitter:image'], script[type='application/ld+json'], meta[name=robots]"));
    }

    [Fact]
    public void A_page_has_each_landmark_once_and_the_content_as_it_is()
    {
        var document = Render("page", Page);

        Assert.Equal("<h1>Ones</h1><p>Text</p>", Assert.Single(document.QuerySelectorAll("main article")).InnerHtml.Trim());
        Assert.Single(document.QuerySelectorAll("body > header"));
        Assert.Single(document.QuerySelectorAll("body > footer"));
        Assert.Equal("#glassy-main", document.Body!.FirstElementChild!.GetAttribute("href"));
        var names = document.QuerySelectorAll("nav").Select(nav => nav.GetAttribute("aria-label")).ToArray();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void The_sidebar_marks_the_page_and_opens_its_branch()
    {
        var document = Render("page", Page);

        Assert.Equal("Here", Assert.Single(document.QuerySelectorAll(".sidebar [aria-current=page]")).TextContent);
        Assert.Equal([true, false], document.QuerySelectorAll(".sidebar details").Select(details => details.HasAttribute("open")));
        Assert.Equal(
            ["../../", "./", "./deep/", "./deep/er/"], document.QuerySelectorAll(".sidebar a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Contents_breadcrumbs_and_next_page_are_linked()
    {
        var document = Render("page", Page);

        Assert.Equal(["#x", "#y"], document.QuerySelectorAll(".toc a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(document.QuerySelector(".toc .level-2 code"));
        Assert.Equal(["Home", "Group", "Ones <and> twos"], document.QuerySelectorAll(".crumbs li").Select(crumb => crumb.TextContent));
        Assert.Equal("../c/", document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Null(document.QuerySelector(".pager a[rel=prev]"));
    }

    [Fact]
    public void A_page_without_contents_has_no_button_for_them()
    {
        foreach (var page in new[] { Page with { HideTableOfContents = true }, Page with { Toc = [] } })
        {
            var document = Render("page", page);

            Assert.Empty(document.QuerySelectorAll(".toc, .toc-open"));
        }
    }

    [Fact]
    public void Notice_and_noindex_show_when_they_are_set()
    {
        var document = Render("page", Page with { Notice = "MNIST could not be had: <digits> instead", NoIndex = true });

        Assert.Equal("MNIST could not be had: <digits> instead", document.QuerySelector(".notice")!.TextContent);
        Assert.Equal("noindex", document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(document.QuerySelector("link[rel=canonical]"));
        Assert.Null(Render("page", Page).QuerySelector(".notice"));
    }

    [Fact]
    public void The_sidebar_shows_links_markup_fixed_categories_and_the_way_into_closed_ones()
    {
        var document = Render("page", Page with
        {
            Sidebar =
            [
                new SidebarItem("Out & away", "https://example.org", false, false, []) { IsExternal = true, ClassName = "green" },
                new SidebarItem("", null, false, false, []) { Html = new RawHtml("<hr>") },
                new SidebarItem(
                    "Fixed",
                    null,
                    false,
                    true,
                    [new SidebarItem("In it", "../x", false, false, [])]) { IsCategory = true, IsCollapsible = false },
                new SidebarItem("Closed", "../y", false, false, []) { IsCategory = true },
            ],
        });

        Assert.Equal(
            ["https://example.org", "../x", "../y"], document.QuerySelectorAll(".sidebar a").Select(link => link.GetAttribute("href")));
        Assert.Equal("noopener", document.QuerySelector(".sidebar li.green a")!.GetAttribute("rel"));
        Assert.NotNull(document.QuerySelector(".sidebar li > hr"));
        Assert.NotNull(document.QuerySelector(".sidebar li > .sidebar-label + ul a"));
        Assert.NotNull(document.QuerySelector(".sidebar a.branch .icon"));
        Assert.Empty(document.QuerySelectorAll(".sidebar details"));
    }

    [Fact]
    public void The_navbar_is_in_the_bar_and_in_the_drawer_and_its_menus_are_disclosures()
    {
        var document = Render("page", Page with
        {
            Site = Page.Site with
            {
                NavbarStart =
                [
                    new SiteLink("Here", "./") { Current = "page" },
                    new SiteLink("More & more", null) { Items = [new SiteLink("Out", "https://example.org") { IsExternal = true }] }
                ],
                NavbarEnd =
                [
                    new SiteLink("Source", "https://example.org/source/") { ClassName = "green" },
                    new SiteLink("", null) { IsTheme = true }
                ],
            },
        });

        foreach (var list in new[] { ".bar-nav", ".site-links" })
        {
            Assert.Equal(
                ["Here", "More & more", "Out", "Source"],
                document.QuerySelectorAll($"{list} :is(a, summary)").Select(item => item.TextContent.Trim()));
            Assert.Equal("Here", Assert.Single(document.QuerySelectorAll($"{list} [aria-current=page]")).TextContent.Trim());
            Assert.Equal("noopener", document.QuerySelector($"{list} details a:has(.out)")!.GetAttribute("rel"));
            Assert.NotNull(document.QuerySelector($"{list} li.green"));
        }

        Assert.Single(document.QuerySelectorAll(".drawer nav.site-links"));
        Assert.Single(document.QuerySelectorAll(".theme"));
        Assert.Empty(document.QuerySelectorAll(".bar-end .theme, [aria-label='Source code']"));
        Assert.Empty(Render("page", Page).QuerySelectorAll(".bar-nav, .site-links, .footer-links, .announcement, .page-foot"));
        Assert.Single(Render("page", Page).QuerySelectorAll(".bar-end .theme"));
    }

    [Fact]
    public void A_page_without_sidebar_keeps_the_menu_for_the_navbar_on_a_phone()
    {
        var site = Page.Site with { NavbarStart = [new SiteLink("Here", "./")] };

        Assert.True(Render("page", Page with { Site = site, Sidebar = [] }).QuerySelector("button.menu")!.ClassList.Contains("narrow"));
        Assert.False(Render("page", Page with { Site = site }).QuerySelector("button.menu")!.ClassList.Contains("narrow"));
        Assert.Null(Render("page", Page with { Sidebar = [] }).QuerySelector("button.menu"));
    }

    [Fact]
    public void An_announcement_is_in_the_page_and_hidden_before_it_is_drawn_for_those_who_closed_it()
    {
        var document = Render(
            "page", Page with { Site = Page.Site with { Announcement = new Announcement("0a1b2c3d", new RawHtml("<b>New</b>")) } });

        Assert.Equal("<b>New</b>", document.QuerySelector("aside.announcement[aria-label] p")!.InnerHtml);
        Assert.Contains(
            "localStorage.getItem('announcement')==='0a1b2c3d'",
            document.QuerySelector("head script:not([src]):not([type])")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_stands_in_place_of_the_mascot_and_may_have_a_dark_sister()
    {
        var logo = new BrandPicture("../../a.svg", "image/svg+xml", 40, 20);

        Assert.Equal("40", Assert.Single(Render("page", Page with { Site = Page.Site with { Logo = logo } }).QuerySelectorAll(
            ".brand img:not(.in-light)")).GetAttribute("width"));
        var both = Render("page", Page with { Site = Page.Site with { Logo = logo, LogoDark = logo with { Src = "../../b.svg" } } });
        Assert.Equal(
            ["../../a.svg", "../../b.svg"],
            both.QuerySelectorAll(".brand img.in-light, .brand img.in-dark").Select(img => img.GetAttribute("src")));
        Assert.NotNull(Render("page", Page).QuerySelector(".brand svg"));
    }

    [Fact]
    public void A_tag_says_what_it_is()
    {
        Assert.Equal("About \"ones\"", Render("tag", Page).QuerySelector("article p")!.TextContent);
        Assert.Null(Render("tag", Page with { Description = "" }).QuerySelector("article p"));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("404")]
    public void Home_and_404_keep_the_menu_and_have_no_contents(string layout)
    {
        var document = Render(layout, Page);

        Assert.NotNull(document.QuerySelector("button[popovertarget=glassy-sidebar]"));
        Assert.Equal("Ones", document.QuerySelector("main h1")!.TextContent);
        Assert.Null(document.QuerySelector(".toc"));
    }
}
