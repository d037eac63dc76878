using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Pages;
using Glassy.Rendering;

namespace Glassy.Made;

/// <summary>The pages that a site has without its author.</summary>
internal static class MadePages
{
    /// <summary>All of them; an author's own at the same place wins, and of two made ones the first.</summary>
    /// <param name="models">The site around them.</param>
    /// <param name="rendered">The author's pages.</param>
    /// <param name="evidence">What is known of the wrong predictions; null when no page explores them.</param>
    /// <param name="runs">The pages of the recorded runs.</param>
    /// <param name="methods">The page of methods and checks; null for none.</param>
    /// <param name="trailingSlash">How the site writes addresses.</param>
    public static IEnumerable<SitePage> Of(
        PageModels models,
        IReadOnlyList<RenderedPage> rendered,
        PictureEvidence? evidence,
        IEnumerable<RunPage> runs,
        RenderedPage? methods,
        TrailingSlash trailingSlash)
    {
        var explorers = rendered.Where(page => page.Components.Contains(ErrorsExplorer.TagName)).Select(page => page.Page);
        return
        [
            .. models.Furniture.Redirects,
            new NotFoundPage { Title = models.Words["not_found.title"], Route = Route.Of("/404.html", default) },
            new FrontPage { Title = models.Map.First?.Title ?? "", Route = Route.Of("/", default), First = models.Map.First },
            .. models.Map.Made,
            .. evidence is null ? [] : explorers.SelectMany(explorer => PicturePage.Below(explorer, evidence, trailingSlash, models.Words)),
            .. runs,
            .. methods is null ? [] : new[] { MethodsPage.Of(methods) },
        ];
    }
}
