using Glassy.Configuration;
using Glassy.Theme;

namespace Glassy.Pages;

/// <summary>Where a page is: the address that links name, and the file that holds it.</summary>
public sealed record Route
{
    private const string IndexFile = "index.html";
    private readonly string _href;
    private readonly string _fileHref;
    private readonly bool _isFree;

    private Route(string permalink, string file, bool isFree = false)
    {
        _isFree = isFree;
        Permalink = permalink;
        File = file;
        _href = Pages.Permalink.Encode(permalink.TrimStart('/'));
        _fileHref = Pages.Permalink.Encode(file);
    }

    /// <summary>From the site's root, as links write it: <c>/image-classification/glassy</c>.</summary>
    public string Permalink { get; }

    /// <summary><see cref="Permalink"/>, percent-encoded.</summary>
    public string EncodedPermalink => "/" + _href;

    /// <summary>Relative to the output folder: <c>image-classification/glassy/index.html</c>.</summary>
    public string File { get; }

    /// <summary>The file beside it that holds the page as Markdown: <c>image-classification/glassy/index.md</c>.</summary>
    public string MarkdownFile => File[..^".html".Length] + ".md";

    /// <summary>That Markdown's address, relative to the page.</summary>
    public string MarkdownHref => Pages.Permalink.Encode(Path.GetFileName(MarkdownFile));

    /// <summary>The file beside it that holds the page's card: <c>image-classification/glassy/index.card.png</c>.</summary>
    public string CardFile => File[..^".html".Length] + ".card.png";

    /// <summary>
    /// What the page's own relative links begin from: <c>/image-classification/glassy/</c>. A server answers the address
    /// of a folder by sending the reader to it with a <c>/</c>, so a page in a folder's <c>index.html</c> is always read there.
    /// </summary>
    public string Address => IsIndexFile ? "/" + File[..^IndexFile.Length] : Permalink;

    private bool IsIndexFile => File == IndexFile || File.EndsWith("/" + IndexFile, StringComparison.Ordinal);

    /// <param name="permalink">With a leading <c>/</c>; a trailing one for index pages. One that ends in <c>.html</c> is its own
    /// file.</param>
    /// <param name="trailingSlash">How the site writes addresses.</param>
    public static Route Of(string permalink, TrailingSlash trailingSlash)
    {
        var path = permalink.Trim('/');
        if (path.Length == 0)
        {
            return new Route("/", IndexFile);
        }

        if (path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            return new Route("/" + path, path);
        }

        return trailingSlash switch
        {
            TrailingSlash.Always => new Route($"/{path}/", $"{path}/{IndexFile}"),
            TrailingSlash.Never => new Route("/" + path, path + ".html"),
            _ => new Route(permalink, $"{path}/{IndexFile}", isFree: true),
        };
    }

    /// <summary>Where a recorded run has its page, on a site that has such pages.</summary>
    /// <param name="id">The run's.</param>
    /// <param name="config">How addresses are made.</param>
    public static Route OfRun(string id, SiteConfig config) =>
        Of(Pages.Permalink.Under(config.RouteBase, $"runs/{id}"), config.TrailingSlash);

    /// <summary>Where a site with a run has its page of methods and checks.</summary>
    /// <param name="config">How addresses are made.</param>
    public static Route OfMethods(SiteConfig config) =>
        Of(Pages.Permalink.Under(config.RouteBase, "methods-and-checks"), config.TrailingSlash);

    /// <summary>A page below this one.</summary>
    /// <param name="name">Of its file or folder.</param>
    /// <param name="trailingSlash">How the site writes addresses.</param>
    public Route Below(string name, TrailingSlash trailingSlash) => Of($"{Permalink.TrimEnd('/')}/{name}", trailingSlash);

    /// <summary>The address for a link on another page, percent-encoded.</summary>
    public string HrefFrom(SitePath sitePath) => sitePath.Root + (sitePath.ToFiles ? _fileHref : _href);

    /// <summary>
    /// The address for a link that names it by an address of its own: where the site leaves it open, with a <c>/</c> at the end or
    /// without as that link is written.
    /// </summary>
    /// <param name="sitePath">Addresses relative to the linking page.</param>
    /// <param name="written">The link's path.</param>
    public string HrefFrom(SitePath sitePath, string written) => !_isFree || sitePath.ToFiles
        ? HrefFrom(sitePath)
        : sitePath.Root + _href.TrimEnd('/') + (written.EndsWith('/') ? "/" : "");

    /// <summary>The address with scheme and host, percent-encoded.</summary>
    /// <param name="siteUrl">The site's address with its base path, without trailing <c>/</c>.</param>
    public string AbsoluteFrom(string siteUrl) => $"{siteUrl}/{_href}";
}
