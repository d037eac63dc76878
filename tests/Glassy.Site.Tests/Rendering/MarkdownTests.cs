using Glassy.Links;

namespace Glassy.Tests.Rendering;

public class MarkdownTests
{
    [Fact]
    public void Heading_ids_are_githubs_and_duplicates_are_numbered()
    {
        var site = new SiteFixture("## Ones\n\n### Ones\n\n## Imports & Magic numbers\n\n## Ones \n\n## Ünï_code 7\n");
        Assert.Equal(
            ["ones", "ones-1", "imports--magic-numbers", "ones-2", "ünï_code-7"],
            site.Body.QuerySelectorAll("h2, h3").Select(heading => heading.Id));
        Assert.Equal(
            "<h2 id=\"ones\">Ones<a class=\"anchor\" href=\"#ones\" aria-label=\"Direct link to Ones\">#</a></h2>",
            site.Body.QuerySelector("h2")!.OuterHtml);
    }

    [Fact]
    public void Explicit_heading_ids_are_kept_and_not_shown()
    {
        var site = new SiteFixture("## One {#first}\n\n## Two {/* #second */}\n\nThree {#third}\n---\n\n## One\n");
        Assert.Equal(["first", "second", "third", "one"], site.Body.QuerySelectorAll("h2").Select(heading => heading.Id));
        Assert.Equal("One #", site.Body.QuerySelector("h2")!.TextContent.Replace("One#", "One #"));
    }

    [Fact]
    public void An_explicit_id_that_is_there_twice_is_reported()
    {
        var site = new SiteFixture("## One {#x}\n\n## Two {#x}\n");
        Assert.Equal(["input/page.md:3:1: the heading id `x` is there twice"], site.Problems);
    }

    [Theory]
    [InlineData("A {/* it's a } */} B", "<p>A  B</p>")]
    [InlineData("A {/*/ a */} B", "<p>A  B</p>")]
    [InlineData("A {'is' /* it's a } */} B", "<p>A is B</p>")]
    [InlineData("A {/* a */ 'is'} B {/* b */} C", "<p>A is B  C</p>")]
    [InlineData("{/* a */ 'is'}\n\nB\n\n{/* b */}\n\nC", "<p>is</p>\n<p>B</p>\n<p>C</p>")]
    [InlineData("A {/* a */ /* b */} B", "<p>A  B</p>")]
    [InlineData("A\n\n{/* a */ /* b */}\n\nB", "<p>A</p>\n<p>B</p>")]
    [InlineData("{/* a */ 'is'} <Note>B</Note> {/* b */}", "<p>is <x-note>B</x-note> </p>")]
    public void A_comment_ends_at_its_end_and_not_at_another_ones(string text, string expected) =>
        Assert.Equal("<h1>page</h1>\n" + expected, new SiteFixture(text).Html.TrimEnd());

    [Fact]
    public void Tables_scroll_and_have_names_of_their_own()
    {
        var site = new SiteFixture("| a |\n|---|\n| 1 |\n\nText\n\n| b |\n|---|\n| 2 |\n");
        Assert.Equal(["Table 1", "Table 2"], site.Body.QuerySelectorAll("[role=region]").Select(table => table.GetAttribute("aria-label")));
    }

    [Fact]
    public void Links_and_pictures_have_the_titles_that_they_are_given()
    {
        var site = new SiteFixture("[a](https://example.org \"one & two\") ![b](https://example.org/b.png \"three\")\n");
        Assert.Equal(["one & two", "three"], site.Body.QuerySelectorAll("a, img").Select(element => element.GetAttribute("title")));
    }

    [Fact]
    public void The_table_of_contents_has_code_and_emphasis_but_no_links()
    {
        var site = new SiteFixture("# T\n\n## A `b` *c* [d](https://example.org)\n\n### Deep\n\n#### Deeper\n");
        var toc = site.Rendered[0].Toc;
        Assert.Equal([2, 3], toc.Select(entry => entry.Level));
        Assert.Equal("A <code>b</code> <em>c</em> d", toc[0].Html.Value);
    }

