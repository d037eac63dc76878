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
/// Pictures that are known only by what predictions say of them: their names or places, and their labels. They are in natural order of
/// their names, so that the order of rows does not matter.
/// </summary>
public static class PredictedPictures
{
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
        var (file, index) = (ColumnNames.PlaceOf("file", names) ?? -1, ColumnNames.PlaceOf("index", names) ?? -1);
        if (ColumnNames.PlaceOf("label", names) is not { } label)
        {
            throw Mistake(
                name,
                table.HeadLine,
                "has no `label`, which predictions without pictures need: nobody else knows the true classes; "
                + $"its columns are {Spelling.Some([.. names.Select(Cell.Shown)])}: name the one of the true classes `label`, and the one of the answers `predicted`");
        }

        var (mistakes, rows) = (
            new TableMistakes(name) { HasLines = table.HasLines },
            new Dictionary<string, (string Label, int Line)>(StringComparer.Ordinal));
        var (labels, answers) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        while (table.Read())
        {
            var key = file >= 0 ? table.Text(file) : index >= 0 ? table.Text(index) : FormattableString.Invariant($"{rows.Count}");
            Add(rows, key, table.Text(label), table.Line, mistakes);
            labels.TryAdd(table.Text(label), table.Line);
            if (ColumnNames.PlaceOf("predicted", names) is { } predicted && table.Text(predicted).Length > 0)
            {
                answers.TryAdd(table.Text(predicted), table.Line);
            }
        }

        if (mistakes.HasErrors)
        {
            throw new DiagnosticException(mistakes.Diagnostics);
        }

        var keys = rows.Count == 0
            ? throw Mistake(name, table.HeadLine, "has a head and no row, expected a row for each picture")
            : rows.Keys.Order(NaturalOrder.Instance).ToList();
        CheckIndices(file >= 0 ? [] : keys, key => table.HasLines ? rows[key].Line : 0, name);
        var known = classes ?? await new PredictedClasses(path, name, labels, answers)
            .FindAsync(table.Columns, table.HasLines, cancellationToken).ConfigureAwait(false);
        return new TestPictures(
            dataset,
            known,
            LabelsOf(rows, keys, known, key => table.HasLines ? rows[key].Line : 0, name),
            file >= 0 ? keys : null)
        { AreRows = file < 0 && index < 0 };
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
                key.Length == 0 ? "key" : "label",
                line,
                () => key.Length == 0 ? "the picture's name is empty" : "`label` is empty, expected the true class");
        }
        else if (!rows.TryAdd(key, (label, line)) && rows[key].Label != label)
        {
            mistakes.Error("twice", line, () => FormattableString.Invariant(
                $"'{Cell.Shown(key)}' is '{Cell.Shown(label)}' here, and '{Cell.Shown(rows[key].Label)}' in line {rows[key].Line}; keep one row for each picture"));
        }
    }

    private static void CheckIndices(List<string> keys, Func<string, int> lineOf, string name)
    {
        var odd = Enumerable.Range(0, keys.Count).FirstOrDefault(place => keys[place] != place.ToString(CultureInfo.InvariantCulture), -1);
        if (odd >= 0)
        {
            throw Mistake(
                name,
                lineOf(keys[odd]),
                $"`index` has '{Cell.Shown(keys[odd])}' where {odd} was expected: it counts pictures from 0, without gaps; name them by `file` otherwise");
        }
    }

    private static int[] LabelsOf(
        Dictionary<string, (string Label, int Line)> rows,
        List<string> keys,
        IReadOnlyList<string> classes,
        Func<string, int> lineOf,
        string name)
    {
        var texts = new ClassTexts(classes);
        int[] numbers = [.. keys.Select(key => texts.Add(rows[key].Label))];
        var resolved = texts.Resolve();
        var odd = Array.FindIndex(numbers, number => resolved[number] < 0);
        return odd < 0
            ? [.. numbers.Select(number => resolved[number])]
            : throw Mistake(
                name,
                lineOf(keys[odd]),
                $"`label` is '{Cell.Shown(rows[keys[odd]].Label)}', which is no class{Spelling.SuggestAndSome(rows[keys[odd]].Label, classes)}");
    }

    private static DiagnosticException Mistake(string name, int line, string message) => new(Diagnostic.Error(message, name, line));
}
