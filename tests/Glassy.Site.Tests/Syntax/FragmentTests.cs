namespace Glassy.Tests.Syntax;

/// <summary><c>&lt;&gt;…&lt;/&gt;</c> groups and leaves nothing of itself.</summary>
public class FragmentTests
{
    [Theory]
    [InlineData("<>\n\n*a*\n\n- b\n\n</>\n\nc", "<p><em>a</em></p><ul><li>b</li></ul><p>c</p>")]
    [InlineData("<>\n  *a*\n</>", "<p><em>a</em></p>")]
    [InlineData("a <>*b* <i>c</i></> d", "<p>a <em>b</em> <i>c</i> d</p>")]
    [InlineData("<>*a*</>", "<em>a</em>")]
    [InlineData("<>\n\n<>\n\na\n\n</>\n\n</>", "<p>a</p>")]
    [InlineData("<div>\n  <>\n    a\n  </>\n</div>", "<div><p>a</p></div>")]
    [InlineData("- a <>b</>", "<ul><li>a b</li></ul>")]
    public void A_fragments_children_stand_where_it_stands(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Equal("<h1>T</h1>" + expected, site.Body.InnerHtml.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a <> b")]
    [InlineData("<>")]
    [InlineData("a </> b")]
    [InlineData("</> a <>")]
    public void What_opens_or_closes_no_fragment_is_text(string text)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Equal(text, site.Body.QuerySelector("p")!.TextContent);
    }

    [Theory]
    [InlineData("<>\n")]
    [InlineData("</>\n")]
    [InlineData("<>\n\n")]
    [InlineData("<> a </> ")]
    public void A_page_of_40_000_fragments_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000));

        var page = Glassy.Syntax.Parsers.MarkdownSyntax.Parse(text);

        Assert.InRange(page.LastChild!.Span.End, text.Length - piece.Length, text.Length); // the page is not empty
    }
}
