using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Links;

/// <summary>
/// Turns the addresses in a page's Markdown into ones that work from where the page is served. Safe to call from any thread.
/// </summary>
/// <param name="pages">All pages of the site.</param>
/// <param name="files">All other files of the site.</param>
/// <param name="made">The pages that no author wrote; null for none.</param>
/// <param name="publisher">Where the site has files; null for where they lie.</param>
public sealed class LinkResolver(
    IReadOnlyCollection<Page> pages,
    SiteFiles files,
    IEnumerable<SitePage>? made = null,
    IFilePublisher? publisher = null)
{
    /// <summary>Where Docusaurus keeps its documents: links may begin from the folder above it.</summary>
    private const string DocsFolder = "docs/";

    private readonly IFilePublisher _publisher = publisher ?? files;

    private readonly Dictionary<string, Page> _byInputPath =
        pages.ToDictionary(page => page.Source.InputPath, StringComparer.Ordinal);

    private readonly Dictionary<string, Page> _byPermalink = pages
        .DistinctBy(page => Key(page.Permalink)).ToDictionary(page => Key(page.Permalink), StringComparer.Ordinal);

    private readonly Dictionary<string, Route> _made = (made ?? []).Select(page => page.Route)
        .DistinctBy(route => Key(route.Permalink)).ToDictionary(route => Key(route.Permalink), StringComparer.Ordinal);

    /// <summary>
    /// The path under which the site is published. HTML from elsewhere may begin its addresses with it; begins and ends with <c>/</c>.
    /// </summary>
    public string BasePath { get; init; } = "/";

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
    public ResolvedLink ResolveLink(string url, Page page, SitePath sitePath)
    {
        if (UrlScheme.MistakeIn(url) is { } mistake)
        {
            return new ResolvedLink("") { Refused = mistake };
        }

        if (Unchecked(url, sitePath) is { } address)
        {
            return new ResolvedLink(address);
        }

        var (path, rest) = SplitSuffix(WithoutAlias(url));
        var fragment = rest[(rest.IndexOf('#', StringComparison.Ordinal) is var cut and >= 0 ? cut + 1 : rest.Length)..];
        if (path.Length == 0)
        {
            return new ResolvedLink(url) { Permalink = page.Permalink, Fragment = fragment };
        }

        path = Uri.UnescapeDataString(path);
        if (FindPage(path, page) is { } target)
        {
            var href = PageSource.IsMarkdown(path) ? target.HrefFrom(sitePath) : target.Route.HrefFrom(sitePath, AddressOf(path, page));
            return new ResolvedLink(href + rest) { Permalink = target.Permalink, Fragment = fragment };
        }

        if (_made.GetValueOrDefault(AddressKey(path, page)) is { } route)
        {
            return new ResolvedLink(
                route.HrefFrom(sitePath, AddressOf(path, page)) + rest)
            { Permalink = route.Permalink, Fragment = fragment };
        }

        if (WithoutBase(url) is { } inside && ResolveLink(inside, page, sitePath) is { Error: null } link)
        {
            return link;
        }

        return FileAt(path, page) is { } file
            ? new ResolvedLink(HrefOf(file, sitePath) + rest) { File = file }
            : new ResolvedLink(sitePath.To(Permalink.Encode(AddressOf(path, page))) + rest) { Error = DescribeMissing(url, path, page) };
    }

    /// <summary>The file that an address names, from the site's root without leading <c>/</c>; null when there is none.</summary>
    /// <param name="url">As written.</param>
    /// <param name="page">The page that it is written on.</param>
    public string? FindFile(string url, Page page) => FileAt(Uri.UnescapeDataString(SplitSuffix(WithoutAlias(url)).Path), page)
        ?? (WithoutBase(url) is { } inside ? FindFile(inside, page) : null);

    /// <summary>A file's address, for what links to it or loads it as it is.</summary>
    /// <param name="file">From <see cref="FindFile"/>.</param>
    /// <param name="sitePath">Addresses relative to the page.</param>
    public string HrefOf(string file, SitePath sitePath) => Permalink.Encode(sitePath.To(_publisher.Link(file)));

    /// <summary>A file's address as <see cref="HrefOf"/> gives it, with the query and fragment of what is written.</summary>
    /// <param name="url">As written.</param>
    /// <param name="page">The page that it is written on.</param>
    /// <param name="sitePath">Addresses relative to that page.</param>
    /// <returns>Null when the site has no such file.</returns>
    public string? ResolveFile(string url, Page page, SitePath sitePath) =>
        Unchecked(url, sitePath) ?? (FindFile(url, page) is { } file ? HrefOf(file, sitePath) + SplitSuffix(url).Suffix : null);

    /// <summary>A picture that a page shows.</summary>
    /// <param name="url">As written.</param>
    /// <param name="page">The page that it is written on.</param>
    /// <param name="sitePath">Addresses relative to that page.</param>
    /// <returns>Null when the site has no such picture.</returns>
    public ResolvedPicture? ResolvePicture(string url, Page page, SitePath sitePath) =>
        Unchecked(url, sitePath) is { } address ? new ResolvedPicture(address)
        : FindFile(url, page) is { } file ? ShowFile(file, sitePath, SplitSuffix(url).Suffix)
        : null;

    /// <summary>A picture of the site that a page shows.</summary>
    /// <param name="file">From <see cref="FindFile"/>.</param>
    /// <param name="sitePath">Addresses relative to the page.</param>
    /// <param name="suffix">Query and fragment.</param>
    public ResolvedPicture ShowFile(string file, SitePath sitePath, string suffix = "")
    {
        var picture = _publisher.Show(file);
        return new ResolvedPicture(Permalink.Encode(sitePath.To(picture.Path)) + suffix, picture, suffix);
    }

    /// <summary><c>; did you mean `/img/a.png`?</c>, or nothing.</summary>
    /// <param name="url">A picture or file that is not there, as written.</param>
    /// <param name="page">The page that it is written on.</param>
    public string SuggestFile(string url, Page page)
    {
        var path = Uri.UnescapeDataString(SplitSuffix(WithoutAlias(url)).Path);
        return files.Nearest(Permalink.Resolve(path, FolderOf(page)).TrimStart('/')) is { } nearest ? $"; did you mean `/{nearest}`?" : "";
    }

    private Page? FindPage(string path, Page page)
    {
        if (PageSource.IsMarkdown(path))
        {
            var beside = Permalink.Resolve(path, FolderOf(page)).TrimStart('/');
            var fromRoot = path.TrimStart('.', '/');
            return _byInputPath.GetValueOrDefault(beside) ?? _byInputPath.GetValueOrDefault(fromRoot)
                ?? (fromRoot.StartsWith(DocsFolder, StringComparison.Ordinal)
                    ? _byInputPath.GetValueOrDefault(fromRoot[DocsFolder.Length..])
                    : null);
        }

        return _byPermalink.GetValueOrDefault(AddressKey(path, page));
    }

    private static string AddressKey(string path, Page page) => Key(AddressOf(path, page));

    /// <summary>An address as the reader's browser understands it on the page.</summary>
    private static string AddressOf(string path, Page page) =>
        Permalink.Resolve(path, page.Permalink[..(page.Permalink.LastIndexOf('/') + 1)]);

    private string? FileAt(string path, Page page)
    {
        var file = Permalink.Resolve(path, FolderOf(page)).TrimStart('/');
        return files.Contains(file) ? file : null;
    }

    private string DescribeMissing(string url, string path, Page page)
    {
        var isFile = PageSource.IsMarkdown(path);
        var known = isFile
            ? _byInputPath.Keys
            : _byPermalink.Values.Select(other => other.Permalink).Concat(_made.Values.Select(route => route.Permalink));
        var wanted = Permalink.Resolve(path, FolderOf(page));
        var suggestion = Spelling.Suggest(isFile ? wanted.TrimStart('/') : wanted, known.Order(StringComparer.Ordinal));
        if (suggestion.Length == 0 && !isFile && Path.HasExtension(path))
        {
            suggestion = SuggestFile(url, page);
        }

        return $"the link `{url}` leads nowhere: no page or file of the site is there{suggestion}";
    }

    private static string FolderOf(Page page) => page.Source.Folder.Length == 0 ? "/" : $"/{page.Source.Folder}/";

    private static string Key(string permalink) => permalink.TrimEnd('/');

    /// <summary>
    /// The address of what the site does not have to know: other sites, and <c>pathname:///x</c> for an <c>/x</c> that others put there.
    /// </summary>
    private static string? Unchecked(string url, SitePath sitePath)
    {
        const string Scheme = "pathname://";
        return url.StartsWith(Scheme + "/", StringComparison.Ordinal) ? sitePath.To(url[Scheme.Length..])
            : url.StartsWith(Scheme + ".", StringComparison.Ordinal) ? url[Scheme.Length..]
            : url.Length == 0 || IsExternal(url) ? url
            : null;
    }

    /// <summary>What an address says below the base path; null for others.</summary>
    private string? WithoutBase(string url) =>
        BasePath.Length > 1 && url.StartsWith(BasePath, StringComparison.Ordinal) ? url[(BasePath.Length - 1)..] : null;

    /// <summary>An address with <c>@site/</c> as one from the site's root: the folders below it are those that lie there.</summary>
    private static string WithoutAlias(string url)
    {
        string[] aliases = ["@site/static/", "@site/docs/", "@site/input/"];
        var alias = Array.Find(aliases, prefix => url.StartsWith(prefix, StringComparison.Ordinal));
        return alias is null ? url : url[(alias.Length - 1)..];
    }

    private static (string Path, string Suffix) SplitSuffix(string url)
    {
        var cut = url.AsSpan().IndexOfAny('?', '#');
        return cut < 0 ? (url, "") : (url[..cut], url[cut..]);
    }
}
