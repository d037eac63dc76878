using Glassy.Components.Binding;
using Glassy.Components.Layout;
using Glassy.Configuration;
using Glassy.Links;

namespace Glassy.Tests.Components.Layout;

/// <summary>Components of Docusaurus' theme that pages import.</summary>
public class ThemeComponentTests
{
    private static readonly SiteFiles Pictures = new(new Dictionary<string, PictureSize?> { ["img/a.png"] = null, ["img/b.png"] = null });

    [Fact]
    public void An_admonition_is_a_tag_too()
    {
        var site = new SiteFixture(
            "import Admonition from '@theme/Admonition';\n\n<Admonition type=\"tip\" title=\"Hint\" icon=\"x\">\n\n*a*\n\n</Admonition>\n\n<Admonition />");
        Assert.Empty(site.Problems);
        Assert.Equal(
            [("tip", "Hint"), ("note", "note")],
            site.Templates.Rendered
                .Select(entry => entry.Model)
                .OfType<AdmonitionComponent.Model>()
                .Select(model => (model.Kind, model.Title)));
        Assert.Equal("a", site.Body.QuerySelector("x-admonition em")!.TextContent);
    }

    [Fact]
    public void Cards_are_those_of_the_pages_category()
    {
        const string Files = """
            -- top.md --
            ---
            description: On top
            ---
            <DocCardList />
            -- guide/index.mdx --
            import DocCardList from '@theme/DocCardList';
            import {useCurrentSidebarCategory} from '@docusaurus/theme-common';

            # Guide

            <DocCardList items={useCurrentSidebarCategory().items} />
            -- guide/one.md --
            # One
            First.

            <DocCardList />
            -- guide/two.md --
            <DocCardList items={[{type: 'link', label: 'X', href: './one', description: 'D'}, {label: 'Y', href: 'https://e.org'}]} />
            """;
        var site = new SiteFixture(Files);
        Assert.Empty(site.Problems);
        var lists = site.Templates.Rendered.Select(entry => entry.Model).OfType<DocCardList.Model>()
            .Select(model => string.Join(" ", model.Cards.Select(card => $"{card.Title}|{card.Href}|{card.Description}|{card.Count}")));
        Assert.Equal(
            [
                "Guide|../guide/||2 top|../top|On top|",
                "One|../../guide/one|First.| two|../../guide/two||",
                "One|../guide/one|First.| two|../guide/two||",
                "X|../../guide/one|D| Y|https://e.org||",
            ],
            lists.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_of_contents_stands_in_the_text_nested_by_level()
    {
        var site = new SiteFixture(
            "import TOCInline from '@theme/TOCInline';\n\n<TOCInline toc={toc} maxHeadingLevel={4} />\n\n## A `x`\n\n#### B\n\n### C\n\n## D\n\n##### E");
        Assert.Empty(site.Problems);
        var model = site.Templates.Model<TocInline.Model>();
        Assert.Equal(["a-x", "d"], model.Items.Select(item => item.Id));
        Assert.Equal(["b", "c"], model.Items[0].Items.Select(item => item.Id));
        Assert.Equal("A <code>x</code>", model.Items[0].Html.Value);
    }

    [Theory]
    [InlineData(2, 2, "a")]
    [InlineData(6, 6, "c")]
    [InlineData(3, 6, "b c")]
    public void A_table_of_contents_can_be_of_any_levels(int least, int most, string expected)
    {
        var site = new SiteFixture(
            $"<TOCInline toc={{toc}} minHeadingLevel={{{least}}} maxHeadingLevel={{{most}}} />\n\n## A\n\n### B\n\n###### C\n");
        Assert.Empty(site.Problems);
        Assert.Equal(expected, string.Join(' ', Ids(site.Templates.Model<TocInline.Model>().Items)));

        static IEnumerable<string> Ids(IEnumerable<TocInline.Item> items) => items.SelectMany(item => Ids(item.Items).Prepend(item.Id));
    }

    [Theory]
    [InlineData(
        "import Link from '@docusaurus/Link';\n\na <Link to=\"/b\" className=\"c\">*x*</Link>",
        "<p>a <a href=\"../b\" class=\"c\"><em>x</em></a></p>")]
    [InlineData(
        "import L from '@docusaurus/Link';\n\na <L to=\"https://e.org\" target=\"_blank\">x</L>",
        "<p>a <a href=\"https://e.org\" target=\"_blank\" rel=\"noopener\">x</a></p>")]
    [InlineData("<Link to=\"/b\">x</Link> y", "<p><a href=\"../b\">x</a> y</p>")]
    [InlineData("<Link\n  href=\"/b#h\">\n  x\n</Link>", "<a href=\"../b#h\"><p>x</p></a>")]
    [InlineData(
        "import Heading from '@theme/Heading';\n\n<Heading as=\"h2\" id=\"own\" className=\"c\">A *b*</Heading>",
        "<h2 id=\"own\" class=\"c\">A <em>b</em><a class=\"anchor\" href=\"#own\" aria-label=\"Direct link to A b\">#</a></h2>")]
    [InlineData("<Heading as=\"h1\">A</Heading>", "<h1>A</h1>")]
    [InlineData(
        "import useBaseUrl from '@docusaurus/useBaseUrl';\n\n<a href={useBaseUrl('/b')}><img alt=\"\" src={useBaseUrl('img/a.png')} /></a>",
        "<p><a href=\"../b\"><img alt=\"\" src=\"../img/a.png\"></a></p>")]
    [InlineData(
        "<ThemedImage alt=\"A\" className=\"c\" sources={{light: useBaseUrl('/img/a.png'), dark: '/img/b.png'}} />",
        "<img src=\"../img/a.png\" alt=\"A\" class=\"only-light c\"><img src=\"../img/b.png\" alt=\"A\" class=\"only-dark c\">")]
    public void Components_that_stand_for_an_element_write_it(string text, string expected)
    {
        var site = new SiteFixture($"-- a.md --\n---\nhide_title: true\n---\n\n{text}\n-- b.md --\n## H\n", siteFiles: Pictures);
        Assert.Empty(site.Problems);
        var html = site.Body.InnerHtml.Replace("\n", "", StringComparison.Ordinal)
            // of any picture
            .Replace(" decoding=\"async\"", "", StringComparison.Ordinal).Replace(" loading=\"lazy\"", "", StringComparison.Ordinal);
        Assert.Equal(expected, html);
    }

    [Theory]
    [InlineData("a <Link to=\"/c\">x</Link>", "1:12: the link `/c` leads nowhere")]
    [InlineData("a <Link to=\"/b#x\">x</Link>", "1:12: the link `/b#x` leads to no anchor")]
    [InlineData("<Link>x</Link>", "1:1: <Link> needs the attribute `to`, or `id` to be led to")]
    [InlineData("<Heading as=\"h7\">x</Heading>", "1:13: <Heading> needs the attribute `as`: \"h1\" to \"h6\"")]
    [InlineData("<ThemedImage sources={{light: '/img/a.png'}} />", "1:23: <ThemedImage> needs the attribute `sources`")]
    [InlineData("<ThemedImage sources={{light: '/img/a.png', dark: '/img/no.png'}} />", "1:51: the file `/img/no.png` is not there")]
    [InlineData("<Admonition type=\"tipp\" />", "1:18: <Admonition> `type` cannot be `tipp`; did you mean `tip`?")]
    [InlineData("<TOCInline toc={[1]} />", "1:17: <TOCInline> `toc` can only be the page's own")]
    [InlineData("<DocCardList items={[{label: 'x'}]} />", "1:22: <DocCardList> `items` must be a list of {label")]
    [InlineData(
        "import BrowserOnly from '@docusaurus/BrowserOnly';\n\n<BrowserOnly>\n{() => <b>x</b>}\n</BrowserOnly>",
        "3:1: <BrowserOnly> is imported from '@docusaurus/BrowserOnly' on line 1, and JavaScript does not run here")]
    [InlineData(
        "import Cat from '@theme/Cat';\n\n<Cat />", "3:1: <Cat> is imported from '@theme/Cat' on line 1, and JavaScript does not run here")]
    public void Mistakes_have_their_place(string text, string expected)
    {
        var site = new SiteFixture(
            $"-- a.md --\n{text}\n-- b.md --\n## H\n",
            siteFiles: Pictures,
            config: new SiteConfig { OnBrokenAnchors = Diagnostics.Severity.Error });
        Assert.Contains(site.Problems, problem => problem.StartsWith("input/a.md:" + expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Code_comes_from_a_file_that_is_imported_as_it_is()
    {
        using var project = new TemporaryProject();
        project.Write("input/guide/x.py", "def f():\r\n    return 1\n");
        project.Write("lib/y.py", "y = 2\n");
        project.Write("input/_z.py", "z = 4\n");
        var site = new SiteFixture(
            """
            -- guide/page.mdx --
            import CodeBlock from '@theme/CodeBlock';
            import source from '!!raw-loader!./x.py';
            import other from '!!raw-loader!@site/lib/y.py';
            import docs from '!!raw-loader!@site/docs/_z.py';
            export const own = `z = 3`;

            <CodeBlock language="py" title="x.py">{source}</CodeBlock>

            <CodeBlock language="py">
              {other}
            </CodeBlock>

            <CodeBlock>{own}</CodeBlock>

            <CodeBlock>{docs}</CodeBlock>
            """,
            new ComponentSite { Project = project.Folder });
        Assert.Empty(site.Problems);
        var blocks = site.Templates.Rendered
            .Select(entry => entry.Model)
            .OfType<CodeBlockComponent.Model>()
            .Select(model => model.Html.Value)
            .ToList();
        Assert.Contains("<i class=\"k\">def</i>", blocks[0], StringComparison.Ordinal);
        Assert.Contains("2", blocks[1], StringComparison.Ordinal);
        Assert.Contains("z = 3", blocks[2], StringComparison.Ordinal);
        Assert.Contains("z = 4", blocks[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "import s from '!!raw-loader!./no.py';\n\n<CodeBlock>{s}</CodeBlock>",
        "1:15: the file `./no.py`, imported on line 1, is not shown: it is not in the project")]
    [InlineData(
        "import s from '!!raw-loader!../../secret';\n\n<CodeBlock>{s}</CodeBlock>",
        "1:15: the file `../../secret`, imported on line 1, is not shown: it is outside of the project")]
    [InlineData(
        "import s from '!!raw-loader!../.git/config';\n\n<CodeBlock>{s}</CodeBlock>",
        "1:15: the file `../.git/config`, imported on line 1, is not shown: it is hidden")]
    [InlineData(
        "export const s = [1];\n\n<CodeBlock>{s}</CodeBlock>", "3:13: <CodeBlock>: only text can stand between these tags, not an array")]
    [InlineData("<CodeBlock>{s}</CodeBlock>", "1:13: <CodeBlock>: only literals can stand here")]
    public void Code_that_is_not_there_is_reported(string text, string expected)
    {
        using var project = new TemporaryProject();
        var site = new SiteFixture(text, new ComponentSite { Project = project.Folder });
        Assert.StartsWith("input/page.md:" + expected, Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Link to=\"/b\">x</Link> y", "./b/index.html")]
    [InlineData("<Link to=\"./b.md#h\">x</Link> y", "./b/index.html#h")]
    [InlineData("<Link to={useBaseUrl('/b#h')}>x</Link> y", "./b/index.html#h")]
    [InlineData("<a href={useBaseUrl('/b')}>x</a> y", "./b/index.html")]
    public void Address_of_a_link_is_resolved_once_where_links_name_files(string text, string expected)
    {
        var site = new SiteFixture(
            $"-- index.md --\n{text}\n-- b.md --\n## H\n",
            config: new SiteConfig
            {
                LinkStyle = LinkStyle.File,
                TrailingSlash = TrailingSlash.Always,
                OnBrokenAnchors = Diagnostics.Severity.Error
            });
        Assert.Empty(site.Problems);
        Assert.Contains($"<a href=\"{expected}\">x</a> y", site.HtmlOf("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Link_that_leads_nowhere_is_reported_once()
    {
        var site = new SiteFixture("a <Link to=\"./nope\">x</Link>");
        Assert.StartsWith("input/page.md:1:12: the link `./nope` leads nowhere", Assert.Single(site.Problems), StringComparison.Ordinal);
    }
}
