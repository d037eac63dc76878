using System.Globalization;
using System.Text;
using Glassy.Configuration;
using Glassy.Execution;

namespace Glassy.Made;

/// <summary>What hosts and search engines look for: <c>sitemap.xml</c>, <c>robots.txt</c>, <c>.nojekyll</c>, <c>CNAME</c>.</summary>
internal static class HostFiles
{
    public static IEnumerable<Document> Of(SiteConfig site, PageModels models)
    {
        yield return File(".nojekyll", ""); // else GitHub leaves out files that begin with _
        var robots = "User-agent: *\nAllow: /\n";
        if (models.SiteUrl is { } url)
        {
            yield return File("sitemap.xml", Sitemap(models, url));
            robots += $"\nSitemap: {url}/sitemap.xml\n";
        }

        yield return File("robots.txt", robots);
        if (site.Cname is { } domain)
        {
            yield return File("CNAME", domain + "\n");
        }
    }

    /// <summary>All pages that search engines may show, after sitemaps.org's protocol 0.9.</summary>
    private static string Sitemap(PageModels models, string url)
    {
        var pages = models.Map.All.Where(page => page.IsListed)
            .DistinctBy(page => page.Route.File)
            .Select(page => (Address: page.Route.AbsoluteFrom(url), Changed: models.Updates.Of(page)?.Date));
        var xml = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var (address, changed) in pages.OrderBy(page => page.Address, StringComparer.Ordinal))
        {
            xml.Append("<url><loc>").Append(System.Security.SecurityElement.Escape(address)).Append("</loc>");
            if (changed is { } date)
            {
                xml.Append("<lastmod>").Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("</lastmod>");
            }

            xml.Append("</url>\n");
        }

        return xml.Append("</urlset>\n").ToString();
    }

    private static Document File(string path, string text) => new Document { Destination = path }.WithText(text);
}
