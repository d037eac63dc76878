using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Tests.Syntax;

public class ComponentSyntaxTests
{
    [Fact]
    public void Attributes_of_every_kind_are_read_with_their_places()
    {
        const string Text = """
            <X
              n={112} neg={-1.5}
              s="a &amp; b" q='c' e={"d\n"} t={`e`}
              flag yes={true} none={null}
              list={[
                "one", // comment
                'two',
              ]}
              {/* comment */}
              data={{ key: "v", "k-2": [1] }}
            />
            """;
        var (tag, end) = AttributeParser.Parse(Text, 0, offset => SourcePosition.At(Text, offset))!.Value;
        Assert.Empty(tag.Mistakes);
        Assert.Equal(Text.Length, end);
        object? Value(string name) => tag.Attributes.Single(a => a.Name == name).Value.Value;
        Assert.Equal([112.0, -1.5], [Value("n"), Value("neg")]);
        Assert.Equal(["a & b", "c", "d\n", "e"], [Value("s"), Value("q"), Value("e"), Value("t")]);
        Assert.Equal([true, true, null], [Value("flag"), Value("yes"), Value("none")]);
        var list = Assert.IsType<IReadOnlyList<Literal>>(Value("list"), exactMatch: false);
        Assert.Equal([("one", 6, 5), ("two", 7, 5)], list.Select(item => ((string)item.Value!, item.Position.Line, item.Position.Column)));
        var data = Assert.IsType<IReadOnlyDictionary<string, Literal>>(Value("data"), exactMatch: false);
        Assert.Equal("v", data["key"].Value);
        Assert.Equal(new SourcePosition(4, 3), tag.Attributes.Single(a => a.Name == "flag").Position);
    }

    [Theory]
    [InlineData("<Note name={1 + 1} />", "1:13: <Note>: only literals can stand here")]
    [InlineData("text\n\n<Note\n  name={[\"a\", b]} />", "4:15: <Note>: only literals")]
    [InlineData("<Note name={`a${b}`} />", "1:13: <Note>: only literals")]
    [InlineData("<Note {...props} />", "1:7: <Note>: attributes are written out")]
    [InlineData("<Note name={\"a\" \"b\"} />", "1:17: <Note>: this is not a literal")]
    [InlineData("<Note name=\"a\" name=\"b\" />", "1:16: <Note>: attribute `name` is there twice")]
    [InlineData("<Note\n  name=\"a\"\n", "1:1: <Note>: the tag <Note does not end")]
    [InlineData("<Note>\n\ntext\n", "1:1: <Note>: <Note> is not closed")]
    [InlineData("An <Note>open one", "1:4: <Note> is not closed")]
    [InlineData("A </Note> closed one", "1:3: </Note> closes nothing")]
    [InlineData("<Nte />", "1:1: there is no component <Nte>; did you mean `Note`?")]
    [InlineData("Inline <Nope /> too", "1:8: there is no component <Nope>")]
    [InlineData(
        "---\ntitle: T\n---\n\n<Note nme=\"x\" />", "5:7: <Note> has no attribute `nme`; did you mean `name`? known: name, kind, open")]
    [InlineData("<Note name={[]} />", "1:13: <Note> `name` must be a string, not an array")]
    [InlineData("<Note open={3} />", "1:13: <Note> `open` must be true or false, not a number")]
    [InlineData("<ClassReport>\n\nx\n\n</ClassReport>", "1:1: <ClassReport> takes nothing between its tags")]
    [InlineData("<ImagesTable classdigit=\"1\" />", "1:1: <ImagesTable> needs the attribute `dirname`")]
    public void Mistakes_are_reported_with_file_line_and_column(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.StartsWith($"input/page.md:{expected}", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_null_is_called_so() => Assert.Equal(
        ["input/page.md:1:13: <Note> `open` must be true or false, not null"], new SiteFixture("<Note open={null} />").Problems);

    [Fact]
    public void Tags_in_code_stay_text()
    {
        var site = new SiteFixture("`<Note/>`\n\n```jsx\n<Note />\n```\n\n    <Note />\n");
        Assert.Empty(site.Templates.Rendered);
        Assert.Equal(["<Note/>", "<Note />\n", "<Note />\n"], site.Body.QuerySelectorAll("code").Select(code => code.TextContent));
    }

    [Fact]
    public void Children_are_markdown_whatever_their_indentation()
    {
        var site = new SiteFixture("""
            <Note name="outer">
              ## Heading

              <Note>
                  - item **bold**

                  ```md
                  </Note>
                  ```
              </Note>

              `</Note>` last
            </Note>
            After
            """);
        Assert.Empty(site.Problems);
        var outer = site.Body.QuerySelector("x-note")!;
        Assert.Equal("heading", outer.QuerySelector("h2")!.Id);
        Assert.Equal("bold", outer.QuerySelector("x-note li strong")!.TextContent);
        Assert.Equal("</Note>\n", outer.QuerySelector("x-note pre code")!.TextContent);
        Assert.Equal("</Note> last", outer.QuerySelector(":scope > p")!.TextContent);
        Assert.Equal("After", site.Body.QuerySelector(":scope > p")!.TextContent);
    }

    [Fact]
    public void Components_stand_inside_text_lists_and_quotes()
    {
        var site = new SiteFixture("Some <Note>very *nice* <Note/></Note> text\n\n- item\n\n  <Note\n    name=\"x\"\n  />\n\n> <Note />\n");
        Assert.Empty(site.Problems);
        Assert.Equal("<p>Some <x-note>very <em>nice</em> <x-note></x-note></x-note> text</p>", site.Body.QuerySelector("p")!.OuterHtml);
        Assert.NotNull(site.Body.QuerySelector("li > x-note"));
        Assert.NotNull(site.Body.QuerySelector("blockquote > x-note"));
    }

    [Fact]
    public void What_mdx_rejects_just_works()
    {
        var site = new SiteFixture("<https://example.org> a < b { c <br> <img src=\"https://example.org/x.png\"> 1<2\n");
        Assert.Empty(site.Problems);
        Assert.NotNull(site.Body.QuerySelector("a[href='https://example.org']"));
    }

    [Fact]
    public void A_tag_with_hundreds_of_names_over_many_lines_is_read_whole()
    {
        var names = string.Join(",\n", Enumerable.Range(0, 283).Select(i => $"    \"1-{i:D4}-2.png\""));
        var text = $"<CustomImagesTable\n  dirname=\"wrong-predictions\"\n  imagePaths={{[\n{names},\n  ]}}\n/>";
        var (tag, end) = AttributeParser.Parse(text, 0, offset => SourcePosition.At(text, offset))!.Value;
        Assert.Equal(283, ((IReadOnlyList<Literal>)tag.Attributes[1].Value.Value!).Count);
        Assert.Equal(text.Length, end);
    }
}
