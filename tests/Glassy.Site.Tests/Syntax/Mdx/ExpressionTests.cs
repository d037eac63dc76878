namespace Glassy.Tests.Syntax.Mdx;

/// <summary>What can stand between braces: names of values that the page or its front matter writes out, and comments.</summary>
public class ExpressionTests
{
    [Theory]
    [InlineData(
        "export const a = {name: 'x', list: ['p', {q: 3}], 'my-key': true};\n\n{a.name} {a.list[0]} {a.list[1].q} {a['name']} {a.list.length}",
        "x p 3 x 2")]
    [InlineData("export const n = 1.5, m = [1, 'b'];\n\n{n} {m} {m[1]}", "1.5 1b b")]
    [InlineData("export const a = 'x';\nexport const b = {of: a};\n\n{b.of}", "x")]
    [InlineData("export const T = () => <b>t</b>;\nexport const v = 'kept';\n\n{v}", "kept")]
    [InlineData("export const word = 'four';\n\n{word.length}", "4")]
    [InlineData(
        "---\ntitle: T\nauthors: [me, {name: you}]\nrank: 3\n---\n\n{frontMatter.title} {frontMatter.authors[1].name} {frontMatter.rank}",
        "T you 3")]
    public void Names_lead_to_what_they_stand_for(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.Empty(site.Problems);
        Assert.Equal(expected, site.Body.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Names_stand_in_attributes_as_in_text()
    {
        var site = new SiteFixture("""
            export const link = {to: 'https://e.org', style: {color: 'red'}};
            export const open = true;

            <Note name={link.to} open={open} />

            <div title={link.to} style={link.style}>x</div>
            """);
        Assert.Empty(site.Problems);
        Assert.Equal("<div title=\"https://e.org\" style=\"color:red\">x</div>", site.Body.QuerySelector("div")!.OuterHtml);
        Assert.Equal("x-note", site.Body.Children[1].LocalName);
    }

    [Fact]
    public void A_partials_properties_have_members()
    {
        var site = new SiteFixture("""
            -- page.md --
            import N from './_n.mdx';

            <N user={{name: 'x', tags: ['a', 'b']}} />
            -- _n.mdx --
            {props.user.name} {props.user.tags[1]} {props.user.none}
            """);
        Assert.Empty(site.Problems);
        Assert.Equal("x b ", site.Body.QuerySelector("p")!.TextContent);
    }

    [Theory]
    [InlineData("{a.b.c}", "5:2: `{a.b.c}`: `a.b` is a string, which has no `c`; for braces as text write `\\{`")]
    [InlineData("{a.bb}", "5:2: `{a.bb}`: `a` is an object, which has no `bb`; did you mean `b`? known: b; for braces as text write `\\{`")]
    [InlineData("{frontMatter.titel}", "5:2: `{frontMatter.titel}`: `frontMatter` is an object, which has no `titel`")]
    [InlineData("<Note name={a.b[x]} />", "5:13: <Note>: only literals can stand here")]
    [InlineData("{a}", "5:2: an object cannot be shown as text")]
    public void Names_that_lead_nowhere_are_reported(string text, string expected)
    {
        var site = new SiteFixture($"export const a = {{b: 'x'}};\n\n# T\n\n{text}");
        Assert.StartsWith("input/page.md:" + expected, Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## A {/* c */} b", "A  b")]
    [InlineData("## A {/* c */}", "A")]
    [InlineData("- a {/* c */}\n- {/* d */} b", "a b")]
    [InlineData("| a {/* c d */} |\n|---|\n| {/* e */} b |", "a b")]
    [InlineData("> {/* c\n> d */}\n> a", "a")]
    [InlineData(":::note[T {/* c */}]\n{/* d */}\na\n:::", "T a")]
    [InlineData("<div>{/* c */}a</div>", "a")]
    [InlineData("<div {/* c */} title=\"x\">\n  {/* <b> */}\n  a\n</div>", "a")]
    [InlineData("<Note {/* c */} name=\"x\" /* d */ >\n\n{/* e */}\n\n{\n  // f\n}\n\na\n\n</Note>", "a")]
    [InlineData("**a {/* c */}**", "a")]
    [InlineData("[a {/* c */}](https://e.org)", "a")]
    [InlineData("a {// c\n} b", "a  b")]
    public void Comments_vanish_wherever_they_stand(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        var body = site.Body;
        foreach (var other in body.QuerySelectorAll("h1, .anchor, .admonition-title:empty").ToList())
        {
            other.Remove();
        }

        var words = body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), words);
    }
}
