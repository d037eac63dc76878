using Glassy.Datasets.Files;

namespace Glassy.Datasets.Folders;

/// <summary>Every file in a folder, however deep.</summary>
internal static class FolderWalk
{
    /// <summary>Deeper ones are no dataset but a circle of links that the system does not tell.</summary>
    private const int MostFolders = 32;

    /// <summary>
    /// Files in ordinal order with numbers as numbers, by their whole path; what is hidden, and a link that leads back to a folder above,
    /// is left out.
    /// </summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="leftOut">Told what is left out.</param>
    /// <exception cref="InvalidDataException">A folder may not be read.</exception>
    public static IReadOnlyList<FoundFile> Files(string folder, LeftOutFiles leftOut)
    {
        var files = new List<FoundFile>();
        Walk(folder, "", [RealPath(folder)], files, leftOut);
        return [.. files.OrderBy(file => file.Key, NaturalOrder.Instance)];
    }

    /// <summary>The names of the folders in a folder that are not hidden, in order.</summary>
    /// <exception cref="InvalidDataException">The folder may not be read.</exception>
    public static IReadOnlyList<string> FoldersIn(string folder) =>
        [.. Listed(folder, Directory.GetDirectories)
            .Select(path => Path.GetFileName(path))
            .Where(name => !IsHidden(name))
            .OrderBy(name => name, NaturalOrder.Instance)];

    private static void Walk(string folder, string prefix, IReadOnlyList<string> above, List<FoundFile> files, LeftOutFiles leftOut)
    {
        foreach (var path in Listed(folder, Directory.GetFiles))
        {
            var name = Path.GetFileName(path);
            if (IsHidden(name))
            {
                leftOut.Add("hidden", LeftOutReason.Hidden);
            }
            else
            {
                files.Add(new FoundFile(path, prefix + name));
            }
        }

        foreach (var path in Listed(folder, Directory.GetDirectories))
        {
            var (name, real) = (Path.GetFileName(path), RealPath(path));
            if (above.Contains(real) || above.Count == MostFolders)
            {
                leftOut.Add("folder", LeftOutReason.Circle);
            }
            else if (IsHidden(name))
            {
                leftOut.Add("hidden folder", LeftOutReason.Hidden);
            }
            else
            {
                Walk(path, $"{prefix}{name}/", [.. above, real], files, leftOut);
            }
        }
    }

    private static bool IsHidden(string name) => name.StartsWith('.') || name == "__MACOSX";

    private static string RealPath(string folder) => new DirectoryInfo(folder) is { LinkTarget: not null } link
        ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder
        : Path.GetFullPath(folder);

    private static string[] Listed(string folder, Func<string, string[]> list)
    {
        try
        {
            return list(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{folder}: this folder cannot be read; check its permissions", exception);
        }
    }
}
