using Glassy.Navigation;
using Glassy.Theme;

namespace Glassy.Tests.Navigation;

/// <summary>Sidebars as Docusaurus makes them: from folders, from <c>_category_</c> files and by hand.</summary>
public class SidebarTests
{
    [Theory]
    [InlineData("10-b.md 2-a.md c.md", "a b c")]
    [InlineData("b.md a.md B.md _c.md ä.md", "B a b ä")]
    [InlineData("a.md#position: 2 b.md#position: 1.5 0-c.md", "c b a")]
    [InlineData("a.md 1-b.md#position: 3 2-c.md", "c b a")]
    public void Positions_come_first_then_file_names_in_code_units(string files, string expected)
    {
        var texts = files.Split(' ').Aggregate("", (site, word) => word.Contains(".md")
            ? $"{site}-- {word.Split('#')[0]} --\n{(word.Contains('#') ? $"---\nsidebar_{word.Split('#')[1]}" : "")}"
            : $"{site} {word}\n---\n");
        Assert.Equal(expected.Replace(" ", ", "), Describe(new SiteFixture(texts)));
    }

    [Theory]
    [InlineData("label: Own", "Own [/g/] (A)")]
    [InlineData("{\n\t\"label\": \"Own\",\n\t\"position\": 1\n}", "Own [/g/] (A)")]
    [InlineData("", "Index label [/g/] (A)")]
    [InlineData("link: null", "g (A, Index label)")]
    [InlineData("link: {type: doc, id: a}", "A [/g/a] (Index label)")]
    [InlineData("link: {type: doc, id: g/a}\nlabel: L", "L [/g/a] (Index label)")]
    [InlineData("link: {type: generated-index}\nlabel: Über All!", "Über All! [/category/über-all] (A, Index label)")]
    [InlineData("link: {type: generated-index, slug: /own}", "g [/own] (A, Index label)")]
    [InlineData("link: {type: generated-index, slug: deep/own, title: T}", "g [/deep/own] (A, Index label)")]
    [InlineData("collapsed: false", "+Index label [/g/] (A)")]
    [InlineData("collapsible: false", "+!Index label [/g/] (A)")]
    [InlineData("className: green", "Index label.green [/g/] (A)")]
    public void A_categorys_file_says_what_it_is(string category, string expected)
    {
        var site = new SiteFixture(
            $"-- 1-g/index.md --\n---\ntitle: T\nsidebar_label: Index label\n---\n-- 1-g/a.md --\n# A\n-- 1-g/_category_.yml --\n{category}\n");
        Assert.Empty(site.Problems);
        Assert.Equal(expected, Describe(site));
    }

