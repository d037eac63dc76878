using Glassy.Components.Binding;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Components.Pictures;

/// <summary>What each unit or filter of the first layer looks for, as tiles of its weights: <c>&lt;FirstLayerWeights /&gt;</c>.</summary>
public sealed class FirstLayerWeights() : Component<NoAttributes>("FirstLayerWeights")
{
    /// <param name="Src">The sheet's address relative to the page.</param>
    /// <param name="Width">Of the sheet, pixels.</param>
    /// <param name="Height">Of the sheet, pixels.</param>
    /// <param name="Units">Units of the layer.</param>
    /// <param name="Shown">Units on the sheet.</param>
    /// <param name="Scale">The size of a weight that has the full colour, as <see cref="FirstLayer.Scale"/> has it; larger ones have it
    /// too.</param>
    /// <param name="Filter">The size of each filter, such as <c>3×3</c>, where the units are filters; else empty.</param>
    /// <param name="Colour">Whether the pictures are in colour.</param>
    /// <param name="Strongest">The units with the largest norms, the largest first.</param>
    public sealed record Model(
        string Src,
        int Width,
        int Height,
        int Units,
        int Shown,
        double Scale,
        string Filter,
        bool Colour,
        IReadOnlyList<UnitFigures> Strongest);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Assets: { } assets })
        {
            return FailWithoutRun(call, context);
        }

        if (run is not { Foreign: null, Model: { } model })
        {
            return run.Foreign?.Onnx?.Run is { } own
                ? Without(context, "absent.exported", ("run", own))
                : Without(context, "absent.weights");
        }

        return assets is { FirstLayer: { } layer, FirstLayerWeights: { } sheet }
            ? ModelOf(layer, context.HrefOf(sheet))
            : Fail(
                call,
                context,
                $"the first layer of `{model.Name}` is neither dense over whole pictures nor a convolution, so its weights make no tiles");
    }

    private static Model ModelOf(FirstLayerFigures layer, string src)
    {
        var shape = WeightSheet.ShapeOf(layer.Units, layer.Shape, layer.AreFilters);
        return new Model(
            src,
            shape.Width,
            shape.Height,
            layer.Units,
            Math.Min(layer.Units, WeightSheet.MostTiles),
            layer.Scale,
            layer.AreFilters ? FormattableString.Invariant($"{layer.Shape.Height}×{layer.Shape.Width}") : "",
            layer.Shape.Channels > 1,
            layer.Strongest);
    }
}
