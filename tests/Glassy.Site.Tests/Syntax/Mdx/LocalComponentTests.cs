namespace Glassy.Tests.Syntax.Mdx;

/// <summary>Components that a page defines itself are written out where they are used; nothing of them runs.</summary>
public class LocalComponentTests
{
    private const string Highlight = """
        export const Highlight = ({children, color}) => (
          <span
            style={{
              backgroundColor: color,
              borderRadius: '2px',
            }}>
            {children}
          </span>
        );


        """;

    [Fact]
    public void The_component_of_docusaurus_own_guide_works_in_text_and_on_lines_of_its_own()
    {
        var site = new SiteFixture(Highlight + """
            # T

            <Highlight color="#25c2a0">Docusaurus *green*</Highlight> and <Highlight color={'red'}>red</Highlight>.

            <Highlight color="blue">

            - a

            </Highlight>
            """);
        Assert.Empty(site.Problems);
        Assert.Equal(
            "<h1>T</h1>"
            + "<p><span style=\"background-color:#25c2a0;border-radius:2px\">Docusaurus <em>green</em></span> and "
            + "<span style=\"background-color:red;border-radius:2px\">red</span>.</p>"
            + "<span style=\"background-color:blue;border-radius:2px\"><ul><li>a</li></ul></span>",
            site.Body.InnerHtml.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "export const A = (props) => <b title={props.t}>{props.children}{props.none}</b>;\n\n<A t=\"x\">y</A>", "<b title=\"x\">y</b>")]
    [InlineData(
        "export function A({t: title = 'z', n = 2}) {\n  return (\n    <b title={title}>{n}</b>\n  );\n}\n\n<A />", "<b title=\"z\">2</b>")]
    [InlineData("export const A = function () { return <i/>; }\n\n<A />", "<i></i>")]
    [InlineData(
        "export const B = ({x}) => <b>{x}</b>;\nexport const A = ({y}) => <><B x={y} /> &amp; <B x=\"2\" /></>;\n\n<A y=\"1\" />",
        "<b>1</b> &amp; <b>2</b>")]
    [InlineData(
        "export const who = 'me';\nexport const A = () => (\n  <p>\n    it's {who},\n    *not*   you{' '}\n    <br />\n    {/* nothing */}\n  </p>\n);\n\n<A />",
        "<p>it's me, *not*   you <br></p>")]
    [InlineData(
        "export const A = ({children}) => <Note name=\"n\">{children}</Note>;\n\n<A>**c**</A>", "<x-note><strong>c</strong></x-note>")]
    [InlineData("export const A = ({user}) => <i>{user.name}</i>;\n\na <A user={{name: 'x'}} />", "<p>a <i>x</i></p>")]
    [InlineData("export const Note = () => <i>mine</i>;\n\n<Note />", "<i>mine</i>")]
    public void What_is_only_jsx_is_written_out(string text, string expected)
    {
        var site = new SiteFixture($"---\nhide_title: true\n---\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Equal(expected, site.Body.InnerHtml.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("export const A = ({n}) => <b>{n + 1}</b>;\n\n<A n={1} />", "1:31: `{n + 1}`: only literals can stand here")]
    [InlineData(
        "export const A = () => (\n  <b\n    onClick={() => alert('x')}>x</b>\n);\n\n<A />",
        "3:5: <b> `onClick` is left out: JavaScript does not run here")]
    [InlineData(
        "export const A = ({n}) => <b>{m}</b>;\n\n<A n={1} />",
        "1:31: `{m}`: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); `m` is neither imported nor exported")]
    [InlineData("export const A = () => <Nte />;\n\ntext <A />", "1:24: there is no component <Nte>; did you mean `Note`?")]
    [InlineData(
        "export const A = () => { const x = 1; return <b>{x}</b>; };\n\n<A />",
        "3:1: <A> is exported on line 1, and JavaScript does not run here: only `({a, b}) => (<b>{a}</b>)` can be written out")]
    [InlineData(
        "export const A = ({ok}) => ok ? <b/> : <i/>;\n\n<A />", "3:1: <A> is exported on line 1, and JavaScript does not run here")]
    [InlineData("export const A = () => <A />;\n\n<A />", "1:24: <A> includes itself: A → A")]
    public void What_is_more_than_jsx_is_reported_with_its_place(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.StartsWith("input/page.md:" + expected, Assert.Single(site.Problems), StringComparison.Ordinal);
    }
}
