namespace Glassy.Runs;

/// <summary>What <c>run: model:</c> can name; the catalog of architectures has one of each name.</summary>
public static class ArchitectureNames
{
    public const string Cnn = "cnn";
    public const string Mlp = "mlp";

    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = [Cnn, Mlp];
}
