using Glassy.Execution;
using Glassy.Pages;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>For a site without a page at its root: leads to the first page.</summary>
internal sealed class FrontPage(ScribanTheme theme) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken)
    {
        var root = Route.Of("/", default);
        var paths = models.PathsFrom(root);
        var model = models.Of(models.Map.First?.Title ?? "", root, paths);
        model = model with
        {
            Target = new PageLink(model.Title, model.Site.Home),
            TargetFile = models.Map.First?.Route.HrefFrom(paths with { ToFiles = true }),
            Canonical = model.Site.Home,
            NoIndex = true,
        };
        yield return new Document { Destination = root.File }.WithText(theme.Render("layouts/redirect.html", model, cancellationToken).Value);
    }
}
