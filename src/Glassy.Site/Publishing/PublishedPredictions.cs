using System.Globalization;
using Glassy.Foreign.Tables;
using Glassy.Metrics;

namespace Glassy.Publishing;

/// <summary>
/// What a run says of every test picture, as a table that another program can compute with: <c>predictions.csv</c> and
/// <c>predictions.parquet</c>.
/// </summary>
/// <param name="Classes">[classes] names in label order.</param>
/// <param name="Predictions">[N] in test order; all with probabilities, or none.</param>
/// <param name="Files">[N] the path of each picture's file in the dataset; null when pictures have no files of their own.</param>
/// <remarks>
/// A row has <c>index</c>, <c>file</c> where there is one, <c>label</c>, <c>predicted</c>, <c>correct</c>, and for each class <c>prob_</c>
/// and its name: columns by which a recipe's <c>predictions</c> can be read (<see cref="Foreign.PredictionReader"/>).
/// </remarks>
public sealed record PublishedPredictions(
    IReadOnlyList<string> Classes,
    IReadOnlyList<Prediction> Predictions,
    IReadOnlyList<string>? Files)
{
    /// <summary>Whether there is a column for each class.</summary>
    public bool HasProbabilities => Predictions.Any(prediction => prediction.HasProbabilities);

    /// <summary>The name of the column of one class.</summary>
    /// <param name="label">Class index.</param>
    public string ColumnOf(int label) => ScoreNames.Prefix + Classes[label];

    /// <summary>Writes the table as CSV (RFC 4180, but lines end in <c>\n</c>), UTF-8: the same predictions give the same text.</summary>
    /// <param name="writer">Receives it.</param>
    /// <remarks>
    /// Probabilities are rounded to five decimals, so that 10,000 pictures of ten classes stay below a megabyte. No cell begins with what a
    /// spreadsheet takes for a formula: where a class' name does, <c>label</c> and <c>predicted</c> are the classes' numbers, from 0 in the
    /// order of the columns, and a path gets <c>./</c> before it. Both mean the same as before, and nothing is put into a name (OWASP, "CSV
    /// injection", names the characters).
    /// </remarks>
    public void WriteCsv(TextWriter writer)
    {
        var (columns, areNumbered) = (HasProbabilities ? Classes.Count : 0, Classes.Any(IsFormula));
        string[] names = [.. Classes.Select((name, number) => areNumbered ? Number(number) : Quoted(name))];
        string[] head = ["index", .. Files is null ? [] : new[] { "file" }, "label", "predicted", "correct"];
        writer.Write(string.Join(',', [.. head, .. Enumerable.Range(0, columns).Select(label => Quoted(ColumnOf(label)))]) + "\n");
        foreach (var (place, prediction) in Predictions.Index())
        {
            writer.Write(Number(prediction.Index));
            if (Files is not null)
            {
                writer.Write(',');
                writer.Write(Quoted(IsFormula(Files[place]) ? "./" + Files[place] : Files[place]));
            }

            writer.Write($",{names[prediction.Label]},{names[prediction.Predicted]},{(prediction.IsCorrect ? "true" : "false")}");
            for (var label = 0; label < columns; label++)
            {
                writer.Write(',');
                writer.Write(prediction.ProbabilityOf(label).ToString("0.#####", CultureInfo.InvariantCulture));
            }

            writer.Write('\n');
        }
    }

    /// <summary>Whether a spreadsheet would compute it: it begins with a sign of a formula, and is no number.</summary>
    private static bool IsFormula(string text) => text.Length > 0
        && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
