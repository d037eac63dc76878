using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Import;

/// <summary>The parts of a Docusaurus site that Glassy has nothing for.</summary>
internal static class OtherParts
{
    private static readonly (string Path, string Reason)[] Parts =
    [
        ("blog", "there is no blog"),
        ("i18n", "there is one language"),
        ("versions.json", "there is one version"),
        ("versioned_docs", "there is one version"),
        ("versioned_sidebars", "there is one version"),
        ("src/css", "a theme's styles are in site/assets/css/"),
        ("src/theme", "a theme's parts are templates in site/"),
    ];

    /// <summary>One entry for each part that is there, and for each page and component of the site's own.</summary>
    /// <param name="source">The Docusaurus site.</param>
    public static IEnumerable<Diagnostic> In(ProjectFolder source)
    {
        var parts = Parts.Where(part => Path.Exists(source.Absolute(part.Path))).Select(part => (part.Path, part.Reason));
        var pages = FilesIn(source, "src/pages").Select(file =>
            (file, file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".mdx", StringComparison.Ordinal)
            ? "pages outside of docs/ go into input/ by hand"
            : "pages in React become pages in Markdown or layouts"));
        var components = FilesIn(source, "src/components").Where(IsScript)
            .Select(file => (file, "components in React become templates in site/components/"));
        return parts.Concat(pages).Concat(components).Select(part => Diagnostic.Warning($"not taken over: {part.Item2}", part.Item1));
    }

    private static bool IsScript(string file) => Path.GetExtension(file) is ".js" or ".jsx" or ".ts" or ".tsx";

    private static IEnumerable<string> FilesIn(ProjectFolder source, string folder) =>
        ContentFiles.In(source.Absolute(folder), source, Ignored)
            .Select(file => source.Relative(file.Path))
            .Where(file => IsScript(file) || Path.GetExtension(file) is ".md" or ".mdx");

    /// <summary>A link that leads out of the site is reported where it is not copied.</summary>
    private static void Ignored(Diagnostic closed)
    {
    }
}
