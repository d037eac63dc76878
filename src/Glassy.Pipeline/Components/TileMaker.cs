using Glassy.Imaging;

namespace Glassy.Components;

/// <summary>Makes tiles for one page.</summary>
/// <param name="classes">The class names.</param>
/// <param name="context">The page that shows them.</param>
internal sealed class TileMaker(IReadOnlyList<string> classes, ComponentContext context)
{
    public PictureTile Sample(ExportedPicture picture, string split) => Make(picture) with
    {
        Alt = $"{classes[picture.Label]}, {(split == "train" ? "training" : split)} picture {picture.Index}",
    };

    /// <param name="picture">A picture with a prediction.</param>
    /// <param name="what">How it is called: <c>test picture</c>, <c>drawing</c>.</param>
    public PictureTile Predicted(ExportedPicture picture, string what) =>
        Predicted(picture, picture.Predicted ?? picture.Label, $"{what} {picture.Index}");

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

    private PictureTile Make(ExportedPicture picture) =>
        new(context.HrefOf(picture.Strip), picture.Tile, null, "", null, null, null, null);
}
