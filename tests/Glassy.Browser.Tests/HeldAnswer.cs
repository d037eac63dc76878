namespace Glassy.BrowserTests;

/// <summary>
/// An answer of the <see cref="SiteServer"/> that is kept back until it is released or refused. The browser's own
/// interception is no use on a page that is open: what is asked for right after it was set up may pass it by.
/// </summary>
public sealed class HeldAnswer
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _allowed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the file has been asked for.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Lets the answer go.</summary>
    public void Release() => _allowed.TrySetResult(true);

    /// <summary>Answers that the file cannot be had.</summary>
    public void Refuse() => _allowed.TrySetResult(false);

    /// <summary>Notes that the file is asked for, and ends when that is decided: whether it may be had.</summary>
    internal Task<bool> AskAsync()
    {
        _asked.TrySetResult();
        return _allowed.Task;
    }
}
