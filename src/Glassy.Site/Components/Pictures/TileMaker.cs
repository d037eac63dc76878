using Glassy.Components.Binding;
using Glassy.Pictures;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>Makes tiles for one page.</summary>
/// <param name="classes">The class names.</param>
/// <param name="context">The page that shows them.</param>
internal sealed class TileMaker(IReadOnlyList<string> classes, ComponentContext context)
{
    private readonly Words _words = context.Words;

    /// <param name="picture">Shown without what a model said of it.</param>
    /// <param name="split"><c>train</c> or <c>test</c>.</param>
    public PictureTile Sample(ExportedPicture picture, string split) => Make(picture) with
    {
        Alt = split == "train"
            ? _words.Of("tile.train", ("class", classes[picture.Label]), ("index", picture.Index))
            : AndDoubt(_words.Of("tile.test", ("class", classes[picture.Label]), ("index", picture.Index)), picture),
        Doubt = split == "test" ? DoubtOf(picture) : null,
    };

    /// <param name="picture">A test picture with a prediction.</param>
    /// <exception cref="ArgumentException">The picture has no prediction.</exception>
    public PictureTile Predicted(ExportedPicture picture) =>
        Predicted(
            picture,
            picture.Predicted ?? throw new ArgumentException($"{picture.Path} was exported without its prediction", nameof(picture)),
            AndDoubt(_words.Of("tile.test_name", ("index", picture.Index)), picture)) with
        {
            Doubt = DoubtOf(picture),
        };

    /// <param name="picture">A test picture or a drawing.</param>
    /// <param name="predicted">Class index predicted.</param>
    /// <param name="name">What the picture is called: "drawing 7.png".</param>
    public PictureTile Predicted(ExportedPicture picture, int predicted, string name)
    {
        var (truth, prediction) = (classes[picture.Label], classes[predicted]);
        var alt = _words.Of("tile.predicted", ("truth", truth), ("predicted", prediction), ("picture", name));
        return Make(picture) with
        {
            Href = context.HrefOf(picture.Path),
            Alt = alt,
            Caption = prediction,
            Truth = truth,
            Correct = picture.Label == predicted,
            Title = alt,
        };
    }

    /// <summary>A drawing by its file.</summary>
    public string NameOfDrawing(string file) => _words.Of("tile.drawing", ("file", file));

    private string AndDoubt(string alt, ExportedPicture picture) =>
        DoubtOf(picture) is { } doubt ? _words.Of("tile.and_doubted", ("alt", alt), ("doubt", doubt)) : alt;

    private string? DoubtOf(ExportedPicture picture) =>
        context.Site.Results?.Notes?.Of(picture.Index) is { } note ? LabelDoubt.Of(note, classes, _words) : null;

    private PictureTile Make(ExportedPicture picture) =>
        new(context.HrefOf(picture.Strip), picture.Tile, null, "", null, null, null, null);
}
