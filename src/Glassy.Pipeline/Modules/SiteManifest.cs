using System.Text;

namespace Glassy.Modules;

/// <summary>Which files of an output folder are ours: those that the last build wrote. Others are never touched.</summary>
/// <param name="folder">Absolute path of the output folder.</param>
public sealed class SiteManifest(string folder)
{
    /// <summary>In the output folder.</summary>
    public const string FileName = ".glassy-files";

    private readonly string _path = Path.Combine(folder, FileName);

    /// <summary>The files that the last build wrote, relative to the folder; empty when there was none.</summary>
    public IReadOnlyList<string> Read() => File.Exists(_path) ? File.ReadAllLines(_path) : [];

    /// <param name="files">Relative to the folder, with <c>/</c>.</param>
    public void Write(IEnumerable<string> files)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(_path, string.Join('\n', files.Order(StringComparer.Ordinal)) + "\n", new UTF8Encoding(false));
    }

    /// <summary>Removes every file that the last build wrote, and the folders that are empty then.</summary>
    /// <returns>How many files were removed.</returns>
    public int RemoveAll()
    {
        var removed = Remove(Read());
        File.Delete(_path);
        RemoveEmpty(removed.SelectMany(Above));
        return removed.Count;
    }

    /// <summary>Removes what the last build wrote and this one did not, and the folders below the output folder that are empty then.</summary>
    /// <param name="current">What this build wrote, relative to the folder, with <c>/</c>; the next <see cref="Read"/> returns it.</param>
    /// <returns>How many files were removed.</returns>
    public int RemoveOthersThan(IReadOnlySet<string> current)
    {
        var removed = Remove(Read().Where(file => !current.Contains(file)));
        RemoveEmpty(removed.SelectMany(Above).Where(directory => directory != folder));
        Write(current);
        return removed.Count;
    }

    /// <summary>The absolute path of a file of the site.</summary>
    /// <exception cref="InvalidOperationException">It would be outside of the folder.</exception>
    public string PathOf(string file)
    {
        var path = Path.GetFullPath(file, folder);
        return path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException($"The destination '{file}' is outside of the output folder.");
    }

    private List<string> Remove(IEnumerable<string> files)
    {
        var paths = files.Select(PathOf).Where(File.Exists).ToList();
        paths.ForEach(File.Delete);
        return paths;
    }

    private static void RemoveEmpty(IEnumerable<string> directories)
    {
        foreach (var directory in directories.Distinct().OrderByDescending(d => d.Length))
        {
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }

    /// <summary>The folders from a file's own up to the output folder.</summary>
    private IEnumerable<string> Above(string file)
    {
        for (var directory = Path.GetDirectoryName(file); directory?.StartsWith(folder, StringComparison.Ordinal) == true; directory = Path.GetDirectoryName(directory))
        {
            yield return directory;
        }
    }
}
