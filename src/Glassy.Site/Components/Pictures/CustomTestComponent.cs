using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>
/// The author's own drawings with what the model says of them: <c>&lt;CustomTest /&gt;</c>, <c>&lt;CustomTest only="wrong" /&gt;</c>.
/// </summary>
public sealed class CustomTestComponent() : Component<CustomTestComponent.Call>("CustomTest")
{
    private const int Columns = 5;
    private static readonly string[] Choices = ["all", "wrong"];

    /// <param name="Only"><c>all</c> or <c>wrong</c>; all when absent.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    public sealed record Call(Located<string>? Only = null, int Size = 112);

    /// <param name="Columns">Pictures a row where there is room.</param>
    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="Tiles">The drawings.</param>
    /// <param name="Count">Drawings in all.</param>
    /// <param name="Correct">Drawings right.</param>
    /// <param name="Accuracy">Share right, 0..1.</param>
    /// <param name="Only"><c>all</c> or <c>wrong</c>.</param>
    /// <param name="EmptyNote">What is said when there is no tile.</param>
    public sealed record Model(
        int Columns,
        int Size,
        int TileWidth,
        int TileHeight,
        IReadOnlyList<PictureTile> Tiles,
        int Count,
        int Correct,
        double Accuracy,
        string Only,
        string EmptyNote);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        var only = attributes.Only?.Value ?? "all";
        if (!IsOneOf(Choices, attributes.Only, "only", context))
        {
            return null;
        }

        if (run.Foreign is not null)
        {
            return run.Foreign.Onnx?.Run is { } own
                ? Without(context, "absent.exported", ("run", own))
                : Without(context, "absent.drawings");
        }

        var tiles = new TileMaker(run.Dataset.Classes, context);
        var test = context.Site.Results?.Custom;
        var shown = pictures.CustomTest.Where(picture => only == "all" || picture.Predicted != picture.Label);
        return new Model(
            Columns,
            attributes.Size,
            pictures.Shape.Width,
            pictures.Shape.Height,
            [.. shown.Select(
                picture => tiles.Predicted(picture, picture.Predicted ?? picture.Label, tiles.NameOfDrawing(picture.FileName)))],
            test?.Count ?? 0,
            test?.Correct ?? 0,
            test?.Accuracy ?? 0,
            only,
            test is null ? context.Words.Of("drawings.none", ("dataset", run.Dataset.Name)) : context.Words["drawings.all_right"]);
    }
}