    [Theory]
    [InlineData("lable: x", "1:1: unknown key `lable`; did you mean `label`?")]
    [InlineData("position: first", "1:11: `position: first`: a number was expected")]
    [InlineData("label: x\nlink: {type: docs}", "2:14: `type: docs`: doc or generated-index was expected")]
    [InlineData("link: {type: doc}", "1:14: `link`: a doc needs its `id`")]
    [InlineData("link: {type: doc, id: aa}", "1:23: there is no page with the id `aa`; did you mean `a`?")]
    [InlineData("link: /x", "1:7: `link`: `{type: doc, id: …}`, `{type: generated-index}` or null was expected")]
    [InlineData("{\"label\": ", "the category's file is not YAML")]
    public void Mistakes_in_a_categorys_file_have_their_place(string category, string expected)
    {
        var problem = Assert.Single(new SiteFixture($"-- g/a.md --\n# A\n-- g/_category_.json --\n{category}\n").Problems);
        Assert.StartsWith("input/g/_category_.json:", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- g/index.md --\n# G\n", "G [/g/]")]
    [InlineData("-- g/index.md --\n# G\n-- g/_category_.yml --\nlabel: Folder\n", "Folder [/g/]")]
    [InlineData("-- g/a.md --\n---\nunlisted: true\n---\n-- g/_category_.yml --\nlink: {type: generated-index}\n-- b.md --\n", "b [/b]")]
    [InlineData("-- g/index.md --\n---\nunlisted: true\ntitle: Hidden\n---\n-- g/a.md --\n", "Hidden (a)")]
    [InlineData("-- g/index.md --\n---\ndraft: true\ntitle: Hidden\n---\n-- g/a.md --\n", "g (a)")]
    public void Categories_without_items_are_pages_or_nothing(string files, string expected)
    {
        var site = new SiteFixture(files);
        Assert.Equal(expected, Describe(site, withPages: true).Replace(" [/g/a]", "", StringComparison.Ordinal));
        Assert.Empty(site.Map.Categories);
    }

    [Fact]
    public void Generated_indexes_are_numbered_have_cards_and_are_part_of_previous_and_next()
    {
        var site = new SiteFixture("""
            -- 1-a.md --
            # A
            -- 2-g/_category_.yml --
            label: Guide
            link: {type: generated-index, title: All guides, description: How to, keywords: [k], image: /i.png}
            -- 2-g/1-b.md --
            First line of b
            -- 2-g/2-deep/c.md --
            # C
            -- 2-g/3-more/_category_.yml --
            label: Guide
            link: {type: generated-index}
            -- 2-g/3-more/d.md --
            # D
            """);
        Assert.Equal(
            [("/category/guide", "All guides"), ("/category/guide-1", "Guide")],
            site.Map.Categories.Select(i => (i.Route.Permalink, i.Title)).Order());
        var index = site.Map.Categories.Single(i => i.Title == "All guides");
        var paths = new SitePath(index.Route.Address);
        Assert.Equal(
            [
                new PageCard("b", "../../g/b", "First line of b"), new PageCard("deep", "../../g/deep/c", "") { Count = 1 },
                new PageCard("Guide", "../../category/guide-1", "") { Count = 1 },
            ],
            site.Map.CardsOf(index, paths));
        var around = site.Map.NavigationOf(index, paths);
        Assert.Equal((new PageLink("A", "../../a"), new PageLink("b", "../../g/b")), (around.Previous, around.Next));
        Assert.True(around.Sidebar[1] is { IsCurrent: true, IsOpen: true });
        Assert.Equal(["/a", "/category/guide", "/g/b", "/g/deep/c", "/category/guide-1", "/g/more/d"], Walk(site));
    }

    [Fact]
    public void A_generated_index_at_a_pages_address_is_an_error()
    {
        var site = new SiteFixture("-- a.md --\n-- g/b.md --\n-- g/_category_.yml --\nlabel: G\nlink: {type: generated-index, slug: /a}\n");
        Assert.Equal(
            ["input/g/_category_.yml:5:7: its address /a is also that of input/a.md; give one of them another `slug`"],
            site.Problems.Select(p => p.Replace(":2:7:", ":5:7:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pagination_next: null", "B", null)]
    [InlineData("pagination_prev: d", "D label", "C")]
    [InlineData("pagination_prev: null", null, "C")]
    [InlineData("pagination_next: g/hidden", "B", null)]
    public void Front_matter_chooses_previous_and_next(string frontMatter, string? previous, string? next)
    {
        var site = new SiteFixture(
            $"-- 1-b.md --\n# B\n-- 2-x.md --\n---\n{frontMatter}\n---\n-- 3-c.md --\n# C\n-- 4-d.md --\n---\npagination_label: D label\n---\n-- g/hidden.md --\n---\nunlisted: true\n---\n");
        Assert.Empty(site.Problems);
        var around = Around(site, "2-x.md");
        Assert.Equal((previous, next), (around.Previous?.Label, around.Next?.Label));
    }

    [Fact]
    public void Labels_of_previous_and_next_are_the_pages_own()
    {
        var site = new SiteFixture(
            "-- 1-g/index.md --\n# Index title\n-- 1-g/_category_.yml --\nlabel: Category\n-- 1-g/a.md --\n---\nsidebar_label: Short\n---\n# Long\n-- 2-b.md --\n");
        Assert.Equal(("Index title", "b"), (Around(site, "1-g/a.md").Previous?.Label, Around(site, "1-g/a.md").Next?.Label));
        Assert.Equal("Short", Around(site, "2-b.md").Previous?.Label);
        Assert.Equal(["Category"], Around(site, "1-g/a.md").Breadcrumbs.Select(crumb => crumb.Label));
    }

    [Fact]
    public void A_sidebar_by_hand_has_every_kind_of_item()
    {
        var site = new SiteFixture("""
            -- site/sidebars.yml --
            docs:
              - intro
              - {type: doc, id: guide/own, label: Given, className: green}
              - type: category
                label: Guides
                collapsed: false
                link: {type: doc, id: guide/index}
                items:
                  - {type: autogenerated, dirName: 01-guide/deep}
                  - {type: link, label: Out, href: "https://example.org"}
                  - {type: link, label: In, href: /guide/own#x}
              - {type: html, value: "<hr>", defaultStyle: true}
              - Short: [other]
              - {type: ref, id: api/a}
              - draft
            api:
              Reference:
                - api/a
            -- intro.md --
            # Intro
            -- draft.md --
            ---
            draft: true
            ---
            -- other.md --
            # Other
            -- nowhere.md --
            # In no sidebar
            -- chosen.md --
            ---
            displayed_sidebar: api
            ---
            -- 01-guide/index.md --
            # Guide
            -- 01-guide/page.md --
            ---
            id: own
            ---
            # Own title
            -- 01-guide/deep/2-y.md --
            # Y
            -- 01-guide/deep/1-x.md --
            # X
            -- 01-guide/deep/more/z.md --
            # Z
            -- api/a.md --
            # A
            """);
        Assert.Empty(site.Problems);
        var docs = Around(site, "intro.md");
        Assert.Equal("Intro*, Given.green, +Guides (X, Y, more (Z), Out, In), <hr>, Short (Other), A", Describe(docs.Sidebar));
        Assert.Equal(["https://example.org", "../guide/own#x"], docs.Sidebar[2].Items.Skip(3).Select(item => item.Href));
        Assert.Equal([true, false], docs.Sidebar[2].Items.Skip(3).Select(item => item.IsExternal));
        Assert.Equal("Given", docs.Next?.Label);
        Assert.Equal("Reference (A*)", Describe(Around(site, "api/a.md").Sidebar).Replace("+", "", StringComparison.Ordinal));
        Assert.Null(Around(site, "api/a.md").Previous);
        Assert.Null(Around(site, "other.md").Next);
        Assert.Empty(Around(site, "nowhere.md").Sidebar);
        Assert.Equal("Reference (A)", Describe(Around(site, "chosen.md").Sidebar));
    }

    [Theory]
    [InlineData("docs: [introo]", "1:8: there is no page with the id `introo`; did you mean `intro`?")]
    [InlineData("docs:\n  - {type: dok, id: intro}", "2:12: `type: dok`: doc, ref, category, link, html or autogenerated was expected")]
    [InlineData("docs:\n  - {type: doc}", "2:5: `type: doc` needs a `id`")]
    [InlineData("docs:\n  - {type: link, label: x}", "2:5: `type: link` needs a `href`")]
    [InlineData("docs:\n  - {type: doc, id: intro, labl: x}", "2:28: unknown key `labl`; did you mean `label`?")]
    [InlineData("docs:\n  - {type: category, label: Empty, items: []}", "2:5: the category `Empty` has neither items nor a link")]
    [InlineData("docs:\n  - {type: category, items: [intro]}", "2:5: `type: category` needs a `label`")]
    [InlineData("docs:\n  - {type: autogenerated, dirName: gide}", "2:5: no page is in the folder `gide`; did you mean `guide`?")]
    [InlineData("docs:\n  - [intro]", "2:5: a sidebar's item must be a page's id or `{type: …}`")]
    [InlineData("docs: intro", "1:7: `docs`: a list was expected")]
    [InlineData("- intro", "1:1: the sidebars' file must be `key: value` lines")]
    public void Mistakes_in_a_sidebar_by_hand_have_their_place(string yaml, string expected)
    {
        var problem = Assert.Single(new SiteFixture($"-- intro.md --\n-- guide/a.md --\n-- site/sidebars.yml --\n{yaml}\n").Problems);
        Assert.StartsWith("site/sidebars.yml:" + expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_sidebar_holds_the_open_branch_and_links_into_the_closed_ones()
    {
        var pages = Enumerable.Range(0, SiteMap.WholeSidebarUpTo).Select(i => $"-- {(char)('a' + (i % 4))}/deep/p{i}.md --\n# P{i}\n");
        var site = new SiteFixture(string.Concat(pages)
            + "-- b/index.md --\n# B\n-- c/_category_.yml --\ncollapsed: false\n-- d/_category_.yml --\nlink: {type: generated-index}\n");
        var sidebar = Around(site, "a/deep/p0.md").Sidebar;
        Assert.Equal([true, false, true, false], sidebar.Select(item => item.IsOpen));
        Assert.Equal([1, 0, 1, 0], sidebar.Select(item => item.Items.Count));
        Assert.Equal(SiteMap.WholeSidebarUpTo / 4, sidebar[0].Items[0].Items.Count);
        Assert.Equal([null, "../../../b/", null, "../../../category/d"], sidebar.Select(item => item.Href));
        Assert.Equal("../../../c/deep/p10", sidebar[2].Items[0].Href);
        Assert.Equal("../b/", Around(site, "b/index.md").Sidebar[1].Href);
        Assert.Equal("../a/deep/p0", Around(site, "b/index.md").Sidebar[0].Href);
    }

    private static PageNavigation Around(SiteFixture site, string inputPath)
    {
        var page = site.Page(inputPath);
        return site.Map.NavigationOf(page, new SitePath(page.Address));
    }

    /// <summary>The addresses that Next leads through, from the first page.</summary>
    private static IEnumerable<string> Walk(SiteFixture site)
    {
        var byPermalink = site.Map.Pages.ToDictionary(page => page.Permalink);
        for (var at = site.Map.First!.Permalink; ;)
        {
            yield return at;
            var next = byPermalink.TryGetValue(at, out var page)
                ? site.Map.NavigationOf(page, new SitePath("/")).Next
                : site.Map.NavigationOf(site.Map.Categories.Single(index => index.Route.Permalink == at), new SitePath("/")).Next;
            if (next is null)
            {
                yield break;
            }

            at = next.Href![1..];
        }
    }

    private static string Describe(SiteFixture site, bool withPages = false) =>
        Describe(site.Map.NavigationOf(site.Map.Tags.All, new SitePath("/")).Sidebar, addresses: true, withPages);

    private static string Describe(IEnumerable<SidebarItem> items, bool addresses = false, bool withPages = false) =>
        string.Join(", ", items.Select(item =>
            item.Html?.Value ?? (item.IsOpen ? "+" : "") + (item.IsCollapsible ? "" : "!") + item.Label + (item.IsCurrent ? "*" : "")
                + (item.ClassName is { } name ? "." + name : "")
                + (addresses && item.Href is { } href && (item.Items.Count > 0 || withPages)
                    ? $" [{Uri.UnescapeDataString(href[1..])}]"
                    : "")
                + (item.Items.Count > 0 ? $" ({Describe(item.Items, addresses, withPages)})" : "")));
}
