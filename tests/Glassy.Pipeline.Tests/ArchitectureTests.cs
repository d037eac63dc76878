using System.Reflection;
using System.Text.RegularExpressions;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Pipelines;
using Mono.Cecil;

namespace Glassy.Tests;

/// <summary>The rooms and walls that ARCHITECTURE.md names; walls between projects are held by the compiler.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src");

    private static readonly IReadOnlyDictionary<string, Assembly> Projects = new Dictionary<string, Assembly>
    {
        ["Glassy.Execution"] = typeof(Bootstrapper).Assembly,
        ["Glassy.Imaging"] = typeof(PictureDecoder).Assembly,
        ["Glassy.Experiments"] = typeof(ImageDataset).Assembly,
        ["Glassy.Learning"] = typeof(Mlp).Assembly,
        ["Glassy.Site"] = typeof(SiteConfig).Assembly,
        ["Glassy.Pipeline"] = typeof(BuildSettings).Assembly,
    };

    public static TheoryData<string> ProjectNames => [.. Projects.Keys];

    [Fact]
    public void Every_pipeline_is_one_of_those_that_build_a_site()
    {
        using var project = new Pipelines.PipelineProject();
        var all = typeof(BuildPipelines).Assembly
            .GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Pipeline)) && !type.IsAbstract)
            .Select(type => type.Name);
        Assert.Equal(all.Order(), BuildPipelines.OfSite(project.Build).Pipelines.Select(pipeline => pipeline.Name).Order());
    }

    [Fact]
    public void Every_project_is_looked_at() =>
        Assert.Equal(
            Projects.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Source).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Folders_of_a_project_use_each_other_one_way(string project)
    {
        var edges = FolderGraph.Of(Projects[project].Location);

        Assert.Empty(FolderGraph.Cycles(edges));
    }

    [Fact]
    public void A_cycle_would_be_seen()
    {
        var edges = new Dictionary<(string, string), string>
        {
            [("A", "B")] = "a uses b",
            [("B", "C")] = "b uses c",
            [("C", "A")] = "c uses a",
            [("C", "D")] = "c uses d"
        };

        Assert.Equal(["A → B (a uses b)", "B → C (b uses c)", "C → A (c uses a)"], FolderGraph.Cycles(edges));
    }

    [Fact]
    public void Folders_are_read_from_what_the_types_use() =>
        Assert.Contains(("Glassy.Components.Figures", "Glassy.Components.Binding"), FolderGraph.Of(Projects["Glassy.Site"].Location).Keys);

    [Fact]
    public void No_folder_holds_more_than_forty_files() =>
        Assert.Empty(
            Files().GroupBy(f => Path.GetDirectoryName(f.Relative)).Where(g => g.Count() > 40).Select(g => $"{g.Key}: {g.Count()} files"));

    [Fact]
    public void Two_types_never_have_one_name() =>
        Assert.Empty(Types()
            .Where(t => !t.IsNested)
            .GroupBy(t => t.Name)
            .Where(g => g.Count() > 1)
            .Select(g => string.Join(" and ", g.Select(t => t.FullName))));

    [Fact]
    public void No_namespace_segment_is_a_types_name()
    {
        var segments = Types().SelectMany(t => t.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Types().Where(t => segments.Contains(t.Name)).Select(t => t.FullName));
    }

    [Fact]
    public void A_namespace_is_its_folder() =>
        Assert.Empty(Files()
            .Where(f => !File.ReadLines(f.Path).Contains($"namespace {Namespace(f.Relative)};"))
            .Select(f => $"{f.Relative}: expected namespace {Namespace(f.Relative)}"));

    [Fact]
    public void The_engine_stays_within_its_budget() =>
        Assert.InRange(Directory.GetFiles(Path.Combine(Source, "Glassy.Execution"), "*.cs").Sum(f => File.ReadAllLines(f).Length), 1, 700);

    [Theory]
    [InlineData(@"using (static )?(Spectre\.Console|System\.CommandLine)\b", "Glassy.Pipeline/Cli")]
    [InlineData(@"using (static )?Microsoft\.(AspNetCore|Extensions)\b", "Glassy.Pipeline/Preview")]
    [InlineData(@"using (static )?Scriban\b", "Glassy.Site/Theme")]
    [InlineData(@"using (static )?Microsoft\.ML\b", "Glassy.Learning/Onnx")]
    // `glassy check` reads finished files as a browser does; a build never does
    [InlineData(@"using (static )?AngleSharp\b", "Glassy.Site/Checking")]
    public void A_library_is_named_only_where_it_belongs(string pattern, string folder)
    {
        var named = Files().Where(f => !f.Relative.StartsWith(folder + "/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f.Path).Select((line, i) => (Text: line, Place: $"{f.Relative}:{i + 1}")))
            .Where(line => !Comment().IsMatch(line.Text) && Regex.IsMatch(line.Text, pattern));

        Assert.Empty(named.Select(line => line.Place));
    }

    [Theory]
    [InlineData("SkiaSharp", "Glassy.Imaging")]
    [InlineData("ScottPlot", "Glassy.Imaging")]
    [InlineData("SixLabors.ImageSharp", "Glassy.Imaging")]
    [InlineData("TorchSharp", "Glassy.Learning")]
    [InlineData("Microsoft.ML.OnnxRuntime", "Glassy.Learning")]
    public void A_library_is_used_by_one_project(string library, string project) =>
        Assert.Equal([project], Projects.Where(p => p.Value.GetReferencedAssemblies().Any(a => a.Name == library)).Select(p => p.Key));

    /// <summary>Flaws with crafted files are reported of the line of ImageSharp that is used: it only ever sees pixels.</summary>
    [Fact]
    public void ImageSharp_reads_no_file()
    {
        using var module = ModuleDefinition.ReadModule(Projects["Glassy.Imaging"].Location);
        var called = module
            .GetMemberReferences()
            .Where(m => m.DeclaringType.FullName == "SixLabors.ImageSharp.Image")
            .Select(m => m.Name)
            .ToHashSet();
        var types = module
            .GetTypeReferences()
            .Select(t => t.FullName)
            .Where(name => name.StartsWith("SixLabors.", StringComparison.Ordinal));

        Assert.Contains("LoadPixelData", called);
        Assert.DoesNotContain(called, name => ReadsFiles().IsMatch(name));
        Assert.DoesNotContain(types, name => name.EndsWith("Decoder", StringComparison.Ordinal));
    }

    [GeneratedRegex("^(Load|Identify|DetectFormat)(With|Async|$)")]
    private static partial Regex ReadsFiles();

    private static IEnumerable<Type> Types() =>
        Projects.Values.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Glassy", StringComparison.Ordinal) == true && t.Name[0] != '<');

    private static IEnumerable<(string Path, string Relative)> Files() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(Source, path).Replace('\\', '/')))
            .Where(f => f.Relative.Split('/')[1] is not ("bin" or "obj" or "Program.cs"));

    private static string Namespace(string relative)
    {
        var folders = relative.Split('/')[..^1];
        return folders.Length == 1 ? folders[0] : $"Glassy.{string.Join('.', folders[1..])}";
    }

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();
}
