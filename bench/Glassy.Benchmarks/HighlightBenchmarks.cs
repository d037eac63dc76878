using BenchmarkDotNet.Attributes;
using Glassy.Code;

namespace Glassy.Benchmarks;

/// <summary>Colouring a page's worth of code (7.6 KB): a thousand such pages must take well under three seconds.</summary>
public class HighlightBenchmarks
{
    private const int PageLength = 7_600;

    private string _code = "";

    [Params("csharp", "python", "tsx", "html", "markdown", "bash", "json", "sql")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _code = string.Concat(Enumerable.Repeat(SampleOf(Language), PageLength))[..PageLength];

    [Benchmark]
    public string Highlight() => CodeHighlighter.Highlight(_code, Language);

    private static string SampleOf(string language) => language switch
    {
        "csharp" =>
            "/// <summary>Trains.</summary>\npublic async Task<int> RunAsync(string name = \"a\\n\", int count = 12)\n{\n    return await Foo(x => x + 1.5); // why\n}\n\n",
        "python" =>
            "@dataclass\nclass Net(nn.Module):\n    \"\"\"A net.\"\"\"\n    def forward(self, x):  # a comment\n        return self.fc(x, \"epochs\", 4)\n\n",
        "tsx" =>
            "export const App: FC = () => {\n  const [n, set] = useState<number>(0); // c\n  return <Page title=\"a\" n={n}>Don't {f(`x`)} <br/></Page>;\n};\n\n",
        "html" => "<!-- c -->\n<div class=\"a\" id='b'><p>Text &amp; more</p>\n<script>const a = \"b\"; // c\n</script></div>\n\n",
        "markdown" => "# Title\n\nSome *text* with `code` and [a link](https://example.org).\n\n- item\n\n```js\nconst a = \"b\";\n```\n\n",
        "bash" => "for d in \"$(pwd)\"; do\n  echo ${d} 'x' # c\n  tree -L 4 ./a-97.5.png\ndone\n\n",
        "json" => "{ \"key\": [1, 2.5, true, \"text\"], \"other\": { \"a\": null } }\n",
        _ => "SELECT a, count(*) FROM t -- c\nWHERE b = 'it''s' AND c IN (1, 2)\nORDER BY a DESC;\n\n",
    };
}
