using Glassy.Execution;

namespace Glassy.Content;

/// <summary>Docusaurus' rules from a file and its front matter to an address.</summary>
public static class Permalink
{
    /// <summary>The page's id in its folder: front matter <c>id</c>, else the file's name without number prefix.</summary>
    public static string BaseId(PageSource source) => source.FrontMatter.Id
        ?? (source.FrontMatter.ParseNumberPrefixes ? NumberPrefix.Split(source.Stem).Name : source.Stem);

    /// <summary>The address from the site's root, with a leading <c>/</c>; a trailing one only for index pages and where the slug has one.</summary>
    /// <param name="source">The page.</param>
    /// <param name="routeBase">What stands before every page's address; <c>/</c> for nothing.</param>
    public static string Of(PageSource source, string routeBase)
    {
        var slug = SlugOf(source);
        var prefix = routeBase.Trim('/');
        return prefix.Length == 0 ? slug : $"/{prefix}{slug}";
    }

    /// <summary>Whether a page stands for its folder: <c>index</c>, <c>readme</c>, or named like the folder.</summary>
    public static bool IsIndex(PageSource source)
    {
        var folder = source.Folder[(source.Folder.LastIndexOf('/') + 1)..];
        return new[] { "index", "readme", folder }.Contains(source.Stem, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The file that holds the page at an address: <c>/a/b</c> and <c>/a/b/</c> are <c>a/b/index.html</c>.</summary>
    public static string OutputPath(string permalink)
    {
        var path = permalink.Trim('/');
        return path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path
            : path.Length == 0 ? "index.html" : path + "/index.html";
    }

    /// <summary>The page's address as its links are relative to: with a trailing <c>/</c> unless it is a file.</summary>
    public static string Address(string permalink) =>
        permalink.EndsWith('/') || permalink.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? permalink : permalink + "/";

    /// <summary>A path with <c>.</c> and <c>..</c> resolved against a folder; <c>..</c> at the root stays there.</summary>
    /// <param name="path">Relative, or absolute from the site's root.</param>
    /// <param name="folder">With leading and trailing <c>/</c>.</param>
    public static string Resolve(string path, string folder)
    {
        var segments = new List<string>();
        var whole = path.StartsWith('/') ? path : folder + path;
        foreach (var segment in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        var isFolder = whole.EndsWith('/') || whole.EndsWith("/.", StringComparison.Ordinal) || whole.EndsWith("/..", StringComparison.Ordinal);
        return "/" + string.Join('/', segments) + (isFolder && segments.Count > 0 ? "/" : "");
    }

    /// <summary>A path without query and fragment as an address: each segment percent-encoded.</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Checks a slug that an author wrote.</summary>
    public static void Check(PageSource source, ICollection<Diagnostic> diagnostics)
    {
        if (source.FrontMatter.Slug is { } slug && slug.AsSpan().IndexOfAny('?', '#', '\\') >= 0)
        {
            var position = source.FrontMatter.PositionOf("slug");
            diagnostics.Add(Diagnostic.Error($"`slug: {slug}` must be a path without `?`, `#` and `\\`", source.File, position.Line, position.Column));
        }
    }

    private static string SlugOf(PageSource source)
    {
        var slug = source.FrontMatter.Slug;
        if (slug is not null && slug.StartsWith('/'))
        {
            return slug;
        }

        var folder = source.FrontMatter.ParseNumberPrefixes ? NumberPrefix.StripFolders(source.Folder) : source.Folder;
        var folderSlug = folder.Length == 0 ? "/" : $"/{folder}/";
        return slug is null && IsIndex(source) ? folderSlug : Resolve(slug ?? BaseId(source), folderSlug);
    }
}
