using Glassy.Components;
using Glassy.Configuration;

namespace Glassy.Tests;

/// <summary>The hand-written lists in <c>docs/writing.md</c> against the code's own.</summary>
public sealed class DocumentationTests
{
    private static readonly string Writing = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "writing.md"));

    [Fact]
    public void Every_component_is_described() => Assert.All(
        ComponentCatalog.All(_ => ""),
        component => Assert.Contains($"`<{component.Name}>`", Writing, StringComparison.Ordinal));

    [Fact]
    public void Every_configuration_key_is_described_with_its_default() => Assert.All(
        ConfigSchema.Keys,
        key => Assert.Contains(
            $"| `{key.Path}` | {key.Expected} | {(key.Default.Length > 0 ? $"`{key.Default}`" : "")} | {key.Description} |",
            Writing,
            StringComparison.Ordinal));
}
