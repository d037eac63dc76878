using System.Reflection.PortableExecutable;

namespace Glassy.Tests;

/// <summary>What a build puts into the program's output: see docs/adr/0011-compiled-ahead-of-time.md.</summary>
public sealed class CompiledAheadTests
{
    [Theory]
    [InlineData("glassy")]
    [InlineData("Markdig")]
    [InlineData("Scriban.Signed")]
    [InlineData("SkiaSharp")]
    [InlineData("System.CommandLine")]
    [InlineData("YamlDotNet")]
    public void The_program_and_what_it_spends_its_time_in_hold_machine_code(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(OutputFolder(), assembly + ".dll"));
        using var image = new PEReader(file);

        Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    /// <summary>The program's own, of the configuration and the platform that these tests were built for.</summary>
    private static string OutputFolder() => Path.Combine(
        RepositoryRoot.Path,
        "src",
        "Glassy.Pipeline",
        Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "tests", "Glassy.Pipeline.Tests"), AppContext.BaseDirectory));
}
