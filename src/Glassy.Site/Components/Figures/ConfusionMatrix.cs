using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>
/// What was taken for what: <c>&lt;ConfusionMatrix set="test" errors="./errors.md" /&gt;</c>, <c>set="custom"</c> for the author's
/// drawings. Each cell leads to its pictures: on the page with the <c>&lt;ErrorsExplorer /&gt;</c>, or below the matrix.
/// </summary>
public sealed class ConfusionMatrix() : Component<ConfusionMatrix.Call>("ConfusionMatrix")
{
    private static readonly string[] Sets = ["test", "custom"];

    /// <summary>Classes that can be taken in at once; of a larger matrix the most frequent confusions are listed too.</summary>
    private const int MostAtOnce = 25;

    private const int MostListed = 20;

    /// <param name="Set"><c>test</c> or <c>custom</c>; test when absent.</param>
    /// <param name="Caption">What is above the table.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, as links write it; without it, the pictures are on this page.</param>
    public sealed record Call(Located<string>? Set = null, string? Caption = null, Located<string>? Errors = null);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
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

        string? errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : ""; // a wrong address is one without pictures, too
        errors = context.Site.HasPictures ? errors : null;
        var ids = new CellIds(run.Dataset.Classes, set, attributes.Errors is null ? context.Ids : null);
        var gallery = new CellGallery(run, pictures, ids, context);
        return (set, context.Site.Results?.Custom) switch
        {
            ("custom", null) => ModelOf(attributes.Caption ?? context.Words["matrix.of_drawings"], run.Dataset.Classes, [], ids, errors, context.Words),
            ("custom", { } custom) =>
                ModelOf(attributes.Caption ?? context.Words["matrix.of_drawings"], run.Dataset.Classes, custom.Confusion, ids, errors, context.Words) with
                {
                    Group = context.Ids.Number("matrix"),
                    Png = HrefOf(context.Site.Assets?.CustomConfusionMatrix, context),
                    Cells = gallery.Drawings(custom),
                    TileWidth = pictures.Shape.Width,
                    TileHeight = pictures.Shape.Height,
                },
            _ =>
                ModelOf(attributes.Caption ?? context.Words["matrix.of_tests"], run.Dataset.Classes, run.Confusion, ids, errors, context.Words) with
                {
                    Group = context.Ids.Number("matrix"),
                    Png = HrefOf(context.Site.Assets?.ConfusionMatrix, context),
                    Cells = attributes.Errors is null && context.Site.HasPictures ? [.. gallery.Wrong(null, null), .. gallery.Right()] : [],
                    TileWidth = pictures.Shape.Width,
                    TileHeight = pictures.Shape.Height,
                },
        };
    }

    private static string? HrefOf(string? file, ComponentContext context) => file is null ? null : context.HrefOf(file);

    private static ConfusionMatrixModel ModelOf(
        string caption, IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<int>> confusion, CellIds ids, string? errors, Words words)
    {
        var counts = new ConfusionCounts(confusion);
        var rows = confusion.Select((row, truth) => RowOf(row, truth, classes, predicted => errors is null ? null : $"{errors}#{ids.Of(truth, predicted)}", words)).ToList();
        return new ConfusionMatrixModel(
            caption, counts.Total, counts.Correct, classes, rows, [.. classes.Select((_, predicted) => counts.PredictedAs(predicted))])
        {
            Worst = classes.Count <= MostAtOnce ? [] : WorstOf(rows),
        };
    }

    private static List<ConfusionMatrixCell> WorstOf(IEnumerable<ConfusionMatrixRow> rows) =>
        [.. rows.SelectMany(row => row.Cells).Where(cell => !cell.IsDiagonal && cell.Count > 0).OrderByDescending(cell => cell.Count).Take(MostListed)];

    private static ConfusionMatrixRow RowOf(IReadOnlyList<int> counts, int truth, IReadOnlyList<string> classes, Func<int, string?> hrefOf, Words words)
    {
        var total = counts.Sum();
        var cells = counts.Select((count, prediction) =>
        {
            var share = total == 0 ? 0 : (double)count / total;
            var isDiagonal = truth == prediction;
            var title = words.Of(
                "matrix.cell", ("truth", classes[truth]), ("predicted", classes[prediction]), ("count", words.Whole(count)), ("total", words.Whole(total)));
            return new ConfusionMatrixCell(count, share, isDiagonal ? share : Math.Sqrt(share), isDiagonal, title, hrefOf(prediction));
        });
        return new ConfusionMatrixRow(classes[truth], total, total == 0 ? 0 : (double)counts[truth] / total, [.. cells]);
    }
}
