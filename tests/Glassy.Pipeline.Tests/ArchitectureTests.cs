using System.Text.RegularExpressions;

namespace Glassy.Tests;

/// <summary>The walls between the parts of the program, as ARCHITECTURE.md names them.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src", "Glassy.Pipeline");

    [Fact]
    public void Execution_names_no_other_part()
    {
        var parts = Directory.GetDirectories(Source).Select(Path.GetFileName).Where(n => n is not ("Execution" or "bin" or "obj"));

        Assert.Empty(Violations(file => file.StartsWith("Execution/", StringComparison.Ordinal), new Regex($@"\bGlassy\.({string.Join('|', parts)})\b")));
    }

    [Fact]
    public void Execution_stays_within_its_budget()
    {
        var files = Directory.GetFiles(Path.Combine(Source, "Execution"), "*.cs");

        Assert.InRange(files.Length, 1, 10);
        Assert.InRange(files.Sum(f => File.ReadAllLines(f).Length), 1, 700);
    }

    [Theory]
    [InlineData(@"using (static )?TorchSharp\b", "Models", "Training", "Evaluation")]
    [InlineData(@"using (static )?(SkiaSharp|ScottPlot)\b", "Imaging", "Charts")]
    [InlineData(@"using (static )?(Spectre\.Console|System\.CommandLine)\b", "Cli")]
    [InlineData(@"using (static )?Scriban\b", "Theme")]
    [InlineData(@"using (static )?Markdig\b", "Content")]
    [InlineData(@"using (static )?Microsoft\.(AspNetCore|Extensions)\b", "Preview")]
    public void A_library_is_named_only_where_it_belongs(string pattern, params string[] folders)
    {
        var belongs = folders.Select(f => f + "/").ToArray();

        Assert.Empty(Violations(file => !belongs.Any(b => file.StartsWith(b, StringComparison.Ordinal)), new Regex(pattern)));
    }

    [Fact]
    public void No_namespace_segment_is_a_types_name()
    {
        var types = typeof(ProjectFolder).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Glassy", StringComparison.Ordinal) == true).ToList();
        var segments = types.SelectMany(t => t.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(types.Where(t => segments.Contains(t.Name)).Select(t => t.FullName));
    }

    private static List<string> Violations(Func<string, bool> concerns, Regex forbidden) =>
    [
        .. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(Source, path).Replace('\\', '/')))
            .Where(f => !f.Relative.StartsWith("bin/", StringComparison.Ordinal) && !f.Relative.StartsWith("obj/", StringComparison.Ordinal) && concerns(f.Relative))
            .SelectMany(f => File.ReadLines(f.Path).Select((line, i) => (Text: line, Place: $"{f.Relative}:{i + 1}")))
            .Where(line => !Comment().IsMatch(line.Text) && forbidden.IsMatch(line.Text))
            .Select(line => line.Place),
    ];

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();
}
