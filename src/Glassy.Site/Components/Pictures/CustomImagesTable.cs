using Glassy.Components.Binding;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>
/// Misread test pictures of one class, the prediction above each: <c>&lt;CustomImagesTable dirname="wrong-predictions" classdigit="1"
/// /&gt;</c>.
/// </summary>
public sealed class CustomImagesTable() : Component<ImagesTableAttributes>("CustomImagesTable")
{
    private const int Columns = 8;

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

        if (!IsOneOf(["wrong-predictions"], attributes.Dirname, "dirname", context)
            || PictureChoice.ClassOf(attributes.Classdigit, run, context) is not { } label)
        {
            return null;
        }

        var misread = run.Dataset.Test.PerClass[label] - run.Confusion[label][label];
        var chosen = PictureChoice.Choose(
            pictures.WrongPredictions[label], attributes, $"the wrong predictions of class `{attributes.Classdigit.Value}`", context);
        var tiles = new TileMaker(run.Dataset.Classes, context);
        return new ImagesTableModel(
            attributes.Heading,
            attributes.Size,
            Columns,
            pictures.Shape.Width,
            pictures.Shape.Height,
            [.. chosen.Select(picture => tiles.Predicted(picture))],
            NoteOf(chosen.Count, misread, run.Dataset.Test.PerClass[label], context.Words));
    }

    private static string NoteOf(int shown, int wrong, int total, Words words) => (shown, wrong) switch
    {
        (_, 0) => words.Of("images.none_misread", ("total", words.Whole(total))),
        _ when shown < wrong =>
            words.Of("images.some_misread", ("shown", words.Whole(shown)), ("count", words.Whole(wrong)), ("total", words.Whole(total))),
        _ => words.Of("images.misread", ("count", words.Whole(wrong)), ("total", words.Whole(total))),
    };
}
