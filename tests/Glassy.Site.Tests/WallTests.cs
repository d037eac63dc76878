namespace Glassy.Tests;

/// <summary>The site half is built and tested where there is no tensor library.</summary>
public sealed class WallTests
{
    [Fact]
    public void No_tensor_library_stands_beside_these_tests() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories),
            file => Path.GetFileName(file).Contains("torch", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_tensor_library_is_restored_for_the_site()
    {
        var locked = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Glassy.Site.Tests", "packages.lock.json"));

        Assert.DoesNotContain("torch", locked, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onnx", locked, StringComparison.OrdinalIgnoreCase);
    }
}
