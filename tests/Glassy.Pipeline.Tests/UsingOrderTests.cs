namespace Glassy.Tests;

/// <summary>
/// The one part of <c>dotnet format</c> that no analyzer of a build reports; the whole command takes the gate a minute more.
/// </summary>
public sealed class UsingOrderTests
{
    [Fact]
    public void Usings_are_in_the_order_that_dotnet_format_gives_them()
    {
        string[] files = [.. new[] { "src", "tests", "bench" }.SelectMany(FilesIn)];

        Assert.True(files.Length > 1000);
        Assert.Empty(
            files.Where(file => !AreInOrder(File.ReadLines(file))).Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)));
    }

    [Theory]
    [InlineData(true, "using System.Text;", "using Glassy.Runs;", "using Xunit;", "", "namespace A;")]
    [InlineData(true, "using Glassy.Runs;", "using Glassy.Runs.Of;", "using static Glassy.A;", "using B = Glassy.A;")]
    [InlineData(false, "using Glassy.Runs;", "using System.Text;")]
    [InlineData(false, "using Xunit;", "using Glassy.Runs;")]
    [InlineData(false, "using static Glassy.A;", "using Glassy.Runs;")]
    public void The_order_is_System_first_then_the_alphabet_then_static_ones_and_aliases(bool inOrder, params string[] lines) =>
        Assert.Equal(inOrder, AreInOrder(lines));

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static bool AreInOrder(IEnumerable<string> lines)
    {
        string[] usings = [.. lines.TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal)).Select(line => line["using ".Length..].TrimEnd(';'))];
        return usings.SequenceEqual(usings
            .OrderBy(
                name => name.Contains(" = ", StringComparison.Ordinal) ? 2 : name.StartsWith("static ", StringComparison.Ordinal) ? 1 : 0)
            .ThenBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
    }
}
