using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Publishing;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>
/// What was taken for what: <c>&lt;ConfusionMatrix set="test" errors="./errors.md" /&gt;</c>, <c>set="custom"</c> for the author's
/// drawings. Each cell leads to its pictures: on the page with the <c>&lt;ErrorsExplorer /&gt;</c>, or below the matrix.
/// </summary>
public sealed class ConfusionMatrix() : Component<ConfusionMatrix.Call>("ConfusionMatrix")
{
    private static readonly string[] Sets = ["test", "custom"];

    private const int MostListed = 20;

    /// <param name="Set"><c>test</c> or <c>custom</c>; test when absent.</param>
    /// <param name="Caption">What is above the table.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, as links write it; without it, the pictures are on this
    /// page.</param>
    /// <param name="Classes">At most so many classes, 2 or more: of a larger matrix those that are confused most, and the rest
    /// together.</param>
    public sealed record Call(
        Located<string>? Set = null,
        string? Caption = null,
        Located<string>? Errors = null,
        int Classes = ClassSelection.AtOnce);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (attributes.Classes < 2)
        {
            return Fail(call, context, $"`classes` is {attributes.Classes}, expected 2 or more");
        }

        if (!IsOneOf(Sets, attributes.Set, "set", context))
        {
            return null;
        }

        var set = attributes.Set?.Value ?? "test";
        if (set == "custom" && attributes.Errors is { } odd)
        {
            context.Diagnostics.Error($"<{Name}> `errors` is for set=\"test\": the drawings are shown on this page", odd.Position);
            return null;
        }

        var ids = new CellIds(run.Dataset.Classes, set, attributes.Errors is null ? context.Ids : null);
        var gallery = new CellGallery(run, pictures, ids, context);
        var (confusion, custom) = set == "custom"
            ? (context.Site.Results?.Custom?.Confusion ?? [], context.Site.Results?.Custom)
            : (run.Confusion, null);
        var labels = ClassSelection.OfLargestCells(confusion, attributes.Classes);
        IReadOnlyList<CellPictures> cells = (set, custom, attributes.Errors, context.Site.HasPictures) switch
        {
            ("custom", { }, _, _) => gallery.Drawings(custom),
            ("test", _, null, true) => [.. gallery.WrongAmong(labels.ToHashSet()), .. gallery.Right(labels)],
            _ => [],
        };
        // a wrong address is one without pictures, too
        string? errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : "";
        var shown = attributes.Errors is not null && context.Site.HasPictures
            ? gallery.Explored()
            : cells.Select(cell => cell.Id).ToHashSet();
        var matrix = new MatrixTable(confusion, run.Dataset.Classes, labels, HrefOfCell, context.Words);
        return new ConfusionMatrixModel(
            attributes.Caption ?? context.Words[set == "custom" ? "matrix.of_drawings" : "matrix.of_tests"],
            matrix.Total, matrix.Correct, [.. labels.Select(label => run.Dataset.Classes[label])], matrix.Rows(), matrix.ColumnTotals())
        {
            Labels = set == "test" ? string.Join(',', labels) : null,
            Group = confusion.Count == 0 ? "" : context.Ids.Number("matrix"),
            Png = confusion.Count == 0
                ? null
                : HrefOf(set == "custom" ? context.Site.Assets?.CustomConfusionMatrix : context.Site.Assets?.ConfusionMatrix, context),
            Worst = labels.Count == confusion.Count ? [] : matrix.Worst(MostListed),
            Others = labels.Count == confusion.Count ? null : matrix.Others(context.HrefOf(SiteFileNames.Results)),
            Cells = cells,
            TileWidth = pictures.Shape.Width,
            TileHeight = pictures.Shape.Height,
        };

        string? HrefOfCell(int truth, int predicted) =>
            errors is not null && ids.Of(truth, predicted) is var id && shown.Contains(id) ? $"{errors}#{id}" : null;
    }

    private static string? HrefOf(string? file, ComponentContext context) => file is null ? null : context.HrefOf(file);
}
