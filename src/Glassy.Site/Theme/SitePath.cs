namespace Glassy.Theme;

/// <summary>Addresses inside the site, written relative to the page that uses them, so that the site works under any base path.</summary>
/// <param name="Page">The using page's address from the site's root: <c>/</c>, <c>/image-classification/glassy/</c>,
/// <c>/404.html</c>.</param>
/// <param name="AbsoluteRoot">The site's base path, for a page that is served at addresses of any depth (the 404); null for relative
/// addresses.</param>
/// <param name="ToFiles">Whether links to pages name their files (<c>site.linkStyle: file</c>).</param>
public sealed record SitePath(string Page, bool ToFiles = false, string? AbsoluteRoot = null)
{
    /// <summary>The prefix that leads from the page to the site's root: <c>./</c> or <c>../../</c>.</summary>
    public string Root
    {
        get
        {
            if (AbsoluteRoot is not null)
            {
                return AbsoluteRoot;
            }

            var depth = Page.Count(c => c == '/') - 1;
            return depth <= 0 ? "./" : string.Concat(Enumerable.Repeat("../", depth));
        }
    }

    /// <summary>The address of a file of the site.</summary>
    /// <param name="path">From the site's root, with or without a leading <c>/</c>; may have a query or fragment.</param>
    public string To(string path)
    {
        var trimmed = path.TrimStart('/');
        return Root + trimmed;
    }
}
