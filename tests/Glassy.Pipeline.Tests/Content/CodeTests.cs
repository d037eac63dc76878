using System.Diagnostics;
using AngleSharp.Html.Parser;
using CsCheck;
using Glassy.Content;

namespace Glassy.Tests.Content;

public class CodeTests
{
    private static readonly string[] Languages =
        ["csharp", "python", "bash", "json", "yaml", "xml", "html", "css", "javascript", "typescript", "log", "diff", "unknown"];

    private static readonly string[] Pieces =
        ["\"", "'", "`", "\"\"\"", "'''", "@\"", "\\", "\n", " ", "<", ">", "&", "<!--", "-->", "/*", "*/", "//", "#", "$", "${", "}", "{", "a", "Class",
            "return", "12", "1.5e3", "f(", "key:", "[2023]", "+x", "-y", "@@", "@m", "é", "😀", "=", "<a b='c'>", "</a>", "<?x", "<!D"];

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
    public void Languages_are_coloured(string language, string code, string expected)
    {
        var found = CodeHighlighter.Tokenize(code, language).Select(token => $"{token.Kind}:{code[token.Start..token.End]}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void A_megabyte_of_code_takes_no_time_to_speak_of()
    {
        var code = string.Concat(Enumerable.Repeat("def train(x, y):  # a comment\n    return model.fit(x, y, \"epochs\", 4)\n\n", 15000));
        var watch = Stopwatch.StartNew();
        CodeHighlighter.Highlight(code, "python");
        TestContext.Current.TestOutputHelper?.WriteLine($"{code.Length / 1e6 / watch.Elapsed.TotalSeconds:F1} MB/s");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}"); // 0.1 s when idle; quadratic work would take minutes
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
            + "<span class=\"line\">x = <span class=\"t-n\">1</span></span>\n"
            + "<span class=\"line highlight\"><span class=\"t-s\">&quot;&quot;&quot;a</span></span>\n"
            + "<span class=\"line\"><span class=\"t-s\">b&quot;&quot;&quot;</span></span>\n"
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
