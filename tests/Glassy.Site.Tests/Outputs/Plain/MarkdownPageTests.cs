using Glassy.Outputs.Plain;
using Glassy.Tests.Html;
using Glassy.Theme;

namespace Glassy.Tests.Outputs.Plain;

public sealed class MarkdownPageTests
{
    private static readonly MarkdownLinks Links = new("https://a.org/guide/page/", new Uri("https://a.org/guide/page/"));

    [Theory]
    [InlineData("<h1>A &amp; B</h1><p>One\n  two<br>three</p>", "# A & B\n\nOne two\\\nthree\n")]
    [InlineData("<p>No heading</p>", "# Title\n\nNo heading\n")]
    [InlineData("<h1>T</h1><h2 id=\"x\">Deep<a class=\"anchor\" href=\"#x\">#</a></h2>", "# T\n\n## Deep\n")]
    [InlineData(
        "<h1>T</h1><p><strong> bold </strong>and <em>slanted</em>, <del>gone</del>, <code>a`b</code></p>",
        "# T\n\n**bold** and *slanted*, ~~gone~~, ``a`b``\n")]
    [InlineData(
        "<h1>T</h1><p><a href=\"../other#x\">other</a> <a href=\"#y\">here</a> <img src=\"p.png\" alt=\"a [b]\"></p>",
        "# T\n\n[other](https://a.org/guide/other#x) [here](https://a.org/guide/page/#y) ![a \\[b\\]](https://a.org/guide/page/p.png)\n")]
    [InlineData(
        "<h1>T</h1><p><a href=\"https://b.org/\">https://b.org/</a>!<a href=\"/x\">y</a></p>",
        "# T\n\n<https://b.org/>\\![y](https://a.org/x)\n")]
    [InlineData(
        "<h1>T</h1><ul><li>one<li>two<ul><li>deep</ul></ul><ol start=\"3\"><li><p>a</p></li><li><p>b</p><p>c</p></li></ol>",
        "# T\n\n- one\n- two\n  - deep\n\n3. a\n\n4. b\n\n   c\n")]
    [InlineData(
        "<h1>T</h1><ul class=\"task-list\"><li class=\"task\"><input type=\"checkbox\" disabled checked> done</li></ul>",
        "# T\n\n- [x] done\n")]
    [InlineData("<h1>T</h1><p>a <input type=\"text\">b</p>", "# T\n\na b\n")]
    [InlineData(
        "<h1>T</h1><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1<div>2</div>3</td></tr></tbody></table>",
        "# T\n\n| a |\n| --- |\n| 1 2 3 |\n")]
    [InlineData(
        "<h1>T</h1><pre data-language=\"python\"><code><i class=\"k\">if</i> a &lt; b:\n    ```\n</code></pre>",
        "# T\n\n````python\nif a < b:\n    ```\n````\n")]
    [InlineData(
        "<h1>T</h1><div class=\"code\"><div class=\"code-title\">a.py</div><pre data-language=\"python\"><code>x</code></pre></div>",
        "# T\n\n```python title=\"a.py\"\nx\n```\n")]
    [InlineData(
        "<h1>T</h1><div class=\"admonition admonition-tip\"><div class=\"admonition-title\">Tip</div><div class=\"admonition-body\"><p>a</p><p>b</p></div></div>",
        "# T\n\n> **Tip**\n>\n> a\n>\n> b\n")]
    [InlineData(
        "<h1>T</h1><table><thead><tr><th>a</th><th style=\"text-align: right\">b|c</th></tr></thead><tbody><tr><td>1</td><td style=\"text-align: right\">2</td></tr></tbody></table>",
        "# T\n\n| a | b\\|c |\n| --- | ---: |\n| 1 | 2 |\n")]
    [InlineData(
        "<h1>T</h1><p>noted<sup><a href=\"#n\" data-footnote-ref>1</a></sup> m<sup>2</sup></p><section class=\"footnotes\"><ol><li id=\"n\"><p>why <a data-footnote-backref href=\"#r\">↩</a></p></li></ol></section>",
        "# T\n\nnoted[^1] m<sup>2</sup>\n\n[^1]: why\n")]
    [InlineData(
        "<h1>T</h1><p>1. snake_case *stars* &lt;Tag/&gt; _x_</p><p># no heading</p>",
        "# T\n\n1\\. snake_case \\*stars\\* \\<Tag/> \\_x\\_\n\n\\# no heading\n")]
    [InlineData("<h1>T</h1><!-- note --><script>if (a < b) x();</script><svg><text>axis</text></svg><p>after</p>", "# T\n\nafter\n")]
    [InlineData(
        "<h1>T</h1><div class=\"tabs\"><input type=\"radio\"><label class=\"tab\">Linux</label><div class=\"tab-panel\"><p>a</p></div></div>",
        "# T\n\n**Linux**\n\na\n")]
    [InlineData(
        "<h1>T</h1><figure class=\"tiles\"><figcaption><b>Ones</b> <span>first 2 of 9</span></figcaption><ul><li><img src=\"a\" alt=\"1\"><li><img src=\"a\" alt=\"1\"></ul></figure>",
        "# T\n\n**Ones** first 2 of 9 – 2 pictures, [shown on the page](https://a.org/guide/page/)\n")]
    [InlineData(
        "<h1>T</h1><figure class=\"tiles steps\"><figcaption><b>Steps</b></figcaption><table class=\"digits\"><tr><th>5</th><td><img src=\"a\" alt=\"1\"></td><td><img src=\"a\" alt=\"2\"></td></tr></table></figure>",
        "# T\n\n**Steps** – 2 pictures, [shown on the page](https://a.org/guide/page/)\n")]
    [InlineData(
        "<h1>T</h1><p><img alt=\"the src of it\" src=\"p.png\"> <a title=\"no href here\" href=\"/x\">y</a></p>",
        "# T\n\n![the src of it](https://a.org/guide/page/p.png) [y](https://a.org/x)\n")]
    [InlineData(
        "<h1>T</h1><div class=\"cell\"><h3 class=\"cell-name\"><b>5 read as 3</b> <span>2 of 9</span></h3><ul class=\"digits answers-below\"><li><img src=\"a\" alt=\"1\"><i>3</i><li><img src=\"a\" alt=\"1\"><i>3</i></ul></div>",
        "# T\n\n### **5 read as 3** 2 of 9\n\n2 pictures, [shown on the page](https://a.org/guide/page/)\n")]
    [InlineData(
        "<h1>T</h1><table><thead><tr><th>Picture</th><th>Index</th></tr></thead><tbody><tr><td><ul class=\"digits\"><li><img src=\"a\" alt=\"1\"></ul></td><td>947</td></tr></tbody></table>",
        "# T\n\n| Picture | Index |\n| --- | --- |\n|  | 947 |\n")]
    [InlineData(
        "<h1>T</h1><fieldset class=\"modes\"><legend>Show</legend><label><input type=\"radio\">counts</label></fieldset><form class=\"filters\"><label>Order</label></form><p>after</p>",
        "# T\n\nafter\n")]
    public void Markup_becomes_Markdown(string html, string expected) =>
        Assert.Equal(expected, MarkdownPage.Write("Title", Written.Of(html), Links));

