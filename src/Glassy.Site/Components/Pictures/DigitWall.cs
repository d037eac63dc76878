using Glassy.Components.Binding;
using Glassy.Pictures;
using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>Real test pictures with some misread ones among them, for the first page: <c>&lt;DigitWall count={48} /&gt;</c>.</summary>
public sealed class DigitWall() : Component<DigitWall.Call>("DigitWall")
{
    private const int OneWrongIn = 8;

    /// <param name="Count">How many pictures, 1 or more.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, to which those misread lead; without it, to their own
    /// file.</param>
    public sealed record Call(int Count = 48, int Size = 84, Located<string>? Errors = null);

    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="Tiles">The pictures; those misread have a caption.</param>
    public sealed record Model(int Size, int TileWidth, int TileHeight, IReadOnlyList<PictureTile> Tiles);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        var misread = context.Site.Predictions.Where(p => !p.IsCorrect).Select(p => p.Index).ToHashSet();
        var right = new Queue<ExportedPicture>(RoundRobin(pictures.Test).Where(picture => !misread.Contains(picture.Index)));
        var wrong = new Queue<ExportedPicture>(RoundRobin(pictures.WrongPredictions));
        var tiles = new TileMaker(run.Dataset.Classes, context);
        var errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : null;
        var wall = new List<PictureTile>(Math.Max(0, attributes.Count));
        while (wall.Count < attributes.Count && right.Count + wrong.Count > 0)
        {
            wall.Add(IsWrongPlace(wall.Count) && wrong.Count > 0 || right.Count == 0
                ? Misread(wrong.Dequeue())
                : tiles.Sample(right.Dequeue(), "test"));
        }

        return new Model(attributes.Size, pictures.Shape.Width, pictures.Shape.Height, wall);

        PictureTile Misread(ExportedPicture picture) => errors is null
            ? tiles.Predicted(picture)
            : tiles.Predicted(picture) with { Href = $"{errors}#{ErrorsExplorer.IdOf(picture.Index)}" };
    }

    /// <summary>One place in every eight, moving so that the misread ones do not stand in a column.</summary>
    private static bool IsWrongPlace(int place) => place % OneWrongIn == (place / OneWrongIn * 3 + 2) % OneWrongIn;

    private static IEnumerable<ExportedPicture> RoundRobin(IReadOnlyList<IReadOnlyList<ExportedPicture>> classes)
    {
        var longest = classes.Count == 0 ? 0 : classes.Max(pictures => pictures.Count);
        for (var i = 0; i < longest; i++)
        {
            foreach (var pictures in classes)
            {
                if (i < pictures.Count)
                {
                    yield return pictures[i];
                }
            }
        }
    }
}
