using Glassy.Diagnostics;
using Glassy.Foreign.Tables;

namespace Glassy.Foreign;

/// <summary>What each column of a table of predictions is.</summary>
/// <param name="File">The column with the picture's path; null without one.</param>
/// <param name="Index">The column with its index in the test split; null without one.</param>
/// <param name="Label">The column with its class; null without one.</param>
/// <param name="Predicted">The column with the model's answer; null without one.</param>
/// <param name="Scores">[classes] the column of each class; empty when there is none.</param>
/// <param name="Others">All other columns: what they say is kept.</param>
internal sealed record ColumnRoles(int? File, int? Index, int? Label, int? Predicted, IReadOnlyList<int> Scores, IReadOnlyList<int> Others)
{
    /// <param name="table">At its beginning.</param>
    /// <param name="classes">[classes] names in label order.</param>
    /// <param name="isInOrder">Whether its rows are in the pictures' order, and need not name them.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="DiagnosticException">Columns are there twice, or some that are needed are missing.</exception>
    public static ColumnRoles Of(IPredictionTable table, IReadOnlyList<string> classes, bool isInOrder, string name)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        if (names.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
        {
            throw Mistake(table, name, $"the column '{Cell.Shown(twice)}' is there twice; leave one out");
        }

        if (table.Unread.FirstOrDefault(column => ColumnNames.Known.Contains(column) || classes.Contains(column)) is { } unread)
        {
            throw Mistake(
                table,
                name,
                $"the column '{Cell.Shown(unread)}' holds something else than a number or text in each row, and cannot be read");
        }

        int?[] known = [.. ColumnNames.Known.Select(wanted => ColumnNames.PlaceOf(wanted, names) is { } place
            && (names[place] == wanted || !classes.Contains(names[place])) ? place : (int?)null)];
        var scores = ScoresOf(table, classes, known, name);
        if (known[3] is null && scores.Count == 0)
        {
            throw Mistake(
                table,
                name,
                $"has neither `predicted` nor a column for each class; its columns are {Shown(names)}{SuggestIn(names)}");
        }

        if (known[0] is null && known[1] is null && !isInOrder)
        {
            throw Mistake(
                table,
                name,
                "has neither `file` (a picture's path in the dataset) nor `index` (its place in the test split, from 0); "
                + $"its columns are {Shown(names)}{SuggestIn(names)}");
        }

        return new ColumnRoles(
            known[0], known[1], known[2], known[3], scores,
            [.. Enumerable.Range(0, names.Count).Where(place => !known.Contains(place) && !scores.Contains(place))]);
    }

    private static IReadOnlyList<int> ScoresOf(IPredictionTable table, IReadOnlyList<string> classes, int?[] known, string name)
    {
        var free = table.Columns.Index().Where(column => !known.Contains(column.Index)).ToList();
        var placed = free.Where(column => column.Item.Class is not null).ToList();
        if (placed.Count > 0)
        {
            return placed.Count == classes.Count
                ? [.. placed.Select(column => column.Index)]
                : throw Mistake(
                    table,
                    name,
                    $"{Counted.Of(placed.Count, "score")} a picture, expected {classes.Count:N0}, one a class: {Shown(classes)}");
        }

        var byName = free.ToDictionary(column => column.Item.Name, column => column.Index);
        int?[] found = [.. classes.Select((label, place) => Find(byName, label) ?? FindNumbered(byName, classes, place))];
        var count = found.Count(column => column is not null);
        var strange = byName.Keys
            .Where(column => column.StartsWith(ScoreNames.Prefix, StringComparison.Ordinal) && !found.Contains(byName[column])
                && Spelling.PlaceOf(column[ScoreNames.Prefix.Length..], classes) < 0).ToList();
        if (count == classes.Count)
        {
            return strange.Count == 0 ? [.. found.OfType<int>()] : throw Mistake(
                table,
                name,
                $"the column '{Cell.Shown(strange[0])}' is of no class of the dataset, whose classes are {Shown(classes)}; take the dataset that the model was trained on, "
                + "or leave the column out to have the others alone");
        }

        if (count == 0 && strange.Count == 0)
        {
            return [];
        }

        var missing = classes.Where((_, place) => found[place] is null).ToList();
        var spelling = missing.Count > 0 ? Spelling.Suggest(missing[0], byName.Keys.Where(column => !found.Contains(byName[column]))) : "";
        throw Mistake(
            table,
            name,
            $"columns for {count:N0} of {classes.Count:N0} classes, expected one for each (or none, with `predicted` alone); "
            + $"missing: {Shown(missing)}{(strange.Count > 0 ? $"; of no class: {Shown(strange)}" : "")}{spelling}");
    }

    /// <summary>By its name, with the prefix or without; else by the only one that differs from it by case alone.</summary>
    private static int? Find(Dictionary<string, int> byName, string label)
    {
        if (byName.TryGetValue(label, out var plain) || byName.TryGetValue(ScoreNames.Prefix + label, out plain))
        {
            return plain;
        }

        var alike = byName.Where(column => IsAlike(column.Key, label) || IsAlike(column.Key, ScoreNames.Prefix + label)).Take(2).ToList();
        return alike.Count == 1 ? alike[0].Value : null;
    }

    private static bool IsAlike(string column, string label) => string.Equals(column, label, StringComparison.OrdinalIgnoreCase);

    /// <summary>Columns may be called by the classes' numbers, where these are no names of other classes.</summary>
    private static int? FindNumbered(Dictionary<string, int> byName, IReadOnlyList<string> classes, int place) =>
        Enumerable.Range(0, classes.Count).Any(number => classes.Contains(FormattableString.Invariant($"{number}")))
            ? null
            : Find(byName, FormattableString.Invariant($"{place}"));

    private static string SuggestIn(List<string> names) =>
        names
            .Select(column => Spelling.Nearest(column, ColumnNames.Known))
            .FirstOrDefault(nearest => nearest is not null && !names.Contains(nearest)) is { } meant
            ? $"; was one of them to be `{meant}`?"
            : "";

    private static string Shown(IReadOnlyList<string> names) => Spelling.Some([.. names.Select(Cell.Shown)]);

    private static DiagnosticException Mistake(IPredictionTable table, string name, string message) =>
        new(Diagnostic.Error(message, name, table.HeadLine));
}
