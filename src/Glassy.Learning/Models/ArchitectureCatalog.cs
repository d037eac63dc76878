using Glassy.Diagnostics;

namespace Glassy.Models;

/// <summary>Every architecture that <c>run: model:</c> can name.</summary>
public static class ArchitectureCatalog
{
    private static readonly IArchitecture[] All = [new Cnn(), new Mlp()];

    /// <summary>What can be named, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(item => item.Name).Order(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">There is none of that name; the message lists those that there are, the nearest
    /// first.</exception>
    public static IArchitecture Get(string name) =>
        All.FirstOrDefault(item => item.Name == name)
        ?? throw new ArgumentException($"unknown model '{name}'{Spelling.SuggestAndList(name, Names)}");
}
