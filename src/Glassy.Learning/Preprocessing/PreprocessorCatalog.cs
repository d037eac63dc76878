using Glassy.Diagnostics;

namespace Glassy.Preprocessing;

/// <summary>Every step that <c>run: preprocess:</c> can name.</summary>
public static class PreprocessorCatalog
{
    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<IPreprocessor> All { get; } =
    [
        new Binarize(),
        new Deskew(),
        new Dilate(),
        new Skeleton(),
        new ThinGuoHall(),
        new ThinZhangSuen(),
    ];

    /// <summary>What can be named, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(item => item.Name).Order(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">There is none of that name; the message names the nearest, and lists all.</exception>
    public static IPreprocessor Get(string name) =>
        All.FirstOrDefault(item => item.Name == name)
        ?? throw new ArgumentException($"unknown preprocessing step '{name}'{Spelling.SuggestAndList(name, Names)}");
}
