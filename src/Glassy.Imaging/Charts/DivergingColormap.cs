using ScottPlot;

namespace Glassy.Charts;

/// <summary>0 is wholly wrong (warm), ½ is paper, 1 is wholly right (cool).</summary>
internal sealed class DivergingColormap : IColormap
{
    /// <summary>Even a single error among a thousand is to be seen.</summary>
    private const double FaintestWrong = 0.12;

    public string Name => "Right and wrong";

    public Color GetColor(double position)
    {
        var strength = Math.Clamp((2 * position) - 1, -1, 1);
        return strength < 0
            ? ChartColors.Paper.MixedWith(ChartColors.Wrong, FaintestWrong - ((1 - FaintestWrong) * strength))
            : ChartColors.Paper.MixedWith(ChartColors.Right, strength);
    }
}
