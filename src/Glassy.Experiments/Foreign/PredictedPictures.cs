using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glassy.Datasets;
using Glassy.Datasets.Files;
using Glassy.Diagnostics;
using Glassy.Foreign.Tables;
using Glassy.Imaging;

namespace Glassy.Foreign;

/// <summary>
/// Pictures that are known only by what predictions say of them: their names or places, and their labels. They are in natural order of their
/// names, so that the order of rows does not matter.
/// </summary>
public static class PredictedPictures
{
    private const double Most = 0.9; // of the rows of a file

    /// <param name="path">Absolute path of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="dataset">What the pictures are called together.</param>
    /// <param name="classes">[classes] names in label order; null to take them from the file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">The file does not say what they are.</exception>
    public static async Task<TestPictures> ReadAsync(
        string path, string name, string dataset, IReadOnlyList<string>? classes, CancellationToken cancellationToken)
    {
        using var table = await TableFile.OpenAsync(path, name, cancellationToken).ConfigureAwait(false);
        var names = table.Columns.Select(column => column.Name).ToList();
        var (file, index, label) = (names.IndexOf("file"), names.IndexOf("index"), names.IndexOf("label"));
        if (label < 0)
        {
            throw Mistake(name, 1, "has no `label`, which predictions without pictures need: nobody else knows the true classes");
        }

        var (mistakes, rows) = (new TableMistakes(name), new Dictionary<string, (string Label, int Line)>(StringComparer.Ordinal));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        while (table.Read())
        {
            var key = file >= 0 ? table.Text(file) : index >= 0 ? table.Text(index) : FormattableString.Invariant($"{rows.Count}");
            Add(rows, key, table.Text(label), table.Line, mistakes);
            answers.Add(names.IndexOf("predicted") is >= 0 and var predicted ? table.Text(predicted) : "");
        }

        if (mistakes.HasErrors)
        {
            throw new DiagnosticException(mistakes.Diagnostics);
        }

        var keys = rows.Count == 0
            ? throw Mistake(name, 1, "has a head and no row, expected a row for each picture")
            : rows.Keys.Order(NaturalOrder.Instance).ToList();
        CheckIndices(keys, hasNames: file >= 0, name);
        IReadOnlyList<string> named = [.. rows.Values.Select(row => row.Label).Concat(answers).Where(text => text.Length > 0).Distinct()];
        var known = classes ?? await ClassesOfAsync(path, name, table.Columns, named, cancellationToken).ConfigureAwait(false);
        return new TestPictures(dataset, known, LabelsOf(rows, keys, known, name), file >= 0 ? keys : null);
    }

    /// <summary>Them as a dataset, without pixels and without pictures to learn from.</summary>
    public static ImageDataset ToDataset(TestPictures pictures)
    {
        var nothing = new ImageShape(0, 0, 0);
        return new ImageDataset(
            pictures.Dataset,
            pictures.Classes,
            new LabeledImages(nothing, [], []),
            new LabeledImages(nothing, [], [.. pictures.Labels]) { Names = pictures.Names });
    }

