using Glassy.Execution;

namespace Glassy.Theme;

/// <summary>The theme's files: the project's own <c>site/</c> folder first, then the theme that comes with the program.</summary>
/// <param name="Folders">Absolute paths, the one that wins first; one that does not exist counts as empty.</param>
public sealed record ThemeFiles(IReadOnlyList<string> Folders)
{
    /// <summary>The project's <c>site/</c>, then <c>site/</c> beside the program.</summary>
    public static ThemeFiles Of(ProjectFolder project) =>
        new([project.Absolute("site"), Path.Combine(AppContext.BaseDirectory, "site")]);

    /// <summary>The absolute path of a file of the theme; null when no folder has it.</summary>
    /// <param name="path">Relative to the theme, with <c>/</c>: <c>layouts/page.html</c>.</param>
    public string? Find(string path) =>
        Folders.Select(folder => Path.GetFullPath(path, folder)).FirstOrDefault(File.Exists);

    /// <summary>
    /// Every file below a folder of the theme, by its path relative to that folder; sorted, a project's own file in place of the shipped
    /// one.
    /// </summary>
    /// <param name="folder">Relative to the theme: <c>assets</c>.</param>
    public IReadOnlyDictionary<string, string> Below(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var theme in Folders)
        {
            foreach (var (path, relative) in ContentFiles.In(
                Path.Combine(theme, folder), new ProjectFolder(Path.GetDirectoryName(theme) ?? theme)))
            {
                files.TryAdd(relative, path);
            }
        }

        return files;
    }
}
