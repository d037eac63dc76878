using Glassy.Execution;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>For addresses that lead nowhere. A server shows it at addresses of any depth, so its own links cannot be relative.</summary>
internal sealed class NotFoundPage(ScribanTheme theme) : IMadePages
{
    private const string File = "404.html";

    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken)
    {
        var model = models.Of("Page not found", Route.Of("/" + File, default), models.PathsFromAnywhere(File)) with
        {
            Content = new RawHtml("<h1>Page not found</h1>\n<p>This address leads nowhere, or somebody misread it.</p>"),
            NoIndex = true,
        };
        yield return new Document { Destination = File }.WithText(theme.Render("layouts/404.html", model, cancellationToken).Value);
    }
}
