namespace Glassy.Content;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The known name with the fewest edits to <paramref name="name"/>; null when none is near (more than a third of it differs).</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(2, name.Length / 3);
        string? nearest = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance <= limit)
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary><c>; did you mean `x`?</c>, or nothing.</summary>
    public static string Suggestion(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    /// <summary>Suggestion and the whole list: <c>; did you mean `x`? Known: x, y.</c></summary>
    public static string SuggestionAndList(string name, IReadOnlyCollection<string> known) =>
        $"{Suggestion(name, known)}{(Of(name, known) is null ? ";" : "")} known: {string.Join(", ", known)}";

    /// <summary>Levenshtein's distance without regard to case.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost);
                (diagonal, row[j]) = (row[j], best);
            }
        }

        return row[^1];
    }
}
