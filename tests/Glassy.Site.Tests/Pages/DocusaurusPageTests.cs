using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Links;

namespace Glassy.Tests.Pages;

/// <summary>What the pages of well-known Docusaurus sites are made of.</summary>
public sealed class DocusaurusPageTests
{
    [Fact]
    public void Fence_of_mdx_code_block_is_the_page_itself()
    {
        var site = new SiteFixture("""
            # Tabs

            ```mdx-code-block
            export const name = 'me';

            <b>Hello {name}</b>
            ```

            ````mdx-code-block
            ```js
            1
            ```
            ````
            """);

        Assert.Empty(site.Problems);
        Assert.Equal("Hello me", site.Body.QuerySelector("p > b")!.TextContent);
        Assert.Equal("1", site.Body.QuerySelector("pre code")!.TextContent.Trim());
    }

    [Fact]
    public void Mistake_in_an_mdx_code_block_has_its_place_in_the_file()
    {
        var site = new SiteFixture("""
            ---
            title: T
            ---

            ```mdx-code-block
            <Nowhere />
            ```
            """);

        Assert.StartsWith("input/page.md:6:1: there is no component <Nowhere>", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("````md\n```mdx-code-block\n<b>x</b>\n```\n````", "```mdx-code-block\n<b>x</b>\n```")]
    [InlineData("```mdx-code-block\n<b>x</b>", "<b>x</b>")]
    public void Fence_of_mdx_code_block_in_other_code_or_without_end_is_code(string markdown, string code) =>
        Assert.Equal(code, new SiteFixture(markdown).Body.QuerySelector("pre code")!.TextContent.Trim());

    [Theory]
    [InlineData("- item\n  - nested\n\nimport logo from './a.txt';\n\nAfter {logo}")]
    [InlineData("<div>\n\nimport logo from './a.txt';\n\nAfter {logo}\n\n</div>")]
    public void Import_after_a_list_or_between_tags_is_none_of_the_text(string markdown)
    {
        var site = new SiteFixture(markdown, siteFiles: new SiteFiles(new Dictionary<string, PictureSize?> { ["a.txt"] = null }));

        Assert.DoesNotContain("import", site.Html, StringComparison.Ordinal);
        Assert.Contains("After ", site.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- item\nimport x from './a'")]
    [InlineData("- item\n\n  import x from './a'")]
    [InlineData("> import x from './a'")]
    public void Import_that_a_list_or_quotation_goes_on_with_is_text(string markdown) =>
        Assert.Contains("import x from", new SiteFixture(markdown).Html, StringComparison.Ordinal);

    [Fact]
    public void Picture_that_is_not_there_stays_as_written()
    {
        var site = new SiteFixture("![an a](./a&b.png \"T\")", config: new SiteConfig { OnBrokenImages = Severity.Warning });

        var picture = site.Body.QuerySelector("p > img")!;
        Assert.Equal(("./a&b.png", "an a", "T"), (picture.GetAttribute("src"), picture.GetAttribute("alt"), picture.GetAttribute("title")));
        Assert.Single(site.Problems);
    }

    [Fact]
    public void Required_file_has_its_address_as_default()
    {
        var site = new SiteFixture(
            "export const a = require('./a.txt');\n\n<a href={a.default}>x</a>",
            siteFiles: new SiteFiles(new Dictionary<string, PictureSize?> { ["a.txt"] = null }));

        Assert.Empty(site.Problems);
        Assert.EndsWith("a.txt", site.Body.QuerySelector("a:not(.anchor)")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<pre><code>{`a < b\n  {c}`}</code></pre>", "a < b\n  {c}")]
    [InlineData("<pre>{\"1\"}{'\\n'}2{/* three */}</pre>", "1\n2")]
    [InlineData("<pre>\n  <b>In: </b>1{'\\n'}\n  <b>Out: </b>2{'\\n'}\n</pre>", "In: 1\n\nOut: 2\n\n")]
    [InlineData("<pre>\n  a\n    b\n</pre>", "  a\n    b\n")]
    [InlineData("<pre>{\"a\": 1} {b} {</pre>", "{\"a\": 1} {b} {")]
    public void Preformatted_text_can_be_a_string_in_braces(string markdown, string expected) =>
        Assert.Equal(expected, new SiteFixture(markdown).Body.QuerySelector("pre")!.TextContent);

    [Theory]
    [InlineData("# Of *this*\n\n<b>{contentTitle}</b>", "Of this")]
    [InlineData("---\ntitle: T\n---\n\n<b>{contentTitle}</b>", "")]
    public void Title_that_the_text_gives_the_page_is_a_value(string markdown, string expected) =>
        Assert.Equal(expected, new SiteFixture(markdown).Body.QuerySelector("b")!.TextContent);

    [Fact]
    public void Pathname_beside_the_page_is_taken_as_it_is() =>
        Assert.Equal("../javadoc", new SiteFixture("[x](pathname://../javadoc)").Body.QuerySelector("p a")!.GetAttribute("href"));

    [Fact]
    public void Last_id_of_an_admonition_counts() =>
        Assert.Equal("c", new SiteFixture(":::note{#a .x #c}\n\ntext\n\n:::").Body.QuerySelector(".admonition.x")!.Id);

    [Theory]
    [InlineData(
        "<head>\n  <title>Own & title</title>\n  <meta\n    name=\"description\"\n    content=\"Own words\"\n  />\n  <meta charSet=\"utf-8\" />\n  <meta property=\"og:type\" content=\"book\" />\n</head>\n\nText.")]
    [InlineData(
        "import Doc from '@docusaurus/Head';\n\n<Doc>\n  <title>Own & title</title>\n  <meta name=\"description\" content=\"Own words\" />\n  <meta property=\"og:type\" content=\"book\" />\n</Doc>\n\nText.")]
    [InlineData(
        "<head><title>Own & title</title><meta name=\"description\" content=\"Own words\" /><meta property=\"og:type\" content=\"book\" /></head>\n\nText.")]
    public void Head_belongs_to_the_document_and_not_to_the_text(string markdown)
    {
        var site = new SiteFixture(markdown);
        var page = Assert.Single(site.Rendered);

        Assert.Empty(site.Problems);
        Assert.Equal("pageText.", site.Body.TextContent.ReplaceLineEndings(""));
        Assert.Equal(("Own & title", "Own words"), (page.Head.Title, page.Head.Description));
        Assert.Equal("<meta property=\"og:type\" content=\"book\">", page.Head.Others.Value);
    }

    [Fact]
    public void Description_is_none_of_the_heads_words() =>
        Assert.Equal("Text.", new SiteFixture("<head>\n  <title>Own</title>\n</head>\n\nText.").Map.Pages[0].Description);

    [Fact]
    public void Link_with_an_id_alone_is_a_place_to_lead_to()
    {
        var site = new SiteFixture("<Link id=\"here\">Here</Link>\n\n[there](#here)\n\n<Link>x</Link>");

        Assert.Equal("Here", site.Body.QuerySelector("a#here:not([href])")!.TextContent);
        Assert.Equal(["input/page.md:5:1: <Link> needs the attribute `to`, or `id` to be led to"], site.Problems);
    }

    [Theory]
    [InlineData("sidebar_positon: 1", "2:1: unknown key `sidebar_positon`; did you mean `sidebar_position`?")]
    [InlineData("titel: x", "2:1: unknown key `titel`; did you mean `title`?")]
    [InlineData("id: x\nhideTitle: true", "3:1: unknown key `hideTitle`; did you mean `hide_title`?")]
    public void Misspelt_key_of_front_matter_is_a_warning_with_its_place(string keys, string expected)
    {
        var problem = Assert.Single(new SiteFixture($"---\n{keys}\n---\nx\n").Diagnostics);
        Assert.Equal((Severity.Warning, $"input/page.md:{expected}"), (problem.Severity, problem.ToString()));
    }

    [Fact]
    public void Keys_of_front_matter_that_are_for_layouts_are_none_of_our_business()
    {
        var site = new SiteFixture(
            "---\nlayout: page\ndate: 2024-01-01\nauthors: [a]\nicon: x\nkind: x\nstyle: x\nweight: 3\nproduct: x\n---\nx\n");
        Assert.Empty(site.Problems);
    }

    [Theory]
    [InlineData("Since {year}, {'daily'}.", "Since 2024, daily.")]
    [InlineData("Since {frontMatter.year}.", "Since .")]
    [InlineData("{unknown}\n\nSecond.", "Second.")]
    public void Description_from_the_text_shows_what_expressions_show(string text, string expected)
    {
        var site = new SiteFixture($"export const year = 2024;\n\n{text}\n");
        Assert.Equal(expected, site.Page("page.md").Description);
    }

    [Fact]
    public void Title_from_the_heading_shows_what_expressions_show() =>
        Assert.Equal("News of 2024", new SiteFixture("# News of {year}\n\nexport const year = 2024;\n").Page("page.md").Title);
}
