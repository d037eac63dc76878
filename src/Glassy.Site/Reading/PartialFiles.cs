using Glassy.Diagnostics;
using Glassy.Pages;

namespace Glassy.Reading;

/// <summary>The Markdown files that pages can include. Safe to use from any thread.</summary>
/// <param name="sources">Files of the input folder, those that are pages included.</param>
public sealed class PartialFiles(IEnumerable<PageSource> sources)
{
    private readonly Dictionary<string, PageSource> _byInputPath = sources.ToDictionary(source => source.InputPath, StringComparer.Ordinal);

    public static PartialFiles None { get; } = new([]);

    /// <summary>The file that an import names; null when there is none.</summary>
    /// <param name="path">As written: relative to the importing file, or <c>@site/docs/…</c> from the input folder.</param>
    /// <param name="from">The importing file.</param>
    public PageSource? Find(string path, PageSource from) =>
        Candidates(path, from).Select(candidate => _byInputPath.GetValueOrDefault(candidate)).FirstOrDefault(source => source is not null);

    /// <summary><c>; did you mean `./_note.mdx`?</c>, or nothing.</summary>
    public string Suggest(string path, PageSource from)
    {
        var wanted = Candidates(path, from).First();
        if (Spelling.Nearest(wanted, _byInputPath.Keys.Order(StringComparer.Ordinal)) is not { } nearest)
        {
            return "";
        }

        var written = path.StartsWith('@') ? $"@site/docs/{nearest}" : Relative(nearest, from.Folder);
        return $"; did you mean `{written}`?";
    }

    private static IEnumerable<string> Candidates(string path, PageSource from)
    {
        const string Site = "@site/";
        if (!path.StartsWith(Site, StringComparison.Ordinal))
        {
            yield return Permalink.Resolve(path, from.Folder.Length == 0 ? "/" : $"/{from.Folder}/").TrimStart('/');
            yield break;
        }

        var rest = path[Site.Length..];
        if (rest.IndexOf('/') is >= 0 and var slash && rest[..slash] is "docs" or "input")
        {
            yield return rest[(slash + 1)..];
        }

        yield return rest;
    }

    private static string Relative(string inputPath, string folder)
    {
        var relative = Path.GetRelativePath("/" + folder, "/" + inputPath).Replace('\\', '/');
        return relative.StartsWith('.') ? relative : "./" + relative;
    }
}
