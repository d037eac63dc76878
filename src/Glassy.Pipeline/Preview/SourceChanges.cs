using System.Threading.Channels;

namespace Glassy.Preview;

/// <summary>
/// Watches a project's sources and hands their changes out in batches: an editor that writes a file in several steps, or
/// beside its place to be renamed into it, makes one.
/// </summary>
public sealed class SourceChanges : IDisposable
{
    /// <summary>Stands for more changes than the system could name.</summary>
    private const string Everything = "";

    private readonly Channel<string> _events = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<(string Folder, bool IsDeep), FileSystemWatcher> _watchers = [];
    private readonly HashSet<string> _folders;
    private readonly HashSet<string> _files;
    private readonly TimeSpan _quiet;

    /// <param name="folders">Absolute paths of folders that are watched with all they hold; one that is not there yet is watched when it
    /// is.</param>
    /// <param name="files">Absolute paths of single files.</param>
    /// <param name="quiet">A batch ends when nothing has happened for this long.</param>
    /// <exception cref="IOException">The system allows no more watches.</exception>
    public SourceChanges(IReadOnlyList<string> folders, IReadOnlyList<string> files, TimeSpan quiet)
    {
        _quiet = quiet;
        (_folders, _files) = (folders.ToHashSet(StringComparer.Ordinal), files.ToHashSet(StringComparer.Ordinal));
        Attach();
    }

    /// <summary>Watches folders that have come since.</summary>
    public void Attach()
    {
        var parents = _folders.Concat(_files).Select(Path.GetDirectoryName).OfType<string>();
        foreach (var place in parents
            .Select(folder => (Folder: folder, IsDeep: false))
            .Concat(_folders.Select(folder => (Folder: folder, IsDeep: true))))
        {
            if (Directory.Exists(place.Folder) && !_watchers.ContainsKey(place))
            {
                _watchers[place] = Watch(place.Folder, place.IsDeep);
            }
        }
    }

    /// <summary>Waits for changes, and for the end of them.</summary>
    /// <returns>Absolute paths; null when anything may have changed.</returns>
    public async Task<IReadOnlySet<string>?> NextAsync(CancellationToken cancellationToken)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal) { await _events.Reader.ReadAsync(cancellationToken).ConfigureAwait(false) };
        int before;
        do
        {
            before = paths.Count;
            await Task.Delay(_quiet, cancellationToken).ConfigureAwait(false);
            while (_events.Reader.TryRead(out var path))
            {
                paths.Add(path);
                before = -1;
            }
        }
        while (before < 0);

        // A folder that was made, moved or removed is another one now.
        foreach (var place in _watchers.Keys.Where(place => place.IsDeep && paths.Contains(place.Folder)).ToList())
        {
            _watchers.Remove(place, out var watcher);
            watcher?.Dispose();
        }

        Attach();
        return paths.Contains(Everything) ? null : paths;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private FileSystemWatcher Watch(string folder, bool isDeep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = isDeep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Created += (_, change) => Note(change.FullPath);
        watcher.Deleted += (_, change) => Note(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Note(change.OldFullPath);
            Note(change.FullPath);
        };
        watcher.Error += (_, _) => _events.Writer.TryWrite(Everything);
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Note(string path)
        {
            var concerns = isDeep ? !IsPassing(Path.GetRelativePath(folder, path)) : _files.Contains(path) || _folders.Contains(path);
            if (concerns)
            {
                _events.Writer.TryWrite(path);
            }
        }
    }

    /// <summary>Hidden files and what editors put beside a file while they write it.</summary>
    private static bool IsPassing(string relative)
    {
        var name = Path.GetFileName(relative);
        return relative.Split('/', '\\').Any(segment => segment.StartsWith('.'))
            || name.EndsWith('~')
            || name == "4913"
            || (name.StartsWith('#') && name.EndsWith('#'))
            || name.Contains("___jb_", StringComparison.Ordinal);
    }
}
