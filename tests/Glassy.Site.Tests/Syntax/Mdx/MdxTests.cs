using AngleSharp.Dom;
using Glassy.Links;
using Glassy.Syntax.Parsers;

namespace Glassy.Tests.Syntax.Mdx;

public class MdxTests
{
    private static readonly SiteFiles Pictures = new(new Dictionary<string, PictureSize?>
    {
        ["docs/logo.png"] = new PictureSize(3, 4),
        ["img/a.png"] = null,
    });

    [Fact]
    public void Imports_and_exports_vanish_outside_fences_however_many_lines_they_take()
    {
        var site = new SiteFixture("""
            import Tabs from '@theme/Tabs';
            import {
              One,
              Two as Three,
            } from "./code";
            import './style.css'

            export const Highlight = ({children, color}) => (
              <span
                style={{
                  backgroundColor: color,
                }}>
                {children} don't (

              </span>
              )
            );

            export const text = `a (

            b`;
            # Title
            import it as you like
            export it too

            ```js
            import x from 'y'
            ```
            """);
        Assert.Empty(site.Problems);
        Assert.Equal("Title\nimport it as you like\nexport it too\nimport x from 'y'\n", Text(site.Body, "h1, p, pre"));
    }

    [Theory]
    [InlineData("a {/* b */} c", "<p>a  c</p>")]
    [InlineData("a {/* b\n  c\n*/} d", "<p>a  d</p>")]
    [InlineData("{/* a\n\n<Nope>\n\n{b}\n*/}\n\nx", "<p>x</p>")]
    [InlineData("{\n  /* a */\n\n  /* b */\n}\nx", "<p>x</p>")]
    [InlineData("- a\n\n  {/* b\n  c */}\n\n  d", "<ul><li><p>a</p><p>d</p></li></ul>")]
    [InlineData("| a {/* b */} |\n|---|\n| c |", "a")]
    public void Comments_vanish(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Contains(expected, Flat(site).Replace("<h1>T</h1>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("/*", site.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{' '}{'<b>'}{\"\\u00a0\"}{1}{`t`}{true}{null}{['x', 2]}{}", "a &lt;b&gt;&nbsp;1tx2")]
    [InlineData("{\n  'x'\n\n}", "x")]
    [InlineData("export const name = 'value';\n\nIt is {name}", "It is value")]
    [InlineData("---\nsidebar_label: L\n---\n\n{frontMatter.sidebar_label}", "L")]
    public void Literal_expressions_are_text(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.Empty(site.Problems);
        Assert.Contains(expected, site.Body.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a { b")]
    [InlineData("f(x) {")]
    [InlineData("{…}")]
    [InlineData("{a b}")]
    [InlineData("{.class}")]
    [InlineData("\\{x}")]
    [InlineData("`{x}`")]
    public void Braces_that_are_no_javascript_are_braces(string text)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Equal(text.Trim('`').TrimStart('\\'), site.Body.QuerySelector("p")!.TextContent);
    }

    [Theory]
    [InlineData("a {1+1} b", "1:4: `{1+1}`: only literals can stand here")]
    [InlineData(
        "- x\n- a {name}",
        "2:6: `{name}`: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); `name` is neither imported nor exported; for braces as text write `\\{`")]
    [InlineData(
        "| a |\n|---|\n| {props.x} |",
        "3:4: `{props.x}`: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); only partials have `props`")]
    [InlineData(":::note\n\n> {a.map(b => <li>{b}</li>)}\n\n:::", "3:4: `{a.map")]
    [InlineData("---\ntitle: T\n---\n\n{\n  a()\n\n}", "6:3: `{a()}`: only literals")]
    [InlineData(
        "export const title = 'x';\n\n{tilte}",
        "3:2: `{tilte}`: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); `tilte` is neither imported nor exported; did you mean `title`?")]
    [InlineData("{{a: 1}}", "1:1: {{ a: 1 }}: ")]
    [InlineData("export const f = () => {\n\ntext", "1:1: this `export` does not end")]
    [InlineData(
        "import Card from '../Card';\n\ntext <Card />",
        "3:6: <Card> is imported from '../Card' on line 1, and JavaScript does not run here")]
    [InlineData(
        "export const Red = () => make(<b/>);\n\n<Red>\n\nx\n\n</Red>",
        "3:1: <Red> is exported on line 1, and JavaScript does not run here")]
    [InlineData("| a |\n|---|\n| <Nte /> |", "3:3: there is no component <Nte>; did you mean `Note`?")]
    [InlineData("- a\n\n  <Note nme=\"x\" />", "3:9: <Note> has no attribute `nme`; did you mean `name`?")]
    [InlineData(":::tip\n<Note\n\n  name={f()} />\n:::", "4:9: <Note>: only literals")]
    [InlineData("<div>\n\n> <Nope>x</Nope>\n\n</div>", "3:3: there is no component <Nope>")]
    [InlineData("<b onClick={() => { x('}') }}>a</b>", "1:4: <b> `onClick` is left out: JavaScript does not run here")]
    [InlineData(
        "a <i title={x}>b</i>",
        "1:13: <i>: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); `x` is neither")]
    [InlineData("<div\n  title={['a']}\n/>", "2:10: <div> `title` must be a string, a number or true, not an array")]
    [InlineData("import logo from './loog.png'\n\n<img src={logo} />", "1:18: the file `./loog.png`, imported on line 1, is not there")]
    [InlineData("<img alt=\"\" src={require('./no.png').default} />", "1:18: the file `./no.png` is not there")]
    [InlineData(
        "import N from './_nte.mdx'\n\n<N />\n-- _note.mdx --\nx",
        "1:15: there is no file `./_nte.mdx` to import; did you mean `./_note.mdx`?")]
    public void Mistakes_are_reported_with_file_line_and_column(string text, string expected)
    {
        var site = new SiteFixture(text.Contains("-- ", StringComparison.Ordinal) ? $"-- page.md --\n{text}" : text);
        Assert.StartsWith($"input/page.md:{expected}", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<div className=\"a\" style={{color: 'red', fontSize: 12, lineHeight: 2, '--x': 1, WebkitMaskSize: 'auto'}}>x</div>",
        "<div class=\"a\" style=\"color:red;font-size:12px;line-height:2;--x:1;-webkit-mask-size:auto\">x</div>")]
    [InlineData("<label htmlFor=\"i\" tabIndex={0}>**x**</label>", "<label for=\"i\" tabindex=\"0\"><strong>x</strong></label>")]
    [InlineData(
        "<iframe\n  src=\"https://e.org?a=1&b=2\"\n  allowFullScreen\n  hidden={false}\n/>",
        "<iframe src=\"https://e.org?a=1&amp;b=2\" allowfullscreen=\"\"></iframe>")]
    [InlineData("<iframe\n  src=\"#top\"\n></iframe>", "<iframe src=\"#top\"></iframe>")]
    [InlineData("a <span id=\"x\"/> b <i/>", "a <span id=\"x\"></span> b <i></i>")]
    [InlineData("a <i/> b", "<p>a <i></i> b</p>")]
    [InlineData("<div/>\n\nx", "<div></div><p>x</p>")]
    [InlineData("<td colSpan={2} data-x={true} aria-hidden>x</td>", "x")]
    [InlineData(
        "<svg viewBox=\"0 0 1 1\" strokeWidth={2}>\n  <path d=\"M0 0\" />\n  <g>\n    <linearGradient gradientUnits=\"x\" />\n  </g>\n</svg>",
        "<svg viewBox=\"0 0 1 1\" stroke-width=\"2\"><path d=\"M0 0\"></path><g><linearGradient gradientUnits=\"x\"></linearGradient></g></svg>")]
    [InlineData(
        "<img src=\"//e.org/x.png\" srcSet=\"//e.org/a\" alt='q\"' width=10>",
        "<img src=\"//e.org/x.png\" srcset=\"//e.org/a\" alt=\"q&quot;\" width=\"10\" decoding=\"async\">")]
    [InlineData("<input disabled checked={true} value={`v`} key=\"k\"/>", "<input disabled=\"\" checked=\"\" value=\"v\">")]
    [InlineData("<style>{`\n  .a > b {\n\n    c: d }\n`}</style>", "<style>  .a > b {    c: d }</style>")]
    [InlineData(
        "<p align=\"center\">\n  <a href=\"#top\">\n    <img src=\"//y\">\n  </a>\n</p>",
        "<p align=\"center\"><a href=\"#top\"><img src=\"//y\" decoding=\"async\"></a></p>")]
    [InlineData("<div>\n  *a*\n\n  - b\n</div>", "<div><p><em>a</em></p><ul><li>b</li></ul></div>")]
    [InlineData("<div>*a*</div>", "<div><em>a</em></div>")]
    [InlineData("<div><span>\n\n*a*\n\n</span></div>\nb", "<div><span><em>a</em></span></div><p>b</p>")]
    [InlineData(
        "<table>\n  <tr>\n        <td>a</td>\n        <td>\n\n        - b\n\n        </td>\n  </tr>\n</table>",
        "<tr><td>a</td><td><ul><li>b</li></ul></td></tr>")]
    [InlineData(
        "<details><summary>S *t*</summary>\n\n- b\n\n```js\nx\n```\n\n</details>\n\nc",
        "<details class=\"admonition\"><summary class=\"admonition-title\">S <em>t</em></summary><ul><li>b</li></ul>")]
    [InlineData("<details>\n<summary>S</summary>\na\nb</details>\nc", "</summary><p>ab</p></details><p>c</p>")]
    [InlineData(
        "<details open className=\"x\">\n  <summary>\n    S\n  </summary>\n\n  a\n</details>",
        "<details open=\"\" class=\"admonition x\"><summary class=\"admonition-title\">S</summary><p>a</p></details>")]
    [InlineData("<div dangerouslySetInnerHTML={{__html: '<b>x</b>'}} />", "<div><b>x</b></div>")]
    public void Elements_are_written_as_html(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Contains(expected, Flat(site), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<https://e.org/a?b>", "<a href=\"https://e.org/a?b\"")]
    [InlineData("a<br>b<hr>", "a<br>b")]
    [InlineData("1 < 2 <3", "<p>1 &lt; 2 &lt;3</p>")]
    [InlineData("    <Note>{x}", "&lt;Note&gt;{x}")]
    [InlineData("<div>\n\na <b>c", "<div>")]
    [InlineData("<img src=\"//e.org/a.png\">\n**b**", "<strong>b</strong>")]
    [InlineData("<!-- <Note> {x} -->\n\nb", "<p>b</p>")]
    [InlineData("a <!-- {x} --> b", "b</p>")]
    [InlineData("<pre>\n{x} *a*\n\n<Note>\n</pre>", "{x} *a*<note>")]
    [InlineData("Use `<div>` and\n\n<div>\n\n*a*\n\n</div>", "<div><p><em>a</em></p></div>")]
    [InlineData("it`s\n\n<div>\n\n*a*\n\n</div>\n\nit`s", "<div><p><em>a</em></p></div>")]
    public void What_mdx_rejects_and_commonmark_allows_just_works(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Contains(expected, Flat(site), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_imported_required_and_relative_to_the_page()
    {
        var site = new SiteFixture(
            """
            -- docs/page.md --
            import logo from './logo.png';
            import Icon from '@site/static/img/a.png';

            <img src={logo} alt="A" />

            | a |
            |---|
            | <img src={require('@site/static/img/a.png').default} /> |

            <a href={require("./logo.png").default}>x</a> <img src={useBaseUrl('/img/a.png')} /> <Icon width={3} />
            """,
            siteFiles: Pictures);
        Assert.Empty(site.Problems);
        Assert.Equal(
            ["../../docs/logo.png", "../../img/a.png", "../../img/a.png", "../../img/a.png"],
            site.Body.QuerySelectorAll("img").Select(i => i.GetAttribute("src")));
        Assert.Equal("../../docs/logo.png", site.Body.QuerySelector("body > a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("<Badge/>\nafter", "<b></b><p>after</p>")]
    [InlineData("before\n<Badge/>\nafter", "<p>before</p><b></b><p>after</p>")]
    [InlineData("<Badge>x</Badge>\nafter", "<p><b>x</b>after</p>")]
    [InlineData("<Badge/> text\nmore", "<p><b></b> textmore</p>")]
    [InlineData("<Badge/>\n<Badge/>\n- item", "<b></b><b></b><ul><li>item</li></ul>")]
    public void A_component_alone_on_its_line_is_a_block_and_what_follows_another(string text, string expected)
    {
        var site = new SiteFixture($"---\nhide_title: true\n---\nexport const Badge = ({{children}}) => (<b>{{children}}</b>)\n\n{text}");
        Assert.Empty(site.Problems);
        Assert.Equal(expected, site.Html.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Paragraphs_in_an_element_that_holds_none_do_not_run_together()
    {
        var site = new SiteFixture("<p>\n  one.\n\n  [two](#x)\n</p>\n\n## X\n");
        Assert.Equal("one. two", site.Body.QuerySelector("p")!.TextContent.Trim().Replace('\n', ' '));
    }

    [Fact]
    public void A_component_is_known_by_the_name_that_it_is_imported_under()
    {
        var site = new SiteFixture("import Hint from '@theme/Note';\n\n<Hint name=\"x\">\n\n*a*\n\n</Hint>");
        Assert.Empty(site.Problems);
        Assert.Equal("a", site.Body.QuerySelector("x-note em")!.TextContent);
    }

    [Theory]
    [InlineData("<div>\n")]
    [InlineData("<a {\n")]
    [InlineData("{\n\n")]
    [InlineData("`` a\n")]
    [InlineData("{/* \n\n")]
    [InlineData("<!-- \n\n")]
    [InlineData("<Note x='\n")]
    [InlineData("<Note>\n")]
    [InlineData("<Note x=\"a\">b</Note> <i x=\"a\"/> {'x'} ")]
    [InlineData("<Note x=\"a\">b</Note> <i x=\"a\"/> {'x'}\n\n")]
    [InlineData("<div>\n\n*a*\n\n</div>\n")]
    [InlineData("</b>\n")]
    [InlineData("<pre>\n")]
    public void A_page_of_40_000_pieces_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000));

        var page = MarkdownSyntax.Parse(text);

        Assert.InRange(page.LastChild!.Span.End, text.Length - piece.Length, text.Length); // the page is not empty
    }

    private static string Flat(SiteFixture site) => site.Body.InnerHtml.Replace("\n", "", StringComparison.Ordinal);

    private static string Text(IElement body, string selectors) =>
        string.Join('\n', body.QuerySelectorAll(selectors).Select(e => e.TextContent));
}
