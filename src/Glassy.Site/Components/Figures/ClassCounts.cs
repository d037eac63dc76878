using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Sources;

namespace Glassy.Components.Figures;

/// <summary>How many pictures each class has: <c>&lt;ClassCounts split="train" /&gt;</c>.</summary>
public sealed class ClassCounts() : Component<ClassCounts.Call>("ClassCounts")
{
    private static readonly string[] Splits = ["train", "test"];

    /// <param name="Split"><c>train</c> or <c>test</c>.</param>
    /// <param name="Caption">What is above the table.</param>
    /// <param name="Classes">At most so many classes, 1 or more: of more those with the fewest pictures, the fewest first.</param>
    public sealed record Call(Located<string> Split, string? Caption = null, int Classes = ClassSelection.AtOnce);

    /// <param name="Caption">What is above the table.</param>
    /// <param name="Split"><c>train</c> or <c>test</c>.</param>
    /// <param name="Total">Pictures in the split.</param>
    /// <param name="Rows">One a class, in label order; of too many those with the fewest pictures.</param>
    /// <param name="Some">That not all classes are shown; null when all are.</param>
    public sealed record Model(string Caption, string Split, int Total, IReadOnlyList<Row> Rows, SomeClasses? Some);

    /// <param name="Name">The class' name.</param>
    /// <param name="Count">Its pictures.</param>
    /// <param name="Share">Of the split, 0..1.</param>
    public sealed record Row(string Name, int Count, double Share);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        var split = attributes.Split.Value;
        if (!IsOneOf(Splits, attributes.Split, "split", context))
        {
            return null;
        }

        if (attributes.Classes < 1)
        {
            return Fail(call, context, $"`classes` is {attributes.Classes}, expected 1 or more");
        }

        var info = split == "train" ? run.Dataset.Train : run.Dataset.Test;
        var rows = run.Dataset.Classes
            .Zip(info.PerClass, (name, count) => new Row(name, count, info.Count == 0 ? 0 : (double)count / info.Count))
            .ToList();
        List<Row> shown = rows.Count <= attributes.Classes ? rows : [.. rows.OrderBy(row => row.Count).Take(attributes.Classes)];
        var caption = attributes.Caption ?? context.Words[split == "train" ? "counts.train" : "counts.test"];
        return new Model(caption, split, info.Count, shown, SomeClasses.Of(shown.Count, rows.Count, context));
    }
}
