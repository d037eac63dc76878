namespace Glassy.Tests.Syntax;

/// <summary>GitHub's Markdown as Docusaurus has it: tables, footnotes, strikethrough, autolinks, emoji.</summary>
public class GfmTests
{
    [Theory]
    [InlineData("| a | b |\n|---|:-:|\n| 1 | 2 | 3 |\n| x |\n", "a,b;1,2;x,")]
    [InlineData("text\n| a | b |\n|---|---|\n| 1 | 2 |\nlazy\n", "a,b;1,2;lazy,")]
    [InlineData("| a |\n|---|\n| x |\n| y\n", "a;x;y")]
    [InlineData("|a|\n|-|\n", "a")]
    [InlineData("a | b\n--|--\n", "a,b")]
    [InlineData("a\n:-:\nx\n", "a;x")]
    [InlineData("| a | b |\n|:--|--:|\n| `x \\| y` | **a \\| b** |\n> quote\n", "a,b;x | y,a | b")]
    [InlineData("| a | b |\n|---|---|\n| `x|y` | z |\n", "a,b;`x,y`")]
    [InlineData("- t\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n", "a,b;1,2")]
    [InlineData("| a | b |\n|---|\n| 1 | 2 |\n", "")]
    [InlineData("| a | b |\n|---|---|\n| | 2 |\n\npara\n", "a,b;,2")]
    public void Tables_have_the_cells_that_github_gives_them(string markdown, string cells)
    {
        var rows = new SiteFixture(markdown).Body.QuerySelectorAll("tr");
        Assert.Equal(
            cells,
            string.Join(';', rows.Select(row => string.Join(',', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())))));
    }

    [Fact]
    public void Columns_are_aligned_in_head_and_body()
    {
        var site = new SiteFixture("| a | b | c | d |\n|:-|:-:|-:|-|\n| 1 | 2 | 3 | 4 |\n");
        string?[] expected = ["text-align: left;", "text-align: center;", "text-align: right;", null];
        Assert.Equal([.. expected, .. expected], site.Body.QuerySelectorAll("th, td").Select(cell => cell.GetAttribute("style")));
    }

    [Theory]
    [InlineData("~one~ ~~two~~", "<del>one</del> <del>two</del>")]
    [InlineData("a ~~~three~~~ H~2~O", "a ~~~three~~~ H<del>2</del>O")]
    [InlineData("~100 to ~200", "~100 to ~200")]
    [InlineData("`~~x~~` \\~y~", "<code>~~x~~</code> ~y~")]
    public void Tildes_strike_out(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", BodyOf(markdown));

    [Theory]
    [InlineData("www.example.com.", "<a href=\"http://www.example.com\" rel=\"noopener\">www.example.com</a>.")]
    [InlineData("(https://example.com/a_(b))", "(<a href=\"https://example.com/a_(b)\" rel=\"noopener\">https://example.com/a_(b)</a>)")]
    [InlineData("https://x.org/?a=b&amp; c", "<a href=\"https://x.org/?a=b\" rel=\"noopener\">https://x.org/?a=b</a>&amp; c")]
    [InlineData(
        "*https://x.org/a*, https://x.org!",
        "<em><a href=\"https://x.org/a\" rel=\"noopener\">https://x.org/a</a></em>, <a href=\"https://x.org\" rel=\"noopener\">https://x.org</a>!")]
    [InlineData("\"https://q.org\"", "&quot;<a href=\"https://q.org\" rel=\"noopener\">https://q.org</a>&quot;")]
    [InlineData(
        "http://localhost:3000/a, www.a_b", "<a href=\"http://localhost:3000/a\" rel=\"noopener\">http://localhost:3000/a</a>, www.a_b")]
    [InlineData(
        "https://x.org/a&b; https://x.org/?a&b=1;",
        "<a href=\"https://x.org/a\" rel=\"noopener\">https://x.org/a</a>&amp;b; <a href=\"https://x.org/?a&amp;b=1\" rel=\"noopener\">https://x.org/?a&amp;b=1</a>;")]
    [InlineData("xhttp://foo.com ftp://a.b www.a.b_c.d", "xhttp://foo.com ftp://a.b www.a.b_c.d")]
    [InlineData(
        "me_x@b-c.org. (a.b+c@d.eu)",
        "<a href=\"mailto:me_x@b-c.org\" rel=\"noopener\">me_x@b-c.org</a>. (<a href=\"mailto:a.b+c@d.eu\" rel=\"noopener\">a.b+c@d.eu</a>)")]
    [InlineData("a@b c@d.1 e@f.org- `g@h.org`", "a@b c@d.1 e@f.org- <code>g@h.org</code>")]
    [InlineData(
        "[me@x.org](https://x.org) *me@x.org*",
        "<a href=\"https://x.org\" rel=\"noopener\">me@x.org</a> <em><a href=\"mailto:me@x.org\" rel=\"noopener\">me@x.org</a></em>")]
    [InlineData(
        "`www.a.org` [https://a.org](https://b.org)",
        "<code>www.a.org</code> <a href=\"https://b.org\" rel=\"noopener\">https://a.org</a>")]
    public void Addresses_in_text_become_links(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", BodyOf(markdown));

    [Theory]
    [InlineData("- [ ] a\n- [x] b\n1. [X] c\n", 3)]
    [InlineData("- [ ]\n- [x]no\n- text [ ] no\n- a\n\n  [ ] b\n\n[ ] no\n", 0)]
    [InlineData("- a\n  - [ ] nested\n- [ ]\n  next line\n", 2)]
    public void A_box_makes_a_task_only_at_the_beginning_of_an_item(string markdown, int count) =>
        Assert.Equal(count, new SiteFixture(markdown).Body.QuerySelectorAll("li.task > input[type=checkbox]").Length);

    [Theory]
    [InlineData("Done :tada: :+1:", "Done 🎉 👍")]
    [InlineData("a:rocket:b :nosuch: 12:30:45", "a🚀b :nosuch: 12:30:45")]
    [InlineData("`:tada:` \\:tada:", "<code>:tada:</code> :tada:")]
    public void Shortcodes_become_emoji(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", BodyOf(markdown));

    [Fact]
    public void Footnotes_have_docusaurus_ids_and_ways_back()
    {
        var site = new SiteFixture("A[^1] B[^My-Note] C[^1] [^missing]\n\n[^1]: One.\n[^My-Note]: Two\n\n    more\n\n[^unused]: never\n");
        Assert.Empty(site.Problems);
        Assert.Equal(
            "<p>A<sup><a href=\"#user-content-fn-1\" id=\"user-content-fnref-1\" data-footnote-ref aria-describedby=\"footnote-label\">1</a></sup>"
            + " B<sup><a href=\"#user-content-fn-my-note\" id=\"user-content-fnref-my-note\" data-footnote-ref aria-describedby=\"footnote-label\">2</a></sup>"
            + " C<sup><a href=\"#user-content-fn-1\" id=\"user-content-fnref-1-2\" data-footnote-ref aria-describedby=\"footnote-label\">1</a></sup> [^missing]</p>\n"
            + "<section data-footnotes class=\"footnotes\"><h2 class=\"hidden\" id=\"footnote-label\">Footnotes</h2>\n<ol>\n"
            + "<li id=\"user-content-fn-1\">\n<p>One."
            + " <a href=\"#user-content-fnref-1\" data-footnote-backref aria-label=\"Back to reference 1\" class=\"data-footnote-backref\">↩</a>"
            + " <a href=\"#user-content-fnref-1-2\" data-footnote-backref aria-label=\"Back to reference 1-2\" class=\"data-footnote-backref\">↩<sup>2</sup></a></p>\n</li>\n"
            + "<li id=\"user-content-fn-my-note\">\n<p>Two</p>\n<p>more"
            + " <a href=\"#user-content-fnref-my-note\" data-footnote-backref aria-label=\"Back to reference 2\" class=\"data-footnote-backref\">↩</a></p>\n</li>\n"
            + "</ol>\n</section>\n",
            HtmlWithoutTitle(site));
    }

    [Fact]
    public void Footnotes_are_numbered_by_first_use_and_stay_out_of_the_table_of_contents()
    {
        var site = new SiteFixture("## Head[^b]\n\nText[^a]\n\n[^a]: A\n[^b]: B\n");
        Assert.Equal(["user-content-fn-b", "user-content-fn-a"], site.Body.QuerySelectorAll(".footnotes li").Select(item => item.Id));
        Assert.Equal(("head", "Head"), (site.Body.QuerySelector("h2")!.Id, site.Rendered[0].Toc.Single().Html.Value));
    }

    private static string BodyOf(string markdown) => HtmlWithoutTitle(new SiteFixture(markdown));

    private static string HtmlWithoutTitle(SiteFixture site) => site.Html[(site.Html.IndexOf("</h1>\n", StringComparison.Ordinal) + 6)..];
}
