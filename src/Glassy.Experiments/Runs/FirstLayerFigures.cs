using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary>What can be said of a first layer without its weights.</summary>
/// <param name="Shape">Of each unit's weights: that of a picture, or of a filter.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Scale">As <see cref="FirstLayer.Scale"/> has it.</param>
/// <param name="AreFilters">Whether the units are filters that slide over pictures.</param>
/// <param name="Strongest">The units with the largest norms, the largest first.</param>
public sealed record FirstLayerFigures(ImageShape Shape, int Units, float Scale, bool AreFilters, IReadOnlyList<UnitFigures> Strongest)
{
    private const int Listed = 10;

    public static FirstLayerFigures Of(FirstLayer layer) => new(
        layer.Shape,
        layer.Units,
        layer.Scale,
        layer.AreFilters,
        [.. Enumerable.Range(0, layer.Units)
            .Select(unit => UnitFigures.Of(layer, unit))
            .OrderByDescending(unit => unit.Norm)
            .Take(Listed)]);
}

/// <summary>A unit of a first layer.</summary>
/// <param name="Number">Its place in the layer, from 0.</param>
/// <param name="Norm">L2: the root of the sum of its squared weights.</param>
/// <param name="Least">Its most negative weight.</param>
/// <param name="Most">Its most positive weight.</param>
/// <param name="Bias">What it adds.</param>
public sealed record UnitFigures(int Number, double Norm, double Least, double Most, double Bias)
{
    public static UnitFigures Of(FirstLayer layer, int unit)
    {
        var weights = layer.Of(unit).ToArray();
        return new UnitFigures(
            unit, Math.Sqrt(weights.Sum(weight => (double)weight * weight)), weights.Min(), weights.Max(), layer.Biases[unit]);
    }
}