    [Fact]
    public void A_matrix_is_one_table_without_the_titles_of_its_axes()
    {
        const string Matrix = """
            <figure class="matrix"><figcaption><b>Confusion</b></figcaption><table>
            <caption class="hidden">rows are the true class</caption>
            <thead><tr><td colspan="2" rowspan="2"></td><th class="axis" colspan="2">Predicted class</th><th rowspan="2" class="sum">Total</th></tr>
            <tr><th>0</th><th>1</th></tr></thead>
            <tbody><tr><th class="axis" rowspan="2"><span>True class</span></th><th>0</th><td class="hit">5</td><td class="miss">1</td><td class="sum">6</td></tr>
            <tr><th>1</th><td class="zero">0</td><td class="hit">4</td><td class="sum">4</td></tr></tbody>
            <tfoot><tr><th colspan="2" class="sum">Total</th><td class="sum">5</td><td class="sum">5</td><td class="sum">10</td></tr></tfoot>
            </table><p><span class="key">colours</span></p></figure>
            """;

        Assert.Equal(
            "# T\n\n**Confusion**\n\nrows are the true class\n\n|  | 0 | 1 | Total |\n| --- | ---: | ---: | ---: |\n| 0 | 5 | 1 | 6 |\n| 1 | 0 | 4 | 4 |\n| Total | 5 | 5 | 10 |\n",
            MarkdownPage.Write("T", Written.Of(Matrix), Links));
    }

    [Fact]
    public void A_page_of_cards_is_a_list_of_links() => Assert.Equal(
        "# Guides\n\nAll \\*of\\* them\n\n- [A \\[b\\]](https://a.org/guide/a): what it is\n- [C](https://a.org/guide/c)\n",
        MarkdownPage.Write("Guides", "All *of* them", [new PageCard("A [b]", "../a", "what it is"), new PageCard("C", "../c", "")], Links));

    [Fact]
    public void Without_the_sites_address_links_stay_relative_to_the_page() => Assert.Equal(
        "# T\n\n[a](../other) [b](index.html#y)\n",
        MarkdownPage.Write(
            "T", Written.Of("<p><a href=\"../other\">a</a> <a href=\"#y\">b</a></p>"), new MarkdownLinks("index.html", Base: null)));
}
