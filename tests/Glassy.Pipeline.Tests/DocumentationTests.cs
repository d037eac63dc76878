using System.Text.RegularExpressions;
using Glassy.Components;
using Glassy.Configuration;

namespace Glassy.Tests;

/// <summary>The hand-written lists in <c>docs/writing.md</c> against the code's own.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Writing = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "writing.md"));

    [Fact]
    public void Every_component_is_described() => Assert.All(
        ComponentCatalog.All(_ => ""),
        component => Assert.Contains($"`<{component.Name}>`", Writing, StringComparison.Ordinal));

    [Fact]
    public void Every_configuration_key_is_described_with_its_default() => FollowingFile.Check(
        "docs/writing.md",
        text => ConfigurationTable().Replace(
            text,
            string.Concat(ConfigSchema.Keys.Select(key =>
                $"| `{key.Path}` | {key.Expected} | {(key.Default.Length > 0 ? $"`{key.Default}`" : "")} | {key.Description} |\n"))));

    [GeneratedRegex(@"(?<=\| key \| value \| default \| meaning \|\n\|---\|---\|---\|---\|\n)(\|.*\n)*")]
    private static partial Regex ConfigurationTable();
}
