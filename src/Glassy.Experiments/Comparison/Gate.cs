using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>What the second of two runs must be shown to be, as the command line names it: <c>non-inferior=0.005</c>.</summary>
public sealed record Gate
{
    private const string LowerBound = "accuracy-lower-bound";
    private const string NonInferior = "non-inferior";
    private static readonly string[] Names = [LowerBound, NonInferior];

    private readonly string _name;
    private readonly double _share;

    private Gate(string name, double share) => (_name, _share) = (name, share);

    /// <param name="text">A name, <c>=</c> and a share of the pictures: the least accuracy, 0..1, or the margin, 0 or more and below
    /// 1.</param>
    /// <param name="mistake">What was expected, when the text is no gate; else empty.</param>
    /// <returns>Null when the text is no gate.</returns>
    public static Gate? Parse(string text, out string mistake)
    {
        mistake = "";
        var (name, value) = text.Split('=', 2) is [var before, var after] ? (before, after) : (text, null);
        if (!Names.Contains(name))
        {
            mistake = $"'{text}', expected <name>=<share>, such as {NonInferior}=0.005{Spelling.SuggestAndList(name, Names)}";
        }
        else if (!double.TryParse(
            value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var share)
            || share is not (>= 0 and <= 1) || (share == 1 && name == NonInferior))
        {
            mistake = name == NonInferior
                ? $"'{text}', expected a margin from 0 and below 1: {NonInferior}=0.005 allows half a percentage point"
                : $"'{text}', expected an accuracy of 0 to 1, such as {LowerBound}=0.968";
        }
        else
        {
            return new Gate(name, share);
        }

        return null;
    }

    /// <param name="counts">Of base and head on the same pictures.</param>
    public GateVerdict Check(PairedCounts counts) => _name == NonInferior
        ? NonInferiority.Check(counts, _share)
        : AccuracyLowerBound.Check(new Proportion(counts.CorrectB, counts.Total), _share);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_name}={_share}");
}
