using Glassy.Components.Binding;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>Samples of one class: <c>&lt;ImagesTable dirname="train" classdigit="1" size={112} heading="Ones" /&gt;</c>.</summary>
public sealed class ImagesTable() : Component<ImagesTableAttributes>("ImagesTable")
{
    private const int Columns = 8;
    private static readonly string[] Splits = ["train", "test"];

    protected override object? CreateModel(ImagesTableAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        var split = attributes.Dirname.Value;
        if (!IsOneOf(Splits, attributes.Dirname, "dirname", context)
            || PictureChoice.ClassOf(attributes.Classdigit, run, context) is not { } label)
        {
            return null;
        }

        var ofSplit = split == "train" ? pictures.Train : pictures.Test;
        var chosen = PictureChoice.Choose(
            ofSplit[label], attributes, $"the {split} samples of class `{attributes.Classdigit.Value}`", context);
        var total = (split == "train" ? run.Dataset.Train : run.Dataset.Test).PerClass[label];
        var tiles = new TileMaker(run.Dataset.Classes, context);
        return new ImagesTableModel(
            attributes.Heading,
            attributes.Size,
            Columns,
            pictures.Shape.Width,
            pictures.Shape.Height,
            [.. chosen.Select(picture => tiles.Sample(picture, split))],
            NoteOf(chosen.Count, total, attributes.ImagePaths is not null, context.Words));
    }

    private static string? NoteOf(int shown, int total, bool isChosen, Words words) => (shown == total, isChosen) switch
    {
        (true, _) => null,
        (_, true) => words.Of("images.chosen", ("shown", words.Whole(shown)), ("total", words.Whole(total))),
        _ => words.Of("images.first", ("shown", words.Whole(shown)), ("total", words.Whole(total))),
    };
}
