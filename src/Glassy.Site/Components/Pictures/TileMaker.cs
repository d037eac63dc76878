using Glassy.Components.Binding;
using Glassy.Pictures;

namespace Glassy.Components.Pictures;

/// <summary>Makes tiles for one page.</summary>
/// <param name="classes">The class names.</param>
/// <param name="context">The page that shows them.</param>
internal sealed class TileMaker(IReadOnlyList<string> classes, ComponentContext context)
{
    /// <param name="picture">Shown without what a model said of it.</param>
    /// <param name="split"><c>train</c> or <c>test</c>.</param>
    public PictureTile Sample(ExportedPicture picture, string split) => Make(picture) with
    {
        Alt = $"{classes[picture.Label]}, {(split == "train" ? "training" : split)} picture {picture.Index}{(split == "test" ? AndDoubt(picture) : null)}",
        Doubt = split == "test" ? DoubtOf(picture) : null,
    };

    /// <param name="picture">A test picture with a prediction.</param>
    /// <exception cref="ArgumentException">The picture has no prediction.</exception>
    public PictureTile Predicted(ExportedPicture picture) =>
        Predicted(
            picture,
            picture.Predicted ?? throw new ArgumentException($"{picture.Path} was exported without its prediction", nameof(picture)),
            $"test picture {picture.Index}{AndDoubt(picture)}") with
        {
            Doubt = DoubtOf(picture),
        };

    /// <param name="picture">A test picture or a drawing.</param>
    /// <param name="predicted">Class index predicted.</param>
    /// <param name="name">What the picture is called: <c>drawing 7.png</c>.</param>
    public PictureTile Predicted(ExportedPicture picture, int predicted, string name)
    {
        var (truth, prediction) = (classes[picture.Label], classes[predicted]);
        var alt = $"{truth} predicted as {prediction}, {name}";
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

    private string? AndDoubt(ExportedPicture picture) => DoubtOf(picture) is { } doubt ? $"; label doubted: {doubt}" : null;

    private string? DoubtOf(ExportedPicture picture) => context.Site.Results?.Notes?.Of(picture.Index) is { } note ? note.Describe(classes) : null;

    private PictureTile Make(ExportedPicture picture) =>
        new(context.HrefOf(picture.Strip), picture.Tile, null, "", null, null, null, null);
}
