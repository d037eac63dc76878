using Glassy.Execution;
using Glassy.Furniture;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>The pages that only lead on, because others moved away from there.</summary>
internal sealed class RedirectPages(ScribanTheme theme) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken) => models.Furniture.Redirects.Select(redirect =>
    {
        var paths = models.PathsFrom(redirect.Route);
        var target = AnyPage.On(redirect.Href, paths);
        var model = models.Of(redirect.Label, redirect.Route, paths) with
        {
            Target = new PageLink(redirect.Label, target),
            TargetFile = FileOf(redirect, paths),
            Canonical = CanonicalOf(redirect, models.SiteUrl) ?? target,
            NoIndex = true,
        };
        return new Document { Destination = redirect.Route.File }.WithText(theme.Render("layouts/redirect.html", model, cancellationToken).Value);
    });

    private static string? FileOf(Redirect redirect, SitePath paths)
    {
        var rest = redirect.Href.AsSpan().IndexOfAny('?', '#');
        return redirect.Target is { } page ? page.HrefFrom(paths with { ToFiles = true }) + (rest < 0 ? "" : redirect.Href[rest..]) : null;
    }

    /// <summary>The target's address with scheme and host; null when the site's is not known.</summary>
    private static string? CanonicalOf(Redirect redirect, string? siteUrl) =>
        siteUrl is null || AnyPage.BelowRoot(redirect.Href) is not { } file ? null
        : redirect.Target?.AbsoluteFrom(siteUrl) ?? $"{siteUrl}/{file}";
}
