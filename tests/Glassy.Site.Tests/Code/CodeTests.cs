using AngleSharp.Html.Parser;
using CsCheck;
using Glassy.Code;
using Glassy.Components.Layout;

namespace Glassy.Tests.Code;

public class CodeTests
{
    private static readonly string[] Languages = [.. CodeLanguages.Names, "unknown"];

    private static readonly string[] Pieces =
        ["\"", "'", "`", "\"\"\"", "'''", "@\"", "\\", "\n", " ", "<", ">", "&", "<!--", "-->", "/*", "*/", "//", "#", "$", "${", "}", "{", "a", "Class",
            "return", "12", "1.5e3", "f(", "key:", "[2023]", "+x", "-y", "@@", "@m", "é", "😀", "=", "<a b='c'>", "</a>", "<?x", "<!D",
            "<A", "/>", "<>", "<script>", "</script>", "<style ", "```", "```js\n", "~~~", "---\n", "# ", "- ", "[a](b)", ":::", "$ ",
            "PS C:\\> ",
            "me@host:~$ ", "[x]\n", "'a'", "'\\n'", "@\"\n", "--", "%", "(*", "*)", "{-", "-}", "[[", "]]", "REM "];

    [Fact]
    public void The_text_of_coloured_code_is_exactly_the_code()
    {
        var code = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(pieces => string.Concat(pieces));
        Gen.Select(code, Gen.Int[0, Languages.Length - 1].Select(i => Languages[i]), Gen.Bool).Sample((text, language, wrap) =>
        {
            var html = CodeHighlighter.Highlight(text, language, wrap, new HashSet<int> { 1, 3 });
            var body = new HtmlParser().ParseDocument($"<pre>\n<code>{html}</code></pre>").QuerySelector("code")!;
            return body.TextContent == text && !html.Contains("<span class=\"t- ", StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("csharp", "var x = new Foo(\"a\"); // c", "k:var k:new f:Foo s:\"a\" c:// c")]
    [InlineData("py", "def f(x): # c\n    return 'a' + 1.5", "k:def f:f c:# c k:return s:'a' n:1.5")]
    [InlineData("sh", "tree -L 4 ./a-97.5.png", "")]
    [InlineData("bash", "for d in \"$(pwd)\"; do echo $d # c\ndone", "k:for k:in s:\"$(pwd)\" k:do k:echo v:$d c:# c k:done")]
    [InlineData("json", "{\"a\": [1, true, \"b\"]}", "a:\"a\" n:1 k:true s:\"b\"")]
    [InlineData("yml", "key: true # c\nother-key: 'x'", "a:key k:true c:# c a:other-key s:'x'")]
    [InlineData("html", "<!-- c --><a href=\"x\">t</a>", "c:<!-- c --> k:a a:href s:\"x\" k:a")]
    [InlineData("css", "@media print { a { color: red } } /* c */", "m:@media a:color c:/* c */")]
    [InlineData("ts", "const a: string = `x`", "k:const k:string s:`x`")]
    [InlineData("log", "[2023-10-25 12:26:49] Loss: 0.0918, it's 9,717/10,000", "m:[2023-10-25 12:26:49] n:0.0918 n:9,717 n:10,000")]
    [InlineData("diff", "@@ -1 +1 @@\n-a\n+b\n c", "m:@@ -1 +1 @@ d:-a i:+b")]
    [InlineData("nope", "return 1", "")]
    [InlineData("console", "$ echo 'a' # c\nfor output\nme@host:~$ cd x", "m:$ k:echo s:'a' c:# c m:me@host:~$ k:cd")]
    [InlineData("shell-session", "cd x", "k:cd")]
    [InlineData("powershell", "<# c #> Get-Item $a -Path 'x''y' # c", "c:<# c #> t:Get-Item v:$a s:'x' s:'y' c:# c")]
    [InlineData("ps1", "Get-Item $a", "t:Get-Item v:$a")]
    [InlineData(
        "jsx", "return <A b=\"x\" c={1}>don't {f(\"y\")}<br/></A>; a < 2", "k:return t:A a:b s:\"x\" a:c n:1 f:f s:\"y\" k:br t:A n:2")]
    [InlineData("tsx", "const f = <T extends A>(x: T) => x as string;", "k:const t:T k:extends t:A t:T k:as k:string")]
    [InlineData("sql", "select 'it''s', \"a\" FROM t -- c", "k:select s:'it' s:'s' s:\"a\" k:FROM c:-- c")]
    [InlineData("dockerfile", "FROM a AS b # c\nRUN echo \"$x\" ${y}", "k:FROM k:AS c:# c k:RUN s:\"$x\" v:${y}")]
    [InlineData("toml", "[a.b]\nkey = \"v\" # c\nn = 1.5", "m:[a.b] a:key s:\"v\" c:# c a:n n:1.5")]
    [InlineData("ini", "; c\n[x]\na.b=true", "c:; c m:[x] a:a.b k:true")]
    [InlineData("c", "#include <a.h>\nchar c = '\\n'; /* x */", "m:#include k:char s:'\\n' c:/* x */")]
    [InlineData("c++", "auto s = R\"(a\"b)\"; // c", "k:auto s:R\"(a\"b)\" c:// c")]
    [InlineData("java", "@Override public String f() { return \"x\"; }", "m:@Override k:public t:String f:f k:return s:\"x\"")]
    [InlineData("rs", "fn f<'a>(x: &'a str) -> char { 'x' }", "k:fn k:str k:char s:'x'")]
    [InlineData("go", "func f() string { return `a\\` }", "k:func f:f k:string k:return s:`a\\`")]
    [InlineData(
        "md", "---\na: 1\n---\n# T\n- `x` [l](u)\n```js\nvar a\n```\n", "m:--- a:a n:1 m:--- k:# T m:- s:`x` f:l s:u m:```js k:var m:```")]
    [InlineData("html", "<script>var a</script><style>a { b: 1 }</style>", "k:script k:var k:script k:style a:b n:1 k:style")]
    public void Languages_are_coloured(string language, string code, string expected)
    {
        var found = CodeHighlighter.Tokenize(code, language).Select(token => $"{token.Kind}:{code[token.Start..token.End]}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("js", "// highlight-next-line\na\nb", "a\nb", "1")]
    [InlineData("js", "a\n/* highlight-start */\nb\nc\n  //highlight-end\nd", "a\nb\nc\nd", "2 3")]
    [InlineData("jsx", "{/* highlight-next-line */}\n<a/>", "<a/>", "1")]
    [InlineData("py", "# highlight-next-line\nx\n// highlight-next-line", "x\n// highlight-next-line", "1")]
    [InlineData("html", "<!-- highlight-next-line -->\n<a>", "<a>", "1")]
    [InlineData("sql", "-- highlight-next-line\nselect", "select", "1")]
    [InlineData("yaml", "# highlight-start\na: 1\n# highlight-end", "a: 1", "1")]
    [InlineData("csharp", "x // highlight-next-line", "x // highlight-next-line", "")]
    [InlineData("csharp", "// highlight-end\nx\n// highlight-next-line\n", "x\n", "2")]
    [InlineData("vb", "' highlight-next-line\nDim", "Dim", "1")]
    public void Magic_comments_are_taken_out_and_highlight_their_lines(string language, string code, string shown, string lines)
    {
        var (text, highlighted) = MagicComments.Read(code, language);
        Assert.Equal((shown, lines), (text, string.Join(' ', highlighted.Order())));
    }

    [Fact]
    public void Magic_comments_work_in_fences_unless_lines_are_named()
    {
        var site = new SiteFixture("```js\n// highlight-next-line\na\n```\n\n```js {2}\n// highlight-next-line\na\n```\n");
        Assert.Equal(["a\n", "// highlight-next-line\na\n"], site.Body.QuerySelectorAll("code").Select(code => code.TextContent));
        Assert.Equal(["a", "a"], site.Body.QuerySelectorAll(".line.highlight").Select(line => line.TextContent));
    }

    [Fact]
    public void A_language_without_colours_is_noted_with_its_place_and_plain_text_is_not()
    {
        var site = new SiteFixture("```text\na\n```\n\n```\na\n```\n\n> ```brainwave\n> a\n> ```\n");
        Assert.Empty(site.Problems);
        Assert.Equal(["input/page.md:9:3: code is shown without colours: the language `brainwave` is not known"], site.Rendered[0].Notes);
    }

    [Fact]
    public void Every_language_that_Docusaurus_names_is_known()
    {
        string[] names =
            ["csharp", "python", "bash", "powershell", "json", "yaml", "xml", "html", "css", "javascript", "typescript", "jsx", "tsx", "sql", "diff", "log",
                "dockerfile", "toml", "ini", "c", "cpp", "java", "rust", "go", "markdown", "console", "shell-session", "sh", "shell", "yml",
                "js", "ts", "py", "cs", "md", "mdx",
                "kotlin", "swift", "ruby", "php", "graphql", "makefile", "scss", "docker", "objectivec"];
        Assert.DoesNotContain(names, name => CodeLanguages.Find(name) is null);
    }

    [Fact]
    public void Line_numbers_begin_where_they_are_asked_to()
    {
        var site = new SiteFixture("```js showLineNumbers=5\na\nb\n```\n");
        var pre = site.Body.QuerySelector("pre.line-numbers")!;
        Assert.Equal(("--first-line:5", 2), (pre.GetAttribute("style"), pre.QuerySelectorAll(".line").Length));
    }

    [Theory]
    [InlineData("<CodeBlock><b>x</b></CodeBlock>", "<b>x</b>")]
    [InlineData("<CodeBlock>a <i>b</i>\nc</CodeBlock>", "a <i>b</i>\nc")]
    [InlineData("<CodeBlock>\n  <b>y</b>\n  text\n</CodeBlock>", "<b>y</b>\ntext")]
    [InlineData("<CodeBlock>List<string> x</CodeBlock>", "List&lt;string&gt; x\n")]
    [InlineData("<CodeBlock>{`<b>x</b>\n\n<i>y</i>`}</CodeBlock>", "&lt;b&gt;x&lt;/b&gt;\n\n&lt;i&gt;y&lt;/i&gt;\n")]
    public void The_component_shows_elements_as_elements(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.Empty(site.Problems);
        Assert.Contains(
            $"<code>{expected}</code></pre>", site.Templates.Model<CodeBlockComponent.Model>().Html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_component_takes_code_as_it_is()
    {
        var site = new SiteFixture(
            """
            <CodeBlock language="js" title="a.js" showLineNumbers={3} metastring="{2}">
            {`const a = "*no* {{ token }} <Unknown/>";

            - b`}
            </CodeBlock>

            <CodeBlock className="language-py">
              # one *line*

                two
            </CodeBlock>

            <CodeBlock>{"x"}</CodeBlock>
            """);
        Assert.Empty(site.Problems);
        var shown = site.Templates.Rendered
            .Select(entry => entry.Model)
            .Cast<CodeBlockComponent.Model>()
            .Select(model => model.Html.Value)
            .ToList();
        Assert.Equal(3, shown.Count);
        var first = new HtmlParser().ParseDocument(shown[0]);
        Assert.Equal("const a = \"*no* {{ token }} <Unknown/>\";\n\n- b\n", first.QuerySelector("code")!.TextContent);
        Assert.Equal(("a.js", "--first-line:3", ""), (
            first.QuerySelector(".code-title")!.TextContent,
            first.QuerySelector("pre")!.GetAttribute("style"),
            first.QuerySelector(".highlight")!.TextContent));
        Assert.Contains("data-language=\"python\"><code><i class=\"c\"># one *line*</i>\n\n  two\n", shown[1], StringComparison.Ordinal);
        Assert.Contains("<code>x\n</code>", shown[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_the_component_are_reported_with_their_places()
    {
        var site = new SiteFixture(
            "<CodeBlock showLineNumbers=\"many\">x</CodeBlock>\n\n<CodeBlock>\n{source}\n</CodeBlock>\n\n<CodeBlock language=\"js\" />\n");
        Assert.Equal(
            [
                "input/page.md:1:28: <CodeBlock> `showLineNumbers` must be true, false or the first line's number, not a string",
                "input/page.md:4:2: <CodeBlock>: only literals can stand here (strings, numbers, true, false, null, arrays and objects of them); `source` is neither imported nor exported",
                "input/page.md:7:1: <CodeBlock>: there is no code between its tags",
            ],
            site.Problems);
    }

    [Fact]
    public void A_megabyte_of_code_is_coloured_whole()
    {
        var code = string.Concat(Enumerable.Repeat("def train(x, y):  # a comment\n    return model.fit(x, y, \"epochs\", 4)\n\n", 15000));

        var tokens = CodeHighlighter.Tokenize(code, "python");

        Assert.Equal(30_000, tokens.Count(token => code[token.Start..token.End] is "def" or "return"));
        Assert.Equal("4", code[tokens[^1].Start..tokens[^1].End]);
    }

    [Fact]
    public void Info_strings_give_language_title_lines_and_numbers()
    {
        var info = CodeInfo.Parse("python title=\"a {2}.py\" {1,3-4} showLineNumbers=5");
        Assert.Equal(("python", "a {2}.py", 5), (info.Language, info.Title, info.FirstLineNumber));
        Assert.Equal([1, 3, 4], info.Highlighted.Order());
        Assert.Equal("log", CodeInfo.Parse(".log").Language);
        Assert.Equal("js", CodeInfo.Parse("js{2}").Language);
        Assert.Equal(("text", "x"), (CodeInfo.Parse("title='x'").Language, CodeInfo.Parse("title='x'").Title));
        Assert.Equal(1, CodeInfo.Parse("js showLineNumbers").FirstLineNumber);
    }

    [Fact]
    public void A_fence_becomes_a_titled_block_with_highlighted_lines()
    {
        var site = new SiteFixture("```py title=\"a.py\" {2}\nx = 1\n\"\"\"a\nb\"\"\"\n```\n");
        Assert.Contains(
            "<div class=\"code\"><div class=\"code-title\">a.py</div><pre tabindex=\"0\" data-language=\"python\"><code>"
            + "<span class=\"line\">x = <i class=\"n\">1</i></span>\n"
            + "<span class=\"line highlight\"><i class=\"s\">&quot;&quot;&quot;a</i></span>\n"
            + "<span class=\"line\"><i class=\"s\">b&quot;&quot;&quot;</i></span>\n"
            + "</code></pre></div>",
            site.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Tabs_and_blank_lines_in_code_are_kept()
    {
        var site = new SiteFixture("```\n\ta\n\n  b\n```\n\n- x\n\n      code\n");
        Assert.Equal(["\ta\n\n  b\n", "code\n"], site.Body.QuerySelectorAll("code").Select(code => code.TextContent));
    }
}
