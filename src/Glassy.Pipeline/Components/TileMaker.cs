using Glassy.Data;
using Glassy.Imaging;

namespace Glassy.Components;

/// <summary>Makes tiles of one displayed size for one page.</summary>
/// <param name="classes">The class names.</param>
/// <param name="shape">The pictures' size.</param>
/// <param name="size">The displayed width and height that an author asked for, CSS pixels.</param>
/// <param name="context">The page that shows them.</param>
internal sealed class TileMaker(IReadOnlyList<string> classes, ImageShape shape, int size, ComponentContext context)
{
    /// <summary>Displayed width, CSS pixels: the longer side of the picture takes the size asked for.</summary>
    public int Width { get; } = Scaled(shape.Width, size, shape);

    /// <summary>Displayed height, CSS pixels.</summary>
    public int Height { get; } = Scaled(shape.Height, size, shape);

    public PictureTile Sample(ExportedPicture picture, string split) => Make(picture) with
    {
        Alt = $"{classes[picture.Label]}, {split} picture {picture.Index}",
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
        new(context.HrefOf(picture.Strip), picture.Tile, null, "", Width, Height, null, null, null, null);

    private static int Scaled(int side, int size, ImageShape shape) =>
        Math.Max(1, (int)Math.Round((double)size * side / Math.Max(shape.Width, shape.Height), MidpointRounding.AwayFromZero));
}
