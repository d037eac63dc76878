using Glassy.Metrics;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>What the bins of a reliability diagram are called: each bound is of one bin, and is written alike wherever it stands.</summary>
public static class BinRanges
{
    /// <summary>
    /// <c>0.0% to 6.7%</c>, <c>over 6.7% to 13.3%</c>, …: a bin begins above the end of the one before, which holds its upper end. With as
    /// many decimals as tell the ends of each bin that holds predictions apart.
    /// </summary>
    /// <param name="diagram">With any bins.</param>
    /// <param name="words">What they are said in.</param>
    /// <returns>One a bin.</returns>
    public static IReadOnlyList<string> Of(ReliabilityDiagram diagram, Words words)
    {
        var ends = diagram.Bins.Select((bin, i) => (Low: i == 0 ? bin.Low : diagram.Bins[i - 1].High, bin.High, bin.Count)).ToList();
        var decimals = ends
            .Where(bin => bin.Count > 0)
            .Select(bin => TemplateFunctions.DecimalsBetween(bin.Low, bin.High))
            .DefaultIfEmpty(1)
            .Max();
        return
        [
            .. ends.Select((bin, i) => i == 0 && bin.Low == bin.High // they are equally sure
                ? Share(bin.High)
                : words.Of(i == 0 ? "figure.range" : "figure.range_above", ("low", Share(bin.Low)), ("high", Share(bin.High)))),
        ];

        string Share(double share) => words.Figure(TemplateFunctions.Percent(share, decimals));
    }
}
