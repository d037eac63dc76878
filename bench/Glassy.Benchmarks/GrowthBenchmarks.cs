using BenchmarkDotNet.Attributes;
using Glassy.Syntax.Parsers;
using Markdig.Syntax;

namespace Glassy.Benchmarks;

/// <summary>Pages of one piece many times over: twice the pieces must take about twice the time, never four times.</summary>
public class GrowthBenchmarks
{
    private string _page = "";

    [Params("<a {\n", "{\n\n", "`` a\n", "<!-- \n\n", "<Note>\n", "<Note x='\n", "<> a </> ", "</b>\n", "<pre>\n")]
    public string Piece { get; set; } = "";

    [Params(20_000, 40_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => _page = string.Concat(Enumerable.Repeat(Piece, Count));

    [Benchmark]
    public MarkdownDocument Parse() => MarkdownSyntax.Parse(_page);
}
