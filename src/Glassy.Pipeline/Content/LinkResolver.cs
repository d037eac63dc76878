using Glassy.Theme;

namespace Glassy.Content;

/// <summary>Turns the addresses in a page's Markdown into ones that work from where the page is served. Safe to call from any thread.</summary>
/// <param name="pages">All pages of the site.</param>
/// <param name="files">All other files of the site.</param>
public sealed class LinkResolver(IReadOnlyCollection<Page> pages, SiteFiles files)
{
    private readonly Dictionary<string, Page> _byInputPath =
        pages.ToDictionary(page => page.Source.InputPath, StringComparer.Ordinal);

    private readonly Dictionary<string, Page> _byPermalink = pages
        .DistinctBy(page => Key(page.Permalink)).ToDictionary(page => Key(page.Permalink), StringComparer.Ordinal);

    /// <summary>Whether an address leaves the site: it has a scheme or a host.</summary>
    public static bool IsExternal(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return url.StartsWith("//", StringComparison.Ordinal) || (end > 1 && url[end] == ':' && char.IsAsciiLetter(url[0]));
    }

    /// <summary>A link's address.</summary>
    /// <param name="url">As written.</param>
    /// <param name="page">The page that it is written on.</param>
    /// <param name="sitePath">Addresses relative to that page.</param>
    /// <param name="error">What is wrong, or null.</param>
    public string ResolveLink(string url, Page page, SitePath sitePath, out string? error)
    {
        error = null;
        if (url.Length == 0 || url[0] == '#' || IsExternal(url))
        {
            return url;
        }

        var (path, rest) = SplitSuffix(url);
        if (path.Length == 0)
        {
            return url;
        }

        path = Uri.UnescapeDataString(path);
        if (FindPage(path, page) is { } target)
        {
            return target.HrefFrom(sitePath) + rest;
        }

        if (FindFile(path, page) is { } file)
        {
            return Permalink.Encode(sitePath.To(file)) + rest;
        }

        error = DescribeMissing(url, path, page);
        return url;
    }

    /// <summary>A picture's address and, when known, its size.</summary>
    /// <param name="url">As written.</param>
    /// <param name="page">The page that it is written on.</param>
    /// <param name="sitePath">Addresses relative to that page.</param>
    /// <returns>Null when the site has no such picture.</returns>
    public (string Href, PictureSize? Size)? ResolvePicture(string url, Page page, SitePath sitePath)
    {
        if (IsExternal(url))
        {
            return (url, null);
        }

        var (path, rest) = SplitSuffix(url);
        return FindFile(Uri.UnescapeDataString(path), page) is { } file
            ? (Permalink.Encode(sitePath.To(file)) + rest, files.SizeOf(file))
            : null;
    }

    private Page? FindPage(string path, Page page)
    {
        if (PageSource.IsMarkdown(path))
        {
            var beside = Permalink.Resolve(path, FolderOf(page)).TrimStart('/');
            return _byInputPath.GetValueOrDefault(beside) ?? _byInputPath.GetValueOrDefault(path.TrimStart('.', '/'));
        }

        var folder = page.Permalink[..(page.Permalink.LastIndexOf('/') + 1)];
        return _byPermalink.GetValueOrDefault(Key(Permalink.Resolve(path, folder)));
    }

    private string? FindFile(string path, Page page)
    {
        var file = Permalink.Resolve(path, FolderOf(page)).TrimStart('/');
        return files.Contains(file) ? file : null;
    }

    private string DescribeMissing(string url, string path, Page page)
    {
        var isFile = PageSource.IsMarkdown(path);
        var known = isFile ? _byInputPath.Keys : _byPermalink.Values.Select(other => other.Permalink);
        var wanted = Permalink.Resolve(path, FolderOf(page));
        var suggestion = Spelling.Suggest(isFile ? wanted.TrimStart('/') : wanted, known.Order(StringComparer.Ordinal));
        return $"the link `{url}` leads nowhere: no page or file of the site is there{suggestion}";
    }

    private static string FolderOf(Page page) => page.Source.Folder.Length == 0 ? "/" : $"/{page.Source.Folder}/";

    private static string Key(string permalink) => permalink.TrimEnd('/');

    private static (string Path, string Suffix) SplitSuffix(string url)
    {
        var cut = url.AsSpan().IndexOfAny('?', '#');
        return cut < 0 ? (url, "") : (url[..cut], url[cut..]);
    }
}
