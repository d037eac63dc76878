using System.Globalization;
using Glassy.Components.Binding;

namespace Glassy.Components.Pictures;

/// <summary>
/// Every wrong prediction of the test split, to filter and sort: <c>&lt;ErrorsExplorer /&gt;</c>. Each has a page of its own below
/// the page that it is on.
/// </summary>
public sealed class ErrorsExplorer() : Component<ErrorsExplorer.Call>(TagName)
{
    /// <summary>What pages call it.</summary>
    public const string TagName = "ErrorsExplorer";

    /// <param name="Size">Displayed width and height of a picture, CSS pixels.</param>
    public sealed record Call(int Size = 84);

    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="Classes">The class names.</param>
    /// <param name="Wrong">How many wrong predictions there are.</param>
    /// <param name="Total">Test pictures in all.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="Shown">How many wrong predictions are shown.</param>
    /// <param name="Cells">The wrong predictions by cell of the confusion matrix, the largest first.</param>
    /// <param name="Right">Samples of what was read right, one cell a class that has any.</param>
    /// <param name="WrongId">The id of the heading over the wrong predictions.</param>
    /// <param name="RightId">The id of the heading over what was read right.</param>
    /// <param name="IsSure">Whether it is known how sure the model was.</param>
    public sealed record Model(
        int Size,
        IReadOnlyList<string> Classes,
        int Wrong,
        int Total,
        int TileWidth,
        int TileHeight,
        int Shown,
        IReadOnlyList<CellPictures> Cells,
        IReadOnlyList<CellPictures> Right,
        string WrongId,
        string RightId,
        bool IsSure);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Pictures: { } pictures, Addresses: { } addresses })
        {
            return FailWithoutRun(call, context);
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        var gallery = new CellGallery(run, pictures, new CellIds(run.Dataset.Classes, "test", context.Ids), context);
        return new Model(
            attributes.Size,
            run.Dataset.Classes,
            run.Metrics.Wrong,
            run.Metrics.Wrong + run.Metrics.Correct,
            pictures.Shape.Width,
            pictures.Shape.Height,
            pictures.WrongPredictions.Sum(group => group.Count),
            gallery.Wrong(index => context.Ids.Take(IdOf(index)), index => context.Page.HrefBelow(addresses.PicturePage(index))),
            gallery.Right(gallery.ExploredClasses()),
            context.Ids.Take("misread"),
            context.Ids.Take("read-right"),
            context.Site.Results?.Report.Probabilities is not null);
    }

    /// <summary>The id of a test picture's place in the page's first explorer.</summary>
    internal static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"picture-{index}");
}
