using System.Globalization;
using Glassy.Datasets.Files;
using Glassy.Diagnostics;
using Glassy.Foreign.Tables;

namespace Glassy.Foreign;

/// <summary>Which classes there are where only a file of predictions says it.</summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="name">What messages call it.</param>
/// <param name="labels">The texts that name true classes, each with the first line that has it.</param>
/// <param name="answers">Likewise of the texts that name answers.</param>
internal sealed class PredictedClasses(
    string path,
    string name,
    IReadOnlyDictionary<string, int> labels,
    IReadOnlyDictionary<string, int> answers)
{
    private const double Most = 0.9; // of the rows of a file

    private readonly List<string> _named = [.. labels.Keys.Concat(answers.Keys).Distinct()];

    /// <summary>By the columns of scores when these are told apart from others, else by what labels and answers name.</summary>
    /// <param name="columns">The file's.</param>
    /// <param name="hasLines">Whether the file has lines.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">A column may be a class of which there is no picture, or something else; or nobody knows which
    /// number is which name.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(
        IReadOnlyList<TableColumn> columns,
        bool hasLines,
        CancellationToken cancellationToken)
    {
        var prefixed = columns.Where(column => column.Class is null && column.Name.StartsWith(ScoreNames.Prefix, StringComparison.Ordinal))
            .Select(column => column.Name[ScoreNames.Prefix.Length..]).ToList();
        if (prefixed.Count > 0)
        {
            return prefixed;
        }

        var places = columns.Count(column => column.Class is not null);
        if (places > 0 && _named.TrueForAll(text => IsNumber(text) && int.Parse(text, CultureInfo.InvariantCulture) < places))
        {
            return [.. Enumerable.Range(0, places).Select(place => place.ToString(CultureInfo.InvariantCulture))];
        }

        List<string> names = [.. columns.Select(column => column.Name)];
        var others = columns
            .Where(column => column.Class is null && !ColumnNames.IsKnown(column.Name, names))
            .Select(column => column.Name)
            .ToList();
        CheckNumbers(others, hasLines);
        List<string> ofLabels = [.. others.Where(column => Spelling.PlaceOf(column, _named) >= 0)];
        var strangers = _named.Where(text => Spelling.PlaceOf(text, others) < 0).ToList();
        if (ofLabels.Count == 0 || strangers.Count >= ofLabels.Count)
        {
            return [.. _named.Order(NaturalOrder.Instance)];
        }

        return strangers.Count > 0 ? throw Unknown(strangers[0], ofLabels, hasLines)
            : ofLabels.Count == others.Count ? others
            : await WithoutPicturesAsync(columns, others, ofLabels, hasLines, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Numbers stand for names in an order, which a file with names in one column and numbers in another does not say.</summary>
    private void CheckNumbers(List<string> others, bool hasLines)
    {
        var (isNumbered, columns) = (labels.Keys.All(IsNumber), others.Where(column => !IsNumber(column)).ToList());
        var (numbered, named) = isNumbered ? (labels, answers) : (answers, labels);
        if (answers.Count > 0 && numbered.Keys.All(IsNumber) && !named.Keys.Any(IsNumber))
        {
            var (first, name) = (numbered.First(), Cell.Shown(named.Keys.First()));
            throw Mistake(
                $"`{(isNumbered ? "label" : "predicted")}` is '{Cell.Shown(first.Key)}' where `{(isNumbered ? "predicted" : "label")}` is '{name}', "
                + $"and nothing says which number is which class; {WayOut(name)}",
                hasLines ? first.Value : 0);
        }

        if (answers.Count == 0 && isNumbered && columns.Count >= labels.Count && columns.Count == others.Count)
        {
            throw Mistake(
                $"`label` is '{Cell.Shown(labels.Keys.First())}', and the columns have names ({Spelling.Some([.. columns.Select(Cell.Shown)])}): nothing says which number is which class; "
                + WayOut(Cell.Shown(columns[0])),
                hasLines ? labels.Values.First() : 0);
        }
    }

    private static string WayOut(string first) =>
        $"write names in both, or give each class a column of scores, '{ScoreNames.Prefix}{first}' and so on, in the order of the numbers";

    private DiagnosticException Unknown(string text, List<string> columns, bool hasLines)
    {
        var isLabel = labels.ContainsKey(text);
        return Mistake(
            $"`{(isLabel ? "label" : "predicted")}` is '{Cell.Shown(text)}', of which there is no column of scores as there is of other classes{Spelling.SuggestAndSome(text, columns)}",
            hasLines ? isLabel ? labels[text] : answers[text] : 0);
    }

    /// <summary>
    /// Columns that no label names are classes without a picture, without which rows do not sum to 1, or something else that is known of
    /// pictures.
    /// </summary>
    private async Task<IReadOnlyList<string>> WithoutPicturesAsync(
        IReadOnlyList<TableColumn> columns, List<string> others, List<string> ofLabels, bool hasLines, CancellationToken cancellationToken)
    {
        var (numbers, fractions, allSum, namedSum) = await SumsAsync(columns, others, ofLabels, cancellationToken).ConfigureAwait(false);
        List<string> strange = [.. others.Where(column => !ofLabels.Contains(column) && numbers.Contains(column))];
        return allSum && (strange.Exists(fractions.Contains) || !namedSum) ? [.. others.Where(numbers.Contains)]
            : namedSum || strange.Count == 0 ? ofLabels
            : throw Mistake(
                $"no `label` names the column '{Cell.Shown(strange[0])}', and the numbers do not tell whether it is a class; call the columns of classes "
                + $"'{ScoreNames.Prefix}{Cell.Shown(ofLabels.Count > 0 ? ofLabels[0] : strange[0])}' and so on, and the others stay what else is known of pictures",
                hasLines ? 1 : 0);
    }

    /// <summary>
    /// Which of some columns hold numbers alone, which of these other ones than whole ones, and whether most rows sum to 1 over all of
    /// these, and over those that labels name.
    /// </summary>
    private async Task<(HashSet<string> Numbers, HashSet<string> Fractions, bool AllSum, bool NamedSum)> SumsAsync(
        IReadOnlyList<TableColumn> columns, List<string> all, List<string> named, CancellationToken cancellationToken)
    {
        using var table = await TableFile.OpenAsync(path, name, cancellationToken).ConfigureAwait(false);
        var places = columns
            .Index()
            .Where(column => all.Contains(column.Item.Name))
            .ToDictionary(column => column.Item.Name, column => column.Index);
        var (numbers, fractions) = (all.ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (rows, allSum, namedSum) = (0, 0, 0);
        for (; table.Read(); rows++)
        {
            numbers.RemoveWhere(column => !table.TryNumber(places[column], out _));
            fractions.UnionWith(numbers.Where(column => table.TryNumber(places[column], out var value) && !double.IsInteger(value)));
            allSum += IsOne(all) ? 1 : 0;
            namedSum += IsOne(named) ? 1 : 0;
        }

        return (numbers, fractions, allSum >= Most * rows, namedSum >= Most * rows);

        bool IsOne(List<string> some) =>
            Math.Abs(some.Sum(column => table.TryNumber(places[column], out var value) ? value : 0) - 1) <= ScoreRow.CoarseRounding;
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private DiagnosticException Mistake(string message, int line) => new(Diagnostic.Error(message, name, line));
}
