using System.Text.RegularExpressions;

namespace Glassy.Caching;

/// <summary>
/// A folder beside a place, in which is made what shall stand there whole or not at all. While its maker lives it is locked, so that
/// what an interrupted process left can be told from what another is making now.
/// </summary>
public sealed partial class UnfinishedFolder : IDisposable
{
    private const string LockSuffix = ".lock";

    private readonly FileStream _lock;

    private UnfinishedFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <param name="place">Absolute path; its parent is made when it is not there.</param>
    public static UnfinishedFolder Beside(string place)
    {
        var parent = System.IO.Path.GetDirectoryName(place)!; // a place is in a folder
        Directory.CreateDirectory(parent);
        while (true)
        {
            var path = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(place)}.{Guid.NewGuid():N}");
            // before the folder is there: none is seen unlocked; a sweep may come between making the lock and holding it
            if (TryLock(path) is { } held)
            {
                var unfinished = new UnfinishedFolder(path, held);
                Directory.CreateDirectory(path);
                return unfinished;
            }
        }
    }

    /// <summary>Removes the unfinished folders whose makers are gone, and the locks of others.</summary>
    /// <param name="parent">Absolute path of the folder with the places; need not be there.</param>
    public static void Sweep(string parent)
    {
        var entries = Directory.Exists(parent) ? Directory.GetFileSystemEntries(parent) : [];
        foreach (var path in entries
            .Select(entry => entry.EndsWith(LockSuffix, StringComparison.Ordinal) ? entry[..^LockSuffix.Length] : entry)
            .Distinct())
        {
            if (Name().IsMatch(System.IO.Path.GetFileName(path)) && TryLock(path) is { } abandoned)
            {
                new UnfinishedFolder(path, abandoned).Dispose();
            }
        }
    }

    /// <summary>Renames the folder into a place where nothing is.</summary>
    /// <returns>Whether it stands there now; else another does.</returns>
    public bool TryMoveTo(string place)
    {
        try
        {
            Directory.Move(Path, place);
            return true;
        }
        catch (IOException) when (Directory.Exists(place))
        {
            return false;
        }
    }

    /// <summary>
    /// Renames each file over the one in a folder that is there: who reads those meanwhile finds the old or the new one, but always one.
    /// </summary>
    public void MoveFilesTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!); // a file is in a folder
            File.Move(file, target, overwrite: true);
        }
    }

    /// <summary>Removes what has not been moved.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        _lock.Dispose();
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return Lock(path);
        }
        catch (IOException)
        {
            return null; // its maker lives
        }
    }

    /// <summary>The system lets go of it when the process ends, however it ends.</summary>
    private static FileStream Lock(string path) => new(path + LockSuffix, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        Options = FileOptions.DeleteOnClose,
    });

    [GeneratedRegex(@"^\..+\.[0-9a-f]{32}$")]
    private static partial Regex Name();
}
