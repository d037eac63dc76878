using System.Globalization;
using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Publishing;
using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>
/// All pictures of the test split with what the model says of them, to filter and order: <c>&lt;Gallery errors="./errors.md" /&gt;</c>.
/// Without script the first ones.
/// </summary>
public sealed class Gallery() : Component<Gallery.Call>(TagName)
{
    /// <summary>Where a page shows it, all test pictures are drawn.</summary>
    public const string TagName = "Gallery";

    /// <param name="Size">Displayed width and height of a picture, CSS pixels.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, below which each mistake has a page of its own.</param>
    public sealed record Call(int Size = 56, Located<string>? Errors = null);

    /// <param name="Style">The style's address.</param>
    /// <param name="Script">The script's.</param>
    /// <param name="Packed">The script's that reads packed predictions.</param>
    /// <param name="Data">Where the script finds what it shows.</param>
    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a tile, its own pixels.</param>
    /// <param name="TileHeight">Of a tile, its own pixels.</param>
    /// <param name="Classes">Names in label order.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Correct">Those read right.</param>
    /// <param name="IsSure">Whether it is known how sure the model was.</param>
    /// <param name="Tiles">The first pictures.</param>
    /// <param name="Csv">Where what the model says of every picture can be read without script.</param>
    /// <param name="Mistake">A page of a mistake, from whose address those of others follow; null when there are none.</param>
    /// <param name="Region">What the pictures are called where they are read out; a page may have several.</param>
    public sealed record Model(
        string Style,
        string Script,
        string Packed,
        Loaded Data,
        int Size,
        int TileWidth,
        int TileHeight,
        IReadOnlyList<string> Classes,
        int Total,
        int Correct,
        bool IsSure,
        IReadOnlyList<PictureTile> Tiles,
        string Csv,
        MistakePage? Mistake,
        string Region);

    /// <param name="Predictions">The script with all predictions.</param>
    /// <param name="Attributes">The script with what else is known; null for nothing.</param>
    /// <param name="Known">The names of what is known there.</param>
    /// <param name="Strips">What the addresses of strips begin with, before their number.</param>
    /// <param name="Ending">What they end with.</param>
    /// <param name="PerStrip">Tiles in each but the last.</param>
    public sealed record Loaded(
        string Predictions,
        string? Attributes,
        IReadOnlyList<string> Known,
        string Strips,
        string Ending,
        int PerStrip);

    /// <param name="Index">The picture's, in the test split.</param>
    /// <param name="Href">The page's address.</param>
    /// <param name="Only">The indices of those that have a page, with commas between them; null when all mistakes have.</param>
    public sealed record MistakePage(int Index, string Href, string? Only);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } run, Addresses: { } addresses, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        return context.Site.Gallery is { } assets
            ? ModelOf(run, addresses, assets, attributes, pictures, context)
            : Fail(call, context, "its pictures were not drawn; write the tag into a page or a part of one, where the build looks for it");
    }

    private static Model ModelOf(
        Run run,
        RunAddresses addresses,
        GalleryAssets assets,
        Call attributes,
        PictureCatalog pictures,
        ComponentContext context)
    {
        var (classes, predictions) = (run.Dataset.Classes, context.Site.Predictions);
        return new Model(
            context.HrefOf("assets/css/gallery.css"),
            context.HrefOf("assets/js/gallery.js"),
            context.HrefOf("assets/js/packed.js"),
            new Loaded(
                context.HrefOf(addresses.Download(SiteFileNames.PredictionsScript)),
                assets.Attributes is { } script ? context.HrefOf(script) : null,
                assets.Known,
                context.HrefOf(addresses.GalleryStrips),
                assets.Ending,
                assets.PerStrip),
            attributes.Size,
            assets.Tile.Width,
            assets.Tile.Height,
            classes,
            predictions.Count,
            predictions.Count(prediction => prediction.IsCorrect),
            context.Site.Results?.Report.Probabilities is not null,
            [.. assets.First.Select((index, place) => TileOf(
                predictions[index],
                context.HrefOf(addresses.GalleryStrip(place / assets.PerStrip, assets.Ending)),
                place % assets.PerStrip,
                classes,
                context))],
            context.HrefOf(addresses.Download(SiteFileNames.PredictionsCsv)),
            attributes.Errors is { } page
                ? MistakeOf(context.Page.HrefOf(page.Value, page.Position), predictions, pictures, addresses)
                : null,
            context.NextName("gallery.region"));
    }

    private static PictureTile TileOf(Prediction prediction, string src, int tile, IReadOnlyList<string> classes, ComponentContext context)
    {
        var (truth, answer, words) = (classes[prediction.Label], classes[prediction.Predicted], context.Words);
        var alt = prediction.IsCorrect
            ? words.Of("tile.test", ("class", truth), ("index", prediction.Index))
            : words.Of(
                "tile.predicted",
                ("truth", truth),
                ("predicted", answer),
                ("picture", words.Of("tile.test_name", ("index", prediction.Index))));
        return new PictureTile(src, tile, null, alt, answer, truth, prediction.IsCorrect, null);
    }

    private static MistakePage? MistakeOf(
        string explorer,
        IReadOnlyList<Prediction> predictions,
        PictureCatalog pictures,
        RunAddresses addresses)
    {
        int[] shown = [.. pictures.WrongPredictions.SelectMany(group => group).Select(picture => picture.Index).Order()];
        return shown.Length == 0 ? null : new MistakePage(
            shown[0],
            Below(explorer, addresses.PicturePage(shown[0])),
            shown.Length == predictions.Count(prediction => !prediction.IsCorrect)
                ? null
                : string.Join(',', shown.Select(index => index.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The address of a page below another one, which is written in any of the ways in which a site writes addresses.</summary>
    private static string Below(string page, string name)
    {
        const string index = "index.html";
        const string ending = ".html";
        return page.EndsWith('/') ? $"{page}{name}/"
            : page.EndsWith("/" + index, StringComparison.Ordinal) ? $"{page[..^index.Length]}{name}/{index}"
            : page.EndsWith(ending, StringComparison.Ordinal) ? $"{page[..^ending.Length]}/{name}{ending}"
            : $"{page}/{name}";
    }
}
