using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Checking;

/// <summary>Reads a built site as a reader's browser would and says which links, anchors and pictures lead nowhere.</summary>
/// <param name="folder">Absolute path of the site's folder.</param>
/// <param name="basePath">The path under which the site is published: what addresses that begin with <c>/</c> are below.</param>
/// <param name="progress">Counts pages.</param>
public sealed class SiteChecker(string folder, string basePath, IProgressSink progress)
{
    private static readonly string[] AddressAttributes = ["href", "src", "poster"];

    /// <summary>Checks every page.</summary>
    /// <exception cref="DiagnosticException">There is no site in the folder.</exception>
    public async Task<SiteCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length == 0)
        {
            throw new DiagnosticException(Diagnostic.Error("there is no built site; run `glassy build` first", folder));
        }

        using var task = progress.Start("Reading pages", files.Length);
        var done = 0;
        var read = await files.SelectParallelAsync(
            path =>
            {
                var page = Read(path);
                task.Report(Interlocked.Increment(ref done));
                return page;
            },
            cancellationToken).ConfigureAwait(false);
        var pages = read.ToDictionary(page => page.Name, StringComparer.Ordinal);

        var problems = pages.Values
            .SelectMany(page => page.Links
                .Where(link => !IsExternal(link.Address))
                .Select(link => (page.Name, Link: link, Problem: ProblemOf(page.Name, link.Address, pages))))
            .Where(found => found.Problem is not null)
            .Select(found => Diagnostic.Error($"`{found.Link.Address}`: {found.Problem}", found.Name, found.Link.Line, found.Link.Column))
            .ToList();
        var external = pages.Values
            .SelectMany(page => page.Links)
            .Select(link => link.Address)
            .Where(IsWeb)
            .Distinct(StringComparer.Ordinal);
        return new SiteCheck(
            pages.Count, pages.Values.Sum(page => page.Links.Count), [.. external.Order(StringComparer.Ordinal)], problems);
    }

    private CheckedPage Read(string path)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        using var document = parser.ParseDocument(File.ReadAllText(path));
        var links = document.All
            .SelectMany(element => AddressesOf(element).Select(address => new PageAddress(
                address, element.SourceReference?.Position.Line ?? 0, element.SourceReference?.Position.Column ?? 0)))
            .ToList();
        var ids = document.All.Select(element => element.Id)
            .Concat(document.QuerySelectorAll("a[name]").Select(anchor => anchor.GetAttribute("name")))
            .Where(id => !string.IsNullOrEmpty(id)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new CheckedPage(Path.GetRelativePath(folder, path).Replace('\\', '/'), ids, links);
    }

    private static IEnumerable<string> AddressesOf(IElement element)
    {
        foreach (var name in AddressAttributes)
        {
            if (element.GetAttribute(name) is { } address)
            {
                yield return address;
            }
        }

        // "a.png 1x, b.webp 2x": each candidate begins with its address (HTML, 4.8.4.2.1).
        foreach (var candidate in element.GetAttribute(
            "srcset")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            yield return candidate.Split(' ')[0];
        }
    }

    private string? ProblemOf(string page, string address, Dictionary<string, CheckedPage> pages)
    {
        var cut = address.IndexOf('#', StringComparison.Ordinal);
        var fragment = cut < 0 ? "" : Uri.UnescapeDataString(address[(cut + 1)..]);
        var path = Uri.UnescapeDataString((cut < 0 ? address : address[..cut]).Split('?')[0]);
        if (FileOf(page, path) is not { } file)
        {
            return $"there is no such file{Nearest(path, pages.Keys)}";
        }

        return fragment.Length > 0 && pages.TryGetValue(file, out var target) && !target.Ids.Contains(fragment)
            ? $"there is no such anchor{Spelling.Suggest(fragment, target.Ids)}"
            : null;
    }

    /// <summary>The file that a server would answer with, relative to the site; null when there is none.</summary>
    private string? FileOf(string page, string path)
    {
        var below = path.StartsWith('/')
            ? (path + "/").StartsWith(basePath, StringComparison.Ordinal) ? path[Math.Min(path.Length, basePath.Length)..] : null
            : Path.Combine(Path.GetDirectoryName(page) ?? "", path);
        if (below is null)
        {
            return null;
        }

        var file = path.Length == 0 ? Path.Combine(folder, page) : Path.GetFullPath(below, folder);
        string[] candidates = [file, Path.Combine(file, "index.html"), file.TrimEnd('/') + ".html"];
        return candidates.FirstOrDefault(File.Exists) is { } found
            && found.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetRelativePath(folder, found).Replace('\\', '/')
            : null;
    }

    private static string Nearest(string path, IEnumerable<string> pages) =>
        Spelling.Suggest(path.Trim('.', '/'), pages.Select(page => page.Replace("/index.html", "", StringComparison.Ordinal)));

    private static bool IsExternal(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile);

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private sealed record CheckedPage(string Name, IReadOnlySet<string> Ids, IReadOnlyList<PageAddress> Links);

    private sealed record PageAddress(string Address, int Line, int Column);
}
