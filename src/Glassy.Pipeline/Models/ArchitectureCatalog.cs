namespace Glassy.Models;

/// <summary>Every architecture that <c>run: model:</c> can name.</summary>
public static class ArchitectureCatalog
{
    private static readonly IArchitecture[] All = [new Mlp()];

    /// <summary>What can be named, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(item => item.Name).Order(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">There is none of that name; the message lists those that there are, the nearest first.</exception>
    public static IArchitecture Get(string name) =>
        All.FirstOrDefault(item => item.Name == name)
        ?? throw new ArgumentException(
            $"unknown model '{name}'; did you mean '{Nearest(name)}'? Known: {string.Join(", ", Names)}");

    private static string Nearest(string name) => Names.MinBy(known => EditDistance(known, name))!; // never empty

    /// <summary>Insertions, deletions and replacements that lead from one to the other (Levenshtein 1966).</summary>
    private static int EditDistance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
