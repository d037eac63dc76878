using CsCheck;
using Glassy.Html;

namespace Glassy.Tests.Html;

public sealed class MarkupWriterTests
{
    private static readonly string[] Parts =
    [
        "<", ">", "</", "p", "script", "!--", "--", "-->", "\"", "'", " ", "=", "/", "x", "!", "?", "&lt;"
    ];

    [Theory]
    [InlineData("", "")]
    [InlineData("a &amp; b", "Text:a &amp; b")]
    [InlineData("<p>a</p>", "Opening:<p>|Text:a|Closing:</p>")]
    [InlineData("<a title='x > y' href=\"z>\">a</A >", "Opening:<a title='x > y' href=\"z>\">|Text:a|Closing:</A >")]
    [InlineData("1 < 2 <3 </ <> <", "Text:1 < 2 <3 </ <> <")]
    [InlineData("<<b>", "Text:<|Opening:<b>")]
    [InlineData("a<b", "Text:a|Other:<b")]
    [InlineData("a</", "Text:a</")]
    [InlineData("a<!-- <p> -- > --><b>", "Text:a|Other:<!-- <p> -- > -->|Opening:<b>")]
    [InlineData("<!--><b>--->c", "Other:<!--><b>--->|Text:c")]
    [InlineData("<!-x \">\"><?y?>c<!-- d", "Other:<!-x \">\">|Other:<?y?>|Text:c|Other:<!-- d")]
    [InlineData("<script>if (a<b) '</p>' </scrip</SCRIPT >d", "Opening:<script>|Other:if (a<b) '</p>' </scrip|Closing:</SCRIPT >|Text:d")]
    [InlineData(
        "<style></style><textarea><b></textarea>", "Opening:<style>|Closing:</style>|Opening:<textarea>|Other:<b>|Closing:</textarea>")]
    [InlineData("<script/><b>", "Opening:<script/>|Opening:<b>")]
    [InlineData("<br/><x-note a=b>", "Opening:<br/>|Opening:<x-note a=b>")]
    public void Pieces_of_markup_are_noted(string html, string expected)
    {
        Assert.Equal(expected, Pieces(Written.Of(html)));
        Assert.Equal(expected, Pieces(Written.Of(html.Select(c => c.ToString()))));
    }

    [Fact]
    public void However_it_is_written_the_pieces_are_the_same_and_are_the_page() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 30].Sample(parts =>
        {
            var (whole, written) = (Written.Of(string.Concat(parts)), Written.Of(parts));

            Assert.Equal(string.Concat(parts), written.Text);
            Assert.Equal(Pieces(whole), Pieces(written));
            Assert.Equal(written.Text, string.Concat(written.Tokens.ToArray().Select(token => written.TextOf(token).ToString())));
        });

    [Fact]
    public void All_ways_to_write_come_to_the_same()
    {
        using var writer = new MarkupWriter();
        writer.Write('<');
        writer.Write("b>");
        writer.Write(['x', 'a', 'y'], 1, 1);
        writer.WriteLine();
        writer.Write("</b>".AsSpan());
        writer.Write((string?)null);

        Assert.Equal("Opening:<b>|Text:a\n|Closing:</b>", Pieces(writer.ToMarkup()));
    }

    [Fact]
    public void Tags_give_their_names_and_attributes()
    {
        var page = Written.Of("<X-Note a=1><img src=\"a.png\" alt></X-Note>");

        Assert.Equal(["x-note", "img", "x-note"], page.Tokens.ToArray().Select(page.NameOf));
        Assert.Equal(" src=\"a.png\" alt", page.TagOf(page.Tokens[1]).ToString());
    }

    [Theory]
    [InlineData("<p id=\"a\"><b ID='b'></b><i id = c ></i><a name=d id=e></a><p name=no data-id=no title=\" id=no\">", "a b c d e")]
    [InlineData("<h2 id=\"a&amp;b\">x</h2><svg><g id=\"in\"></g></svg><button id=press>", "a&b in press")]
    [InlineData("<!-- <p id=no> --><script>'<p id=no>'</script> id=no", "")]
    public void Ids_are_what_links_can_lead_to(string html, string ids) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), Written.Of(html).Ids().Order(StringComparer.Ordinal));

    [Fact]
    public void Only_text_says_something()
    {
        var page = Written.Of("<p title=\"97.6%\">It reads 95.1% right<!-- 99.9% --></p>");

        Assert.True(page.Says("95.1%"));
        Assert.False(page.Says("97.6%"));
        Assert.False(page.Says("99.9%"));
    }

    [Theory]
    [InlineData("<div>a<div>b</div>c</div>d", 7)]
    [InlineData("<div>a<div/>b</div>c", 5)]
    [InlineData("<br>a", 1)]
    [InlineData("<div>a", 2)]
    public void An_element_ends_with_its_own_closing_tag(string html, int expected)
    {
        var page = Written.Of(html);

        Assert.Equal(expected, page.AfterElement(0, page.NameOf(page.Tokens[0])));
    }

    private static string Pieces(PageMarkup page) =>
        string.Join('|', page.Tokens.ToArray().Select(token => $"{token.Kind}:{page.TextOf(token)}"));
}
