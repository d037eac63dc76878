using System.Text;
using System.Text.RegularExpressions;
using Glassy.Diagnostics;

namespace Glassy.Pages;

/// <summary>Docusaurus' rules from a file and its front matter to an address.</summary>
public static partial class Permalink
{
    /// <summary>Bytes of a folder's name: file systems take 255.</summary>
    private const int LongestName = 200;

    /// <summary>The page's id in its folder: front matter <c>id</c>, else the file's name without number prefix.</summary>
    public static string BaseId(PageSource source) => source.FrontMatter.Id
        ?? (source.FrontMatter.ParseNumberPrefixes ? NumberPrefix.Split(source.Stem).Name : source.Stem);

    /// <summary>What other pages and sidebars call the page: its folders without number prefixes, and <see cref="BaseId"/>.</summary>
    public static string IdOf(PageSource source) =>
        source.Folder.Length == 0 ? BaseId(source) : $"{FolderOf(source)}/{BaseId(source)}";

    /// <summary>
    /// The address from the site's root, with a leading <c>/</c>; a trailing one only for index pages and where the slug has one.
    /// </summary>
    /// <param name="source">The page.</param>
    /// <param name="routeBase">What stands before every page's address; <c>/</c> for nothing.</param>
    public static string Of(PageSource source, string routeBase)
    {
        var slug = SlugOf(source);
        return Under(routeBase, slug);
    }

    /// <summary>An address below the route base.</summary>
    /// <param name="routeBase">What stands before every page's address; <c>/</c> for nothing.</param>
    /// <param name="slug">With or without a leading <c>/</c>.</param>
    public static string Under(string routeBase, string slug)
    {
        var prefix = routeBase.Trim('/');
        return (prefix.Length == 0 ? "/" : $"/{prefix}/") + slug.TrimStart('/');
    }

    /// <summary>Whether a page stands for its folder: <c>index</c>, <c>readme</c>, or named like the folder.</summary>
    public static bool IsIndex(PageSource source)
    {
        var folder = source.Folder[(source.Folder.LastIndexOf('/') + 1)..];
        return new[] { "index", "readme", folder }.Contains(source.Stem, StringComparer.OrdinalIgnoreCase);
    }

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

        var isFolder = whole.EndsWith('/')
            || whole.EndsWith("/.", StringComparison.Ordinal)
            || whole.EndsWith("/..", StringComparison.Ordinal);
        return "/" + string.Join('/', segments) + (isFolder && segments.Count > 0 ? "/" : "");
    }

    /// <summary>
    /// A path without query and fragment as an address: percent-encoded as JavaScript's <c>encodeURI</c> does, and <c>?</c>, <c>#</c> too.
    /// </summary>
    public static string Encode(string path)
    {
        var encoded = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return encoded.Contains('%', StringComparison.Ordinal)
            ? KeptInAddresses().Replace(encoded, match => Uri.UnescapeDataString(match.Value))
            : encoded;
    }

    /// <summary>Checks a slug that an author wrote.</summary>
    public static void Check(PageSource source, ICollection<Diagnostic> diagnostics)
    {
        if (source.FrontMatter.Slug?.Split('/').FirstOrDefault(segment => Encoding.UTF8.GetByteCount(segment) > LongestName) is { } name)
        {
            var place = source.FrontMatter.PositionOf("slug");
            diagnostics.Add(Diagnostic.Error(
                $"`slug`: a part of it has {Encoding.UTF8.GetByteCount(name)} bytes, expected {LongestName} or fewer: it becomes a folder's name",
                source.File,
                place.Line,
                place.Column));
        }

        if (source.FrontMatter.Slug is { } slug && slug.AsSpan().IndexOfAny('?', '#', '\\') >= 0)
        {
            var position = source.FrontMatter.PositionOf("slug");
            diagnostics.Add(
                Diagnostic.Error($"`slug: {slug}` must be a path without `?`, `#` and `\\`", source.File, position.Line, position.Column));
        }
    }

    private static string SlugOf(PageSource source)
    {
        var slug = source.FrontMatter.Slug;
        if (slug is not null && slug.StartsWith('/'))
        {
            return slug;
        }

        var folder = FolderOf(source);
        var folderSlug = folder.Length == 0 ? "/" : $"/{folder}/";
        return slug is null && IsIndex(source) ? folderSlug : Resolve(slug ?? BaseId(source), folderSlug);
    }

    private static string FolderOf(PageSource source) =>
        source.FrontMatter.ParseNumberPrefixes ? NumberPrefix.StripFolders(source.Folder) : source.Folder;

    /// <summary><c>! $ &amp; ' ( ) * + , : ; = @</c> mean themselves in a path.</summary>
    [GeneratedRegex("%(2[146789ABC]|3[ABD]|40)")]
    private static partial Regex KeptInAddresses();
}
