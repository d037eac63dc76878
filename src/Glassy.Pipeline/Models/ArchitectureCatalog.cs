namespace Glassy.Models;

public static class ArchitectureCatalog
{
    public static IReadOnlyList<string> Names { get; } = ["mlp"];
}
