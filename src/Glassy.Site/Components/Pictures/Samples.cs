using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>The first picture of each class, in one row: <c>&lt;Samples split="train" /&gt;</c>.</summary>
public sealed class Samples() : Component<Samples.Call>("Samples")
{
    private static readonly string[] Splits = ["train", "test"];

    /// <param name="Split"><c>train</c> or <c>test</c>.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    /// <param name="Classes">At most so many classes, 1 or more: the first of them.</param>
    public sealed record Call(Located<string> Split, int Size = 56, int Classes = 20);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (!IsOneOf(Splits, attributes.Split, "split", context))
        {
            return null;
        }

        if (attributes.Classes < 1)
        {
            return Fail(call, context, $"`classes` is {attributes.Classes}, expected 1 or more");
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        var (split, names, words) = (attributes.Split.Value, run.Dataset.Classes, context.Words);
        var shown = (split == "train" ? pictures.Train : pictures.Test)
            .Where(ofClass => ofClass.Count > 0)
            .Select(ofClass => ofClass[0])
            .ToList();
        var tiles = new TileMaker(names, context);
        var count = (split == "train" ? run.Dataset.Train : run.Dataset.Test).Count;
        return new ImagesTableModel(
            words[split == "train" ? "samples.train" : "samples.test"],
            attributes.Size,
            attributes.Classes,
            pictures.Shape.Width,
            pictures.Shape.Height,
            [.. shown.Take(attributes.Classes).Select(picture => tiles.Sample(picture, split) with { Truth = names[picture.Label] })],
            words.Of(
                shown.Count <= attributes.Classes ? "samples.all" : "samples.some",
                ("shown", words.Whole(attributes.Classes)), ("classes", words.Whole(shown.Count)), ("count", words.Whole(count))));
    }
}
