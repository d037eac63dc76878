namespace Glassy.Diagnostics;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
public static class Spelling
{
    private const int MostNamed = 6;
    private const int MostListed = 120;

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

    /// <summary>
    /// Suggestion and the whole list, which a page with a name in it can take: <c>; did you mean `x`? known: x, y</c>. Of more than that
    /// the first.
    /// </summary>
    public static string SuggestAndList(string name, IReadOnlyCollection<string> known) =>
        known.Count > MostListed ? SuggestAndSome(name, known)
        : $"{Suggest(name, known)}{(Nearest(name, known) is null ? "; known" : " known")}: {string.Join(", ", known)}";

    /// <summary>
    /// The same of names that users give, of which there may be a thousand: <c>; did you mean `x`? known: x, y and 994 more</c>.
    /// </summary>
    public static string SuggestAndSome(string name, IReadOnlyCollection<string> known) =>
        $"{Suggest(name, known)}{(Nearest(name, known) is null ? "; known" : " known")}: {Some(known)}";

    /// <summary>The first of some names, and how many more there are: <c>a, b and 994 more</c>.</summary>
    public static string Some(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNamed))
            + (names.Count > MostNamed ? FormattableString.Invariant($" and {names.Count - MostNamed:N0} more") : "");

    /// <summary>
    /// Where a name is among others: as it is written, else the only one that differs from it by case alone; -1 for none.
    /// </summary>
    public static int PlaceOf(string name, IReadOnlyList<string> known)
    {
        for (var place = 0; place < known.Count; place++)
        {
            if (known[place] == name)
            {
                return place;
            }
        }

        var alike = known.Index().Where(entry => string.Equals(entry.Item, name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return alike.Count == 1 ? alike[0].Index : -1;
    }

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
