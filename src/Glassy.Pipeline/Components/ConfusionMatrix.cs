using System.Globalization;
using Glassy.Content;
using Glassy.Evaluation;

namespace Glassy.Components;

/// <summary>What was taken for what: <c>&lt;ConfusionMatrix set="test" /&gt;</c>, <c>set="custom"</c> for the author's drawings.</summary>
public sealed class ConfusionMatrix() : Component<ConfusionMatrix.Call>("ConfusionMatrix")
{
    private static readonly string[] Sets = ["test", "custom"];

    /// <param name="Set"><c>test</c> or <c>custom</c>; test when absent.</param>
    /// <param name="Caption">What is above the table.</param>
    public sealed record Call(Located<string>? Set = null, string? Caption = null);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        var set = attributes.Set?.Value ?? "test";
        if (!IsOneOf(Sets, attributes.Set, "set", context))
        {
            return null;
        }

        var confusion = set == "test" ? run.Confusion : run.Custom?.Confusion ?? [];
        var png = set == "test" ? context.Site.Assets?.ConfusionMatrix : context.Site.Assets?.CustomConfusionMatrix;
        var caption = attributes.Caption ?? (set == "test" ? "Confusion matrix of the test pictures" : "Confusion matrix of the drawings");
        return ModelOf(caption, run.Dataset.Classes, confusion, png is null ? null : context.HrefOf(png));
    }

    private static ConfusionMatrixModel ModelOf(
        string caption, IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<int>> confusion, string? png)
    {
        var counts = new ConfusionCounts(confusion);
        return new ConfusionMatrixModel(
            caption,
            counts.Total,
            counts.Correct,
            classes,
            [.. confusion.Select((row, truth) => RowOf(row, truth, classes))],
            [.. classes.Select((_, predicted) => counts.PredictedAs(predicted))],
            png);
    }

    private static ConfusionMatrixRow RowOf(IReadOnlyList<int> counts, int truth, IReadOnlyList<string> classes)
    {
        var total = counts.Sum();
        var cells = counts.Select((count, prediction) =>
        {
            var share = total == 0 ? 0 : (double)count / total;
            var isDiagonal = truth == prediction;
            var title = string.Create(
                CultureInfo.InvariantCulture, $"{classes[truth]} predicted as {classes[prediction]}: {count:N0} of {total:N0}");
            return new ConfusionMatrixCell(count, share, isDiagonal ? share : Math.Sqrt(share), isDiagonal, title);
        });
        return new ConfusionMatrixRow(classes[truth], total, total == 0 ? 0 : (double)counts[truth] / total, [.. cells]);
    }
}
