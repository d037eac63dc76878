using System.Text.RegularExpressions;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pages;

namespace Glassy.Import;

/// <summary>
/// The files that documents show as code, <c>import x from '!!raw-loader!@site/src/x.js'</c>, and that lie elsewhere than the documents.
/// </summary>
internal static partial class ShownFiles
{
    private const string Site = "@site/";
    private const string Input = "input";

    /// <summary>Where each file lies, and where the project will look for it; a file that is not there is reported by the build.</summary>
    /// <param name="docs">Absolute path of the documents' folder.</param>
    /// <param name="source">The Docusaurus site.</param>
    /// <param name="target">The project.</param>
    public static IEnumerable<(string From, string To)> In(string docs, ProjectFolder source, ProjectFolder target) =>
        ContentFiles.In(docs, source, Ignored).Select(file => file.Path).Where(PageSource.IsMarkdown)
            .SelectMany(file => ImportsOf(file).Select(path => Placed(path, file, docs, source, target)))
            .Where(file => File.Exists(file.From)
                && source.WhyClosed(file.From) is null
                && target.WhyClosed(file.To) is null
                && !file.To.StartsWith(Input + '/', StringComparison.Ordinal))
            .DistinctBy(file => file.To);

    private static IEnumerable<string> ImportsOf(string file) =>
        RawImport().Matches(File.ReadAllText(file)).Select(match => match.Groups["path"].Value);

    private static (string From, string To) Placed(string path, string file, string docs, ProjectFolder source, ProjectFolder target)
    {
        if (path.StartsWith(Site, StringComparison.Ordinal))
        {
            var rest = path[Site.Length..];
            return (source.Absolute(rest), target.Relative(target.Absolute(rest)));
        }

        var folder = Path.GetDirectoryName(file)!; // a file has one
        return (
            Path.GetFullPath(path, folder),
            target.Relative(target.Absolute(Path.Combine(Input, Path.GetRelativePath(docs, folder), path))));
    }

    [GeneratedRegex("""^import\s[^'"\n]*(["'])[^'"\n]*raw-loader!(?<path>[^'"!\n]+)\1""", RegexOptions.Multiline)]
    private static partial Regex RawImport();

    /// <summary>A link that leads out of the site is reported where it is not copied.</summary>
    private static void Ignored(Diagnostic closed)
    {
    }
}
