namespace Glassy.Preview;

/// <summary>What open pages need to know of the site behind them. Safe to use from any thread.</summary>
public sealed class LiveSite
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _changedIn = new(StringComparer.Ordinal);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private TaskCompletionSource _next = NewSignal();
    private IReadOnlyList<Mistake> _mistakes = [];
    private int _version;
    private int _allChangedIn;

    /// <summary>Names this moment; of this run of the preview only.</summary>
    public string Version
    {
        get
        {
            lock (_gate)
            {
                return VersionOf(_version);
            }
        }
    }

    /// <summary>Pages and other files of the site are new.</summary>
    /// <param name="files">Relative to the output folder.</param>
    public void Change(IEnumerable<string> files) => Update(() =>
    {
        foreach (var file in files)
        {
            _changedIn[file] = _version;
        }
    });

    /// <summary>Every page shows something that is new.</summary>
    public void ChangeAll() => Update(() => _allChangedIn = _version);

    /// <summary>What is wrong with the sources now; nothing when all is well.</summary>
    public void Show(IReadOnlyList<Mistake> mistakes) => Update(() => _mistakes = mistakes);

    /// <summary>What is wrong with the sources now.</summary>
    public IReadOnlyList<Mistake> Mistakes
    {
        get
        {
            lock (_gate)
            {
                return _mistakes;
            }
        }
    }

    /// <summary>Waits until an open page has something to do.</summary>
    /// <param name="files">The files that concern it.</param>
    /// <param name="version">The moment in which it was sent.</param>
    /// <param name="known">The mistakes that it shows; null before it has been told of any.</param>
    /// <returns>Whether it is to be loaded again; else the mistakes that it is to show.</returns>
    public async Task<(bool Reload, IReadOnlyList<Mistake> Mistakes)> NextAsync(
        IReadOnlyList<string> files, string version, IReadOnlyList<Mistake>? known, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (IsStale(files, version))
                {
                    return (true, _mistakes);
                }

                if (!ReferenceEquals(known, _mistakes))
                {
                    return (false, _mistakes);
                }

                changed = _next.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsStale(IReadOnlyList<string> files, string version)
    {
        var seen = version.Split('-') is [var session, var number] && session == _session && int.TryParse(number, out var parsed)
            ? parsed
            : -1;
        return seen < _allChangedIn || seen < 0 || files.Any(file => _changedIn.GetValueOrDefault(file) > seen);
    }

    private void Update(Action change)
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            _version++;
            change();
            (reached, _next) = (_next, NewSignal());
        }

        reached.SetResult();
    }

    private string VersionOf(int number) => FormattableString.Invariant($"{_session}-{number}");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
