using Glassy.Outputs.Search;
using Glassy.Tests.Html;

namespace Glassy.Tests.Outputs.Search;

public sealed class SectionReaderTests
{
    [Fact]
    public void A_page_is_cut_at_its_headings_and_the_title_is_left_out()
    {
        var sections = SectionReader.Read(
            Written.Of("""
            <h1>A &amp; B</h1>
            <p>First
            line.</p><h2 id="one">One<a class="anchor" href="#one" aria-label="Direct link to One">#</a></h2>
            <p>Of <em>o</em>ne.</p><h3 id="a&quot;b">Two <code>x</code><a class="anchor" href="#">#</a></h3>
            """),
            "A & B");

        Assert.Equal(
            [new("", "", "First line."), new("One", "one", "Of one."), new("Two x", "a\"b", "")],
            sections);
    }

    [Theory]
    [InlineData("<h1>Another</h1><p>x</p>", "Another x")] // a heading of its own is text
    [InlineData("<table><tr><th>F1</th><td>97.17%</td></tr></table>", "F1 97.17%")]
    [InlineData("<pre><code><span class=\"t-k\">def</span> <span>fit</span>(x):\n    <b>pass</b></code></pre>", "def fit(x): pass")]
    [InlineData("<ul><li>a</li><li>b</li></ul>c<br>d<wbr>e", "a b c de")]
    [InlineData("a <!-- <p>no</p> --> b", "a b")]
    [InlineData("<p title=\"a > b\">1 &lt; 2</p> < 3", "1 < 2 < 3")]
    [InlineData("<svg><text>no<svg/>no</text></svg><style>no</style><script>if (a < b) no</script>yes", "yes")]
    [InlineData(
        "<span class=\"said\" aria-hidden=\"true\">5<span>no</span></span><img class=\"digit\" alt=\"3 predicted as 5\">yes", "yes")]
    [InlineData("<h2>No id</h2>text", "No id text")]
    [InlineData("a<", "a<")]
    [InlineData("a<b", "a")]
    public void Text_is_what_a_reader_reads(string html, string text) =>
        Assert.Equal([new SearchSection("", "", text)], SectionReader.Read(Written.Of(html), "Title"));
}
