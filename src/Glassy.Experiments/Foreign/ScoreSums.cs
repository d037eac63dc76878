using Glassy.Metrics;
using static System.FormattableString;

namespace Glassy.Foreign;

/// <summary>Tells by the numbers of a file what its scores are. A slip in one row does not make logits of the others.</summary>
internal sealed class ScoreSums
{
    private const double Most = 0.9;
    private int _rows;
    private int _odd;
    private int _toOne;
    private int _toHundred;

    /// <summary>The first row that cannot be probabilities; 0 when there is none.</summary>
    public int OddLine { get; private set; }

    /// <summary>Logits if any number cannot be a probability, else probabilities.</summary>
    public ScoreKind Kind => _odd == 0 ? ScoreKind.Probabilities : ScoreKind.Logits;

    /// <summary>Why they cannot be logits, though not all are probabilities; null when they can.</summary>
    public string? Mistake => _odd == 0 ? null
        : _toOne >= Most * _rows
            ? Invariant(
                $"has scores beyond 0 and 1, while {_toOne:N0} of {_rows:N0} rows are probabilities that sum to 1; mend the row, or say `scores: logits` in the recipe")
        : _toHundred >= Most * _rows
            ? Invariant(
                $"the scores of {_toHundred:N0} of {_rows:N0} rows sum to 100, as percentages do, expected 0 to 1; divide them by 100, or say `scores: logits` in the recipe")
        : null;

    /// <param name="row">[classes] of one picture.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(double[] row, int line)
    {
        _rows++;
        var (sum, isOdd) = (row.Sum(), ScoreRow.CannotBeProbabilities(row));
        _toOne += !isOdd && Math.Abs(sum - 1) <= ScoreRow.CoarseRounding ? 1 : 0;
        _toHundred += row.Min() >= 0 && Math.Abs(sum - 100) <= 100 * ScoreRow.CoarseRounding ? 1 : 0;
        if (isOdd)
        {
            OddLine = _odd++ == 0 ? line : OddLine;
        }
    }
}