    /// <summary>SHA-256 (lower-case hex) of their names and labels: two files with the same one are of the same pictures.</summary>
    public static string HashOf(TestPictures pictures)
    {
        var lines = pictures.Labels.Select((label, place) => $"{pictures.Names?[place]}\t{label}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static void Add(Dictionary<string, (string Label, int Line)> rows, string key, string label, int line, TableMistakes mistakes)
    {
        if (key.Length == 0 || label.Length == 0)
        {
            mistakes.Error(
                key.Length == 0 ? "key" : "label", line, () => key.Length == 0 ? "the picture's name is empty" : "`label` is empty, expected the true class");
        }
        else if (!rows.TryAdd(key, (label, line)) && rows[key].Label != label)
        {
            mistakes.Error("twice", line, () => FormattableString.Invariant(
                $"'{Cell.Shown(key)}' is '{Cell.Shown(label)}' here, and '{Cell.Shown(rows[key].Label)}' in line {rows[key].Line}; keep one row for each picture"));
        }
    }

    private static void CheckIndices(List<string> keys, bool hasNames, string name)
    {
        var odd = hasNames ? -1 : Enumerable.Range(0, keys.Count).FirstOrDefault(place => keys[place] != place.ToString(CultureInfo.InvariantCulture), -1);
        if (odd >= 0)
        {
            throw Mistake(
                name,
                0,
                $"`index` has '{Cell.Shown(keys[odd])}' where {odd} was expected: it counts pictures from 0, without gaps; name them by `file` otherwise");
        }
    }

    /// <summary>By the columns of scores when these are told apart from others, else by what labels and answers name.</summary>
    /// <exception cref="DiagnosticException">A column may be a class of which there is no picture, or something else.</exception>
    private static async Task<IReadOnlyList<string>> ClassesOfAsync(
        string path, string name, IReadOnlyList<TableColumn> columns, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var prefixed = columns.Where(column => column.Class is null && column.Name.StartsWith(ScoreNames.Prefix, StringComparison.Ordinal))
            .Select(column => column.Name[ScoreNames.Prefix.Length..]).ToList();
        if (prefixed.Count > 0)
        {
            return prefixed;
        }

        var places = columns.Count(column => column.Class is not null);
        if (places > 0 && named.All(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < places))
        {
            return [.. Enumerable.Range(0, places).Select(place => place.ToString(CultureInfo.InvariantCulture))];
        }

        var others = columns.Where(column => column.Class is null && !ColumnNames.Known.Contains(column.Name)).Select(column => column.Name).ToList();
        if (!named.All(others.Contains))
        {
            return [.. named.Order(NaturalOrder.Instance)];
        }

        List<string> ofLabels = [.. others.Where(named.Contains)];
        if (ofLabels.Count == others.Count)
        {
            return others;
        }

        // A column that no label names: a class without a picture, without which rows do not sum to 1, or something else that is known of pictures.
        var (numbers, fractions, allSum, namedSum) = await SumsAsync(path, name, columns, others, ofLabels, cancellationToken).ConfigureAwait(false);
        List<string> strange = [.. others.Where(column => !named.Contains(column) && numbers.Contains(column))];
        return allSum && (strange.Exists(fractions.Contains) || !namedSum) ? [.. others.Where(numbers.Contains)]
            : namedSum || strange.Count == 0 ? ofLabels
            : throw Mistake(
                name,
                1,
                $"no `label` names the column '{Cell.Shown(strange[0])}', and the numbers do not tell whether it is a class; call the columns of classes "
                + $"'{ScoreNames.Prefix}{Cell.Shown(ofLabels.Count > 0 ? ofLabels[0] : strange[0])}' and so on, and the others stay what else is known of pictures");
    }

    /// <summary>Which of some columns hold numbers alone, which of these other ones than whole ones, and whether most rows sum to 1 over all of these, and over those that labels name.</summary>
    private static async Task<(HashSet<string> Numbers, HashSet<string> Fractions, bool AllSum, bool NamedSum)> SumsAsync(
        string path, string name, IReadOnlyList<TableColumn> columns, List<string> all, List<string> named, CancellationToken cancellationToken)
    {
        using var table = await TableFile.OpenAsync(path, name, cancellationToken).ConfigureAwait(false);
        var places = columns.Index().Where(column => all.Contains(column.Item.Name)).ToDictionary(column => column.Item.Name, column => column.Index);
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

    private static int[] LabelsOf(Dictionary<string, (string Label, int Line)> rows, List<string> keys, IReadOnlyList<string> classes, string name)
    {
        var texts = new ClassTexts(classes);
        int[] numbers = [.. keys.Select(key => texts.Add(rows[key].Label))];
        var resolved = texts.Resolve();
        var odd = Array.FindIndex(numbers, number => resolved[number] < 0);
        return odd < 0
            ? [.. numbers.Select(number => resolved[number])]
            : throw Mistake(
                name,
                rows[keys[odd]].Line,
                $"`label` is '{Cell.Shown(rows[keys[odd]].Label)}', which is no class{Spelling.SuggestAndList(rows[keys[odd]].Label, [.. classes.Take(30)])}");
    }

    private static DiagnosticException Mistake(string name, int line, string message) => new(Diagnostic.Error(message, name, line));
}
