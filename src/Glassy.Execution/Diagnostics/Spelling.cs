namespace Glassy.Diagnostics;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
public static class Spelling
{
    /// <summary>The known name nearest to the given one; null when none is near (more than a third of it differs).</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(2, name.Length / 3);
        string? nearest = null;
        foreach (var candidate in known.Where(k => Math.Abs(k.Length - name.Length) <= limit))
        {
            var distance = Distance(name, candidate);
            if (distance <= limit)
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary><c>; did you mean `x`?</c>, or nothing.</summary>
    public static string Suggest(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    /// <summary>Suggestion and the whole list: <c>; did you mean `x`? known: x, y</c>.</summary>
    public static string SuggestAndList(string name, IReadOnlyCollection<string> known) =>
        $"{Suggest(name, known)}{(Nearest(name, known) is null ? "; known" : " known")}: {string.Join(", ", known)}";

    /// <summary>Levenshtein's distance without regard to case: the fewest insertions, deletions and replacements of characters.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, replaced));
            }
        }

        return row[^1];
    }
}
