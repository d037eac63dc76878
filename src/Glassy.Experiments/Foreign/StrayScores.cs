using Glassy.Metrics;

namespace Glassy.Foreign;

/// <summary>
/// Tells by the numbers whether a column beside those of the classes is the score of a class that the dataset lacks. Without it the others
/// are no probabilities, or their softmax gives other ones.
/// </summary>
/// <param name="count">How many columns there are beside.</param>
internal sealed class StrayScores(int count)
{
    private const double Most = 0.9; // of the rows
    private readonly bool[] _isText = new bool[count];
    private readonly int[] _fractions = new int[count];
    private readonly int[] _beyond = new int[count];
    private readonly int[] _negative = new int[count];
    private readonly int[] _notZero = new int[count];
    private readonly int[] _toOneWith = new int[count];
    private readonly int[] _mended = new int[count];
    private readonly SameSum[] _sumsWith = new SameSum[count];
    private SameSum _sums;
    private int _whole;
    private int _rows;
    private int _toOne;
    private int _toOneWithAll;
    private int _exponentialsToOne;

    /// <param name="scores">[classes] of one picture.</param>
    /// <param name="beside">[count] what stands in the other columns; null for no number.</param>
    public void Add(double[] scores, double?[] beside)
    {
        _rows++;
        var sum = scores.Sum();
        _toOne += IsOne(sum) ? 1 : 0;
        _whole += Array.TrueForAll(scores, double.IsInteger) ? 1 : 0;
        _sums.Add(sum);
        _exponentialsToOne += IsOne(scores.Sum(Math.Exp)) ? 1 : 0;
        for (var c = 0; c < count; c++)
        {
            if (beside[c] is not { } value)
            {
                _isText[c] = true;
                continue;
            }

            _fractions[c] += double.IsInteger(value) ? 0 : 1;
            _beyond[c] += value is < 0 or > 1 ? 1 : 0;
            _negative[c] += value < 0 ? 1 : 0;
            _notZero[c] += value != 0 ? 1 : 0;
            _toOneWith[c] += IsOne(sum + value) ? 1 : 0;
            _mended[c] += !IsOne(sum) && IsOne(sum + value) ? 1 : 0;
            _sumsWith[c].Add(sum + value);
        }

        _toOneWithAll += IsOne(sum + beside.Where((_, c) => !_isText[c]).Sum(value => value ?? 0)) ? 1 : 0;
    }

    /// <summary>The first column that is such a score; -1 when there is none.</summary>
    /// <param name="kind">What the scores are.</param>
    public int Find(ScoreKind kind)
    {
        var least = Most * _rows;
        if (kind == ScoreKind.Logits)
        {
            // The logarithms of probabilities that sum to 1 lack none. Else a score has fractions, which a count or an age seldom has.
            return _exponentialsToOne >= least ? -1 : FirstOf(c => (_fractions[c] >= least && _beyond[c] > 0) || IsWholeScore(c));
        }

        // A class that is seldom the answer leaves most rows whole: then it has to mend every other one.
        return FirstOf(c => _toOneWith[c] >= least && _mended[c] > 0 && (_toOne < least || _mended[c] == _rows - _toOne)) is >= 0
            and var one ? one
            : _toOne < least && _toOneWithAll >= least ? FirstOf(c => _notZero[c] > 0) : -1;
    }

    /// <summary>
    /// Whether a column of whole numbers is a score beside scores that are whole numbers too: some are below 0, which no count or age is,
    /// or they are votes, whose sum is the same in every row with them alone.
    /// </summary>
    private bool IsWholeScore(int c) => _whole == _rows && _fractions[c] == 0
        && (_negative[c] > 0 || (_rows > 1 && _notZero[c] > 0 && _sumsWith[c].IsSame && !_sums.IsSame));

    private int FirstOf(Func<int, bool> isOne) =>
        Enumerable.Range(0, count).Where(c => !_isText[c] && isOne(c)).DefaultIfEmpty(-1).First();

    /// <summary>Whether some sums are all the same.</summary>
    private struct SameSum
    {
        private double? _first;
        private bool _differs;

        public readonly bool IsSame => !_differs;

        public void Add(double sum)
        {
            _first ??= sum;
            _differs |= sum != _first;
        }
    }

    private static bool IsOne(double sum) => Math.Abs(sum - 1) <= ScoreRow.CoarseRounding;
}
