using System.Text;
using Glassy.Configuration;
using Glassy.Content;
using Glassy.Execution;

namespace Glassy.Pipelines.Made;

/// <summary>What hosts and search engines look for: <c>sitemap.xml</c>, <c>robots.txt</c>, <c>.nojekyll</c>, <c>CNAME</c>.</summary>
internal sealed class HostFiles(SiteConfig site) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken)
    {
        yield return File(".nojekyll", ""); // else GitHub leaves out files that begin with _
        var robots = "User-agent: *\nAllow: /\n";
        if (models.SiteUrl is { } url)
        {
            yield return File("sitemap.xml", Sitemap(models.Map, url));
            robots += $"\nSitemap: {url}/sitemap.xml\n";
        }

        yield return File("robots.txt", robots);
        if (site.Cname is { } domain)
        {
            yield return File("CNAME", domain + "\n");
        }
    }

    /// <summary>All pages that search engines may show, after sitemaps.org's protocol 0.9.</summary>
    private static string Sitemap(SiteMap map, string url)
    {
        var routes = map.Pages.Where(page => !page.Source.FrontMatter.Unlisted).Select(page => page.Route)
            .Concat(map.MadeRoutes)
            .DistinctBy(route => route.File);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var address in routes.Select(route => route.AbsoluteFrom(url)).Order(StringComparer.Ordinal))
        {
            xml.Append("<url><loc>").Append(System.Security.SecurityElement.Escape(address)).Append("</loc></url>\n");
        }

        return xml.Append("</urlset>\n").ToString();
    }

    private static Document File(string path, string text) => new Document { Destination = path }.WithText(text);
}
