using System.Collections.Concurrent;
using System.Text;
using Glassy.Execution;

namespace Glassy.Modules;

/// <summary>Which files of an output folder are ours: those that the last build wrote. Others are never touched.</summary>
/// <param name="folder">Absolute path of the output folder.</param>
public sealed class SiteManifest(string folder)
{
    /// <summary>In the output folder.</summary>
    public const string FileName = ".glassy-files";

    private readonly ConcurrentDictionary<string, bool> _isInside = new(StringComparer.Ordinal);
    private readonly string _path = Path.Combine(folder, FileName);

    /// <summary>The files that the last build wrote, relative to the folder; empty when there was none.</summary>
    /// <exception cref="InvalidDataException">It names a place outside of the folder: it is not of a build.</exception>
    public IReadOnlyList<string> Read()
    {
        string[] files = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        var strange = Array.FindIndex(files, file => !IsInside(file));
        return strange < 0 ? files : throw new InvalidDataException(
            $"{_path}:{strange + 1}: names `{files[strange]}`, which is no file of the output folder; no build wrote that, so delete {FileName} and build again");
    }

    /// <summary>
    /// Notes what is about to be written beside what the last build wrote: whatever ends this build, the next one knows all of it.
    /// </summary>
    /// <param name="current">What this build writes, relative to the folder, with <c>/</c>.</param>
    /// <returns>What the next <see cref="Read"/> returns.</returns>
    public IReadOnlyList<string> Announce(IEnumerable<string> current)
    {
        string[] both = [.. Read().Union(current)];
        Write(both);
        return both;
    }

    /// <param name="files">Relative to the folder, with <c>/</c>.</param>
    public void Write(IEnumerable<string> files)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(_path + ".part", string.Join('\n', files.Order(StringComparer.Ordinal)) + "\n", new UTF8Encoding(false));
        File.Move(_path + ".part", _path, overwrite: true);
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

    /// <summary>
    /// Removes what the last build wrote and this one did not, and the folders below the output folder that are empty then.
    /// </summary>
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
    public string PathOf(string file) => IsInside(file)
        ? Path.GetFullPath(file, folder)
        : throw new InvalidOperationException($"The destination '{file}' is outside of the output folder.");

    /// <summary>Whether a file's place is below the folder, and no link on its way there leads elsewhere.</summary>
    private bool IsInside(string file)
    {
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var (root, path) = (Path.TrimEndingDirectorySeparator(folder), Path.GetFullPath(file, folder));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && _isInside.GetOrAdd(Path.GetDirectoryName(path)!, directory => LeadsInto(directory, root)); // it is below the root
    }

    private static bool LeadsInto(string directory, string root) =>
        RealPath.Of(directory) is { } real
            && RealPath.Of(root) is { } realRoot
            && $"{real}/".StartsWith($"{realRoot}/", StringComparison.Ordinal);

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
        for (var directory = Path.GetDirectoryName(file); directory?.StartsWith(
            folder, StringComparison.Ordinal) == true; directory = Path.GetDirectoryName(directory))
        {
            yield return directory;
        }
    }
}
