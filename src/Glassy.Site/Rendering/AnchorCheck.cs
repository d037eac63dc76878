using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Rendering;

/// <summary>Finds links to places in pages that are not there.</summary>
public static class AnchorCheck
{
    /// <summary>Checks the links of all pages against the ids of their elements.</summary>
    /// <param name="pages">All pages of the site.</param>
    /// <param name="severity">How serious a link to nowhere is; null when it is not to be reported.</param>
    /// <returns>In the order of the pages and of their links.</returns>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<RenderedPage> pages, Severity? severity)
    {
        var wanted = pages.SelectMany(page => page.AnchorLinks).Select(link => link.Permalink).ToHashSet(StringComparer.Ordinal);
        return Check(
            pages,
            pages.Where(page => wanted.Contains(page.Page.Permalink)).Select(page => (page.Page.Permalink, page.Markup.Ids())),
            severity);
    }

    /// <summary>Checks the links of all pages to certain pages.</summary>
    /// <param name="pages">All pages of the site that an author wrote.</param>
    /// <param name="targets">Pages and the ids of their elements; links to others are not looked at.</param>
    /// <param name="severity">How serious a link to nowhere is; null when it is not to be reported.</param>
    /// <returns>In the order of the pages and of their links.</returns>
    public static IReadOnlyList<Diagnostic> Check(
        IReadOnlyList<RenderedPage> pages, IEnumerable<(string Permalink, IReadOnlySet<string> Ids)> targets, Severity? severity)
    {
        if (severity is not { } reported)
        {
            return [];
        }

        var idsOf = targets
            .DistinctBy(target => target.Permalink)
            .ToDictionary(target => target.Permalink, target => target.Ids, StringComparer.Ordinal);
        return
        [
            .. from link in pages.SelectMany(page => page.AnchorLinks)
               let ids = idsOf.GetValueOrDefault(link.Permalink)
               where ids is not null && !Leads(link.Fragment, ids)
               select new Diagnostic(reported, Describe(link, ids), link.File, link.Position.Line, link.Position.Column),
        ];
    }

    /// <summary>
    /// Whether a browser finds the place: as written or percent-decoded; empty and <c>top</c> are the page's beginning (HTML, 7.4.6.3).
    /// </summary>
    private static bool Leads(string fragment, IReadOnlySet<string> ids)
    {
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal); // a text to mark, which no id names
        var id = directive < 0 ? fragment : fragment[..directive];
        var decoded = Uri.UnescapeDataString(id);
        return id.Length == 0 || ids.Contains(id) || ids.Contains(decoded) || decoded.Equals("top", StringComparison.OrdinalIgnoreCase);
    }

    private static string Describe(AnchorLink link, IReadOnlySet<string> ids)
    {
        var suggestion = Spelling.Suggest(Uri.UnescapeDataString(link.Fragment), ids.Order(StringComparer.Ordinal));
        return $"the link `{link.Url}` leads to no anchor: the page `{link.Permalink}` has no `{link.Fragment}`{suggestion}{link.Includer}";
    }
}