    [Fact]
    public void Imports_exports_and_comments_vanish_but_not_in_code_and_not_prose()
    {
        var site = new SiteFixture("""
            import A from "../A";
            import {
              B,
            } from 'b';
            # Title

            export const meta = {
              a: 1,

              b: 2,
            };

            {/* a comment
            over lines */}

            Text {/* hidden */} here.

            import duties are prose.

            ```js
            import kept from "kept";
            {/* kept */}
            ```
            """);
        Assert.Empty(site.Problems);
        Assert.Equal(["Text  here.", "import duties are prose."], site.Body.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Equal("import kept from \"kept\";\n{/* kept */}\n", site.Body.QuerySelector("code")!.TextContent);
        Assert.Equal("Title", site.Body.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Raw_html_passes_and_markdown_inside_it_works()
    {
        var site = new SiteFixture("<div align=\"center\">\n\n![A *robot*](/img/a.png)\n\n</div>\n\nA <kbd>key</kbd> < 3 and { brace.\n",
            siteFiles: new SiteFiles(new Dictionary<string, PictureSize?> { ["img/a.png"] = new PictureSize(28, 14) }));
        Assert.Empty(site.Problems);
        var picture = site.Body.QuerySelector("div[align=center] img")!;
        Assert.Equal("<img src=\"../img/a.png\" alt=\"A robot\" width=\"28\" height=\"14\" decoding=\"async\">", picture.OuterHtml);
        Assert.Contains("A <kbd>key</kbd> &lt; 3 and { brace.", site.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_task_lists_strikethrough_and_autolinks_are_githubs()
    {
        var site = new SiteFixture("- [X] [done](https://example.org)\n- [ ] open\n\na | b\n:--: | --\n~~x~~ | www.example.org\n");
        var boxes = site.Body.QuerySelectorAll("ul.task-list > li.task > input");
        Assert.Equal(["done", "open"], boxes.Select(box => box.GetAttribute("aria-label")));
        Assert.Equal([true, false], boxes.Select(box => box.HasAttribute("checked")));
        Assert.NotNull(site.Body.QuerySelector("div.table-scroll[role=region] > table del"));
        Assert.Equal("http://www.example.org", site.Body.QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_table_row_may_leave_out_its_last_pipe()
    {
        var site = new SiteFixture("| 7 as 1 | 8 as 3 | 9 as 3\n:--: | :--: | :--:\na | b | c\n");
        Assert.Equal(["7 as 1", "8 as 3", "9 as 3"], site.Body.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(3, site.Body.QuerySelectorAll("td").Length);
    }

    [Fact]
    public void Admonitions_nest_and_take_titles_with_markdown()
    {
        var site = new SiteFixture(
            "::::note[My *own* title]\n\n- Text\n\n:::tip\n\nInner\n\n```\n:::\n```\n\n:::\n\nAfter\n\n::::\n\n:::danger Plain title\nBody\n:::\n\n:::unknown\n");
        var outer = site.Body.QuerySelector(".admonition-note")!;
        Assert.Equal("My <em>own</em> title", outer.QuerySelector(".admonition-title")!.InnerHtml);
        Assert.Equal("tip", outer.QuerySelector(".admonition-tip > .admonition-title")!.TextContent);
        Assert.Equal(":::\n", outer.QuerySelector(".admonition-tip code")!.TextContent);
        Assert.Equal("After", outer.QuerySelector(":scope > .admonition-body > p")!.TextContent);
        Assert.Equal("Plain title", site.Body.QuerySelector(".admonition-danger .admonition-title")!.TextContent);
        Assert.Contains("<p>:::unknown</p>", site.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_heading_gets_one_from_its_title()
    {
        Assert.StartsWith("<h1>A &lt;b&gt;</h1>\n", new SiteFixture("---\ntitle: A <b>\n---\nText\n").Html, StringComparison.Ordinal);
        Assert.StartsWith("<p>Text</p>", new SiteFixture("---\ntitle: A\nhide_title: true\n---\nText\n").Html, StringComparison.Ordinal);
        Assert.Single(new SiteFixture("# Own\n\nText\n").Body.QuerySelectorAll("h1"));
    }

    [Fact]
    public void Tokens_are_resolved_and_escaped_in_text_but_stay_in_code()
    {
        var site = new SiteFixture(
            "## At {{ run.accuracy | percent }}\n\n{{site.markup}} `{{ code }}` \\{{ text }}\n\n    {{ indented }}\n");
        Assert.Empty(site.Problems);
        Assert.Equal("at-9717", site.Body.QuerySelector("h2")!.Id);
        Assert.Equal("<p>&lt;b&gt;&amp; <code>{{ code }}</code> {{ text }}</p>", site.Body.QuerySelector("p")!.OuterHtml);
    }

    [Fact]
    public void An_unknown_token_is_an_error_with_its_place_in_the_file()
    {
        var site = new SiteFixture("---\ntitle: T\n---\n\nFirst line\n> - then {{ run.acuracy }} here\n");
        Assert.Equal(["input/page.md:6:10: {{ run.acuracy }}: unknown name 'run.acuracy'"], site.Problems);
    }

    [Fact]
    public void The_pipe_of_a_token_does_not_end_a_table_cell_and_stays_in_code()
    {
        var site = new SiteFixture(
            "a | b\n--|--\n{{ run.accuracy | percent }} | `{{ x }} \\| y`\n\n```\n{{ a | b }} | c\n```\n\n`{{ a | b }}`\n");
        Assert.Empty(site.Problems);
        Assert.Equal(["97.17%", "{{ x }} | y"], site.Body.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(
            ["{{ x }} | y", "{{ a | b }} | c\n", "{{ a | b }}"], site.Body.QuerySelectorAll("code").Select(code => code.TextContent));
    }

    [Fact]
    public void A_component_alone_on_its_line_is_no_paragraph_and_its_children_are_not_tight()
    {
        var site = new SiteFixture("<Note>a *b*</Note>\n\n- x\n  <Note>\n  y\n  </Note>\n");
        Assert.Equal("a <em>b</em>", site.Body.QuerySelector(":scope > x-note")!.InnerHtml);
        Assert.Equal("y", site.Body.QuerySelector("li > x-note > p")!.TextContent);
    }
}
