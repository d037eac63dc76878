using Glassy.Foreign.Tables;
using Glassy.Metrics;

namespace Glassy.Foreign;

/// <summary>Reads the scores of a row, and notes what is wrong with them.</summary>
/// <param name="classes">[classes] names in label order.</param>
/// <param name="mistakes">Receives what is wrong.</param>
internal sealed class ScoreReader(IReadOnlyList<string> classes, TableMistakes mistakes)
{
    /// <param name="table">At the row.</param>
    /// <param name="columns">[classes] their columns.</param>
    /// <param name="kind">What the scores are.</param>
    /// <returns>None after a mistake.</returns>
    public ScoreRow Read(IPredictionTable table, IReadOnlyList<int> columns, ScoreKind kind)
    {
        var row = new double[columns.Count];
        for (var c = 0; c < row.Length; c++)
        {
            if (!TryRead(table, columns[c], classes[c], out row[c]))
            {
                return ScoreRow.None;
            }
        }

        return kind == ScoreKind.Logits || AreProbabilities(row, table.Line) ? ScoreRow.Of(row, kind) : ScoreRow.None;
    }

    private bool TryRead(IPredictionTable table, int column, string label, out double value)
    {
        var isNumber = table.TryNumber(column, out value);
        if (isNumber && double.IsFinite(value))
        {
            return true;
        }

        var text = Cell.Shown(table.Text(column));
        if (text.Length == 0)
        {
            mistakes.Error("empty score", table.Line, () => $"the cell of class '{label}' is empty, expected a number");
        }
        else if (!isNumber)
        {
            mistakes.Error("no number", table.Line, () => $"the cell of class '{label}' is '{text}', expected a number such as 0.25");
        }
        else
        {
            mistakes.Error(
                "not finite",
                table.Line,
                () => $"the score of class '{label}' is {text}, expected a finite number; has the model diverged?");
        }

        return false;
    }

    private bool AreProbabilities(double[] row, int line)
    {
        var sum = row.Sum();
        if (ScoreRow.CannotBeProbabilities(row))
        {
            mistakes.Error("no probability", line, () => FormattableString.Invariant(
                $"probabilities from {row.Min()} to {row.Max()}, expected 0 to 1; are they logits? say `scores: logits` in the recipe"));
            return false;
        }

        if (Math.Abs(sum - 1) > ScoreRow.CoarseRounding)
        {
            mistakes.Error("no sum", line, () => FormattableString.Invariant($"the probabilities sum to {sum:0.####}, expected 1; ")
                + "logits are said by `scores: logits`, and those of a sigmoid for each class are no probabilities of one class among all");
            return false;
        }

        if (Math.Abs(sum - 1) > ScoreRow.Rounding)
        {
            mistakes.Warning("rough sum", line, () => FormattableString.Invariant(
                $"the probabilities sum to {sum:0.####}, expected 1; each is divided by the sum"));
        }

        return true;
    }
}
