using Glassy.Components.Binding;
using Glassy.Datasets.Drawings;
using Glassy.Drawing;
using Glassy.Runs;

namespace Glassy.Components.Pictures;

/// <summary>
/// A sheet to draw on, which the run's weights read in the reader's browser, and test pictures to start from: <c>&lt;DrawPad /&gt;</c>. For
/// pictures in colour or larger than 64×64, and for architectures and preprocessing that a browser cannot compute, the test pictures alone.
/// </summary>
public sealed class DrawPad() : Component<NoAttributes>(TagName)
{
    /// <summary>What pages call it.</summary>
    public const string TagName = "DrawPad";

    private const int MostBars = 10;
    private const int SheetSide = 280;
    private const int TileSide = 84;

    /// <param name="Desk">Where to draw; null when readers cannot.</param>
    /// <param name="WhyNot">Why they cannot; null when they can.</param>
    /// <param name="Style">The style's address.</param>
    /// <param name="Gallery">Test pictures; the strip is the same for all.</param>
    public sealed record Model(Desk? Desk, string? WhyNot, string Style, GalleryModel Gallery);

    /// <param name="Scripts">Addresses, in the order in which they run.</param>
    /// <param name="Weights">The address of the script that holds the model; loaded when it is needed.</param>
    /// <param name="WeightBytes">What that costs, as gzip sends it.</param>
    /// <param name="Accuracy">Share of the test pictures that the rounded weights read right, 0..1.</param>
    /// <param name="RunAccuracy">The same of the run's own weights.</param>
    /// <param name="Total">All test pictures.</param>
    /// <param name="Levels">How many levels the weights of a row are rounded to.</param>
    /// <param name="DarkInk">Whether the dataset has dark ink on bright paper.</param>
    /// <param name="Bars">What the bars are called before there is an answer.</param>
    /// <param name="Width">Of what the model sees, pixels.</param>
    /// <param name="Height">Of what the model sees, pixels.</param>
    /// <param name="Cell">Side of one of those pixels on the sheet, in the sheet's units (about CSS pixels).</param>
    public sealed record Desk(
        IReadOnlyList<string> Scripts,
        string Weights,
        int WeightBytes,
        double Accuracy,
        double RunAccuracy,
        int Total,
        int Levels,
        bool DarkInk,
        IReadOnlyList<string> Bars,
        int Width,
        int Height,
        int Cell);

    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="ShownWidth">Of a picture, CSS pixels.</param>
    /// <param name="ShownHeight">Of a picture, CSS pixels.</param>
    /// <param name="Entries">Right ones, then wrong ones.</param>
    public sealed record GalleryModel(int TileWidth, int TileHeight, int ShownWidth, int ShownHeight, IReadOnlyList<Entry> Entries);

    /// <param name="Tile">The picture; its caption is the predicted class.</param>
    /// <param name="Probability">Of the predicted class, 0..1; null when it has none.</param>
    public sealed record Entry(PictureTile Tile, double? Probability);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is { Run: not null, HasPictures: false })
        {
            return Without(context, "absent.pictures");
        }

        if (context.Site is not { Run: { } run, Drawing: { } drawing })
        {
            return FailWithoutRun(call, context);
        }

        if (drawing.WhyNot is { } reason)
        {
            context.Diagnostics.Warning($"<{Name}>: readers see test pictures but cannot draw, because {reason}", call.Tag.Position);
        }

        return new Model(
            drawing.Browser is { } browser ? DeskOf(run, browser, context) : null,
            drawing.WhyNot is null ? null : DrawingSupport.WhyNot(run, context.Words),
            context.HrefOf("assets/css/draw.css"),
            GalleryOf(run, drawing, context));
    }

    private static Desk DeskOf(Run run, BrowserWeights browser, ComponentContext context)
    {
        var (shape, longest) = (run.Dataset.Shape, Math.Max(run.Dataset.Shape.Height, run.Dataset.Shape.Width));
        return new Desk(
            [context.HrefOf("assets/js/draw-reader.js"), context.HrefOf("assets/js/draw.js")],
            context.HrefOf(browser.Script),
            browser.CompressedBytes,
            (double)browser.Correct / browser.Total,
            run.Metrics.Accuracy,
            browser.Total,
            (2 * WeightLevels.Greatest) + 1,
            browser.Polarity == Polarity.DarkOnBright,
            [.. run.Dataset.Classes.Take(MostBars)],
            shape.Width,
            shape.Height,
            Math.Max(1, SheetSide / longest));
    }

    private static GalleryModel GalleryOf(Run run, DrawingAssets drawing, ComponentContext context)
    {
        var (classes, shape) = (run.Dataset.Classes, run.Dataset.Shape);
        var src = drawing.Strip is { } strip ? context.HrefOf(strip) : "";
        var longest = Math.Max(shape.Height, shape.Width);
        var scale = longest <= TileSide ? TileSide / longest : (double)TileSide / longest;
        return new GalleryModel(
            shape.Width,
            shape.Height,
            (int)Math.Round(shape.Width * scale),
            (int)Math.Round(shape.Height * scale),
            [
                .. drawing.Gallery.Select((picture, tile) => new Entry(
                    new PictureTile(
                        src,
                        tile,
                        null,
                        context.Words.Of("tile.test", ("class", classes[picture.Label]), ("index", picture.Index)),
                        classes[picture.Predicted],
                        classes[picture.Label],
                        picture.Label == picture.Predicted,
                        null),
                    picture.Probability)),
            ]);
    }
}
