using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Furniture;
using Glassy.Navigation;
using Glassy.Pictures;
using Glassy.Rendering;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The metadata that documents carry from pipeline to pipeline.</summary>
internal static class Keys
{
    /// <summary>The dataset, found but perhaps not yet read.</summary>
    public static readonly Key<FoundDataset> Dataset = new("dataset");

    /// <summary>The recorded run that the site shows.</summary>
    public static readonly Key<Run> Run = new("run");

    /// <summary>That run with the figures of its predictions.</summary>
    public static readonly Key<RunResults> Results = new("results");

    /// <summary>Every picture that the site has of the dataset.</summary>
    public static readonly Key<PictureCatalog> Pictures = new("pictures");

    /// <summary>The weights of the model's first layer, on the document that shows them.</summary>
    public static readonly Key<FirstLayer> FirstLayer = new("first layer");

    /// <summary>The wrong predictions with what explains them, in test order.</summary>
    public static readonly Key<IReadOnlyList<ExplainedPicture>> Explained = new("explained pictures");

    /// <summary>What the site has for readers who draw.</summary>
    public static readonly Key<DrawingAssets> Drawing = new("drawing");

    /// <summary>All pages and their places, on a document of its own.</summary>
    public static readonly Key<SiteMap> SiteMap = new("site map");

    /// <summary>What stands around every page, on the document that holds the map.</summary>
    public static readonly Key<SiteFurniture> Furniture = new("furniture");

    /// <summary>With what the site's Markdown was rendered, for rendering some of it again.</summary>
    public static readonly Key<PageWorkshop> Workshop = new("workshop");

    /// <summary>Puts rendered pages into their layouts in a site with this map; a document without destination could not be.</summary>
    public static readonly Key<Func<SiteMap, CancellationToken, Func<Document, Document>>> Layouts = new("layouts");

    /// <summary>A page whose Markdown is rendered.</summary>
    public static readonly Key<RenderedPage> RenderedPage = new("rendered page");

    /// <summary>Files beside the pages, by absolute path, that the site has under other names than their own.</summary>
    public static readonly Key<IReadOnlySet<string>> Renamed = new("renamed");

    /// <summary>Whether the document's work had been done by an earlier build.</summary>
    public static readonly Key<bool> FromCache = new("from cache");
}
