using Glassy.Modules;
using Microsoft.AspNetCore.StaticFiles;

namespace Glassy.Preview;

/// <summary>What a static host answers to an address of the site.</summary>
/// <param name="Path">Absolute path of the file that is sent; null when there is none, or the reader is sent on.</param>
/// <param name="IsFound">Whether it is what was asked for, rather than the page for what is not there.</param>
/// <param name="Folder">The address with the missing <c>/</c>, to which the reader is sent on; null otherwise.</param>
public sealed record SiteFile(string? Path, bool IsFound, string? Folder = null)
{
    private const string Index = "index.html";
    private const string NotFound = "404.html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Looks an address up as GitHub Pages does: the file itself, the page without its <c>.html</c>, a folder's index.</summary>
    /// <param name="output">Absolute path of the site's folder.</param>
    /// <param name="address">From the site's root, decoded: <c>/guide/</c>, <c>/assets/css/glassy.css</c>.</param>
    public static SiteFile Find(string output, string address)
    {
        var manifest = new SiteManifest(output);
        return Candidates(address).Select(Existing).FirstOrDefault(path => path is not null) is { } found
            ? new SiteFile(found, IsFound: true)
            : !address.EndsWith('/') && Existing(address.TrimStart('/') + "/" + Index) is not null
                ? new SiteFile(null, IsFound: true, address + "/")
            : new SiteFile(Existing(NotFound), IsFound: false);

        string? Existing(string file) =>
            SafePath(file) is { } path && File.Exists(path) ? path : null;

        string? SafePath(string file) =>
            file.Contains('\0', StringComparison.Ordinal) || file.Split('/', '\\').Contains("..") || file == SiteManifest.FileName
                ? null
                : manifest.PathOf(file);
    }

    /// <summary>The files of the site whose change concerns a reader at an address: what is there, and what would be if it were.</summary>
    /// <param name="address">From the site's root, decoded.</param>
    public IReadOnlyList<string> Concerning(string address) => IsFound
        ? [.. Candidates(address)]
        : [.. Candidates(address), .. address.EndsWith('/') ? Array.Empty<string>() : [address.TrimStart('/') + "/" + Index], NotFound];

    /// <summary>By the file's extension, with the character set of texts.</summary>
    /// <param name="path">The file.</param>
    public static string ContentTypeOf(string path) => Types.TryGetContentType(path, out var type)
        ? type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml" or "image/svg+xml"
            ? type + "; charset=utf-8"
            : type
        : "application/octet-stream";

    private static IEnumerable<string> Candidates(string address)
    {
        var file = address.TrimStart('/');
        return file.Length == 0 || file.EndsWith('/') ? [file + Index] : [file, file + ".html"];
    }
}
