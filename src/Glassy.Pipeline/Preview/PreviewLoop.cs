using Glassy.Diagnostics;
using Glassy.Progress;

namespace Glassy.Preview;

/// <summary>
/// Follows the sources' changes until it is stopped. A changed page is rendered at once; when its author pauses, a whole
/// build brings up to date what else depends on it: pages that include it, sidebars, links to its headings.
/// </summary>
public sealed class PreviewLoop(PreviewBuilder builder, SourceChanges changes, TimeProvider time)
{
    /// <summary>How long an author pauses who is not just saving again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Stands for a change of anything: it is no page's path.</summary>
    private const string Anything = "";

    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <param name="isUpToDate">Whether the site was built without mistakes just now.</param>
    /// <param name="cancellationToken">Ends the preview.</param>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    public async Task RunAsync(bool isUpToDate, CancellationToken cancellationToken)
    {
        if (!isUpToDate)
        {
            _changed.Add(Anything);
        }

        var next = changes.NextAsync(cancellationToken);
        while (true)
        {
            _changed.UnionWith(await next.ConfigureAwait(false) ?? new HashSet<string> { Anything });
            next = changes.NextAsync(cancellationToken);
            try
            {
                await FollowAsync(next, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // A fault of this program's own: shown whole, and the next change is another try.
                builder.Refuse([Diagnostic.Error($"unexpected: {fault}")]);
            }
        }
    }

    private async Task FollowAsync(Task next, CancellationToken cancellationToken)
    {
        switch (builder.Update(_changed, cancellationToken))
        {
            case null:
                await BuildAsync(cancellationToken).ConfigureAwait(false);
                break;
            case true:
                await BuildInPauseAsync(next, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        if (await builder.BuildAsync(mayTrain: false, NoProgress.Instance, cancellationToken).ConfigureAwait(false))
        {
            _changed.Clear();
        }
    }

    /// <summary>Builds the whole site unless its author goes on meanwhile; then that comes first.</summary>
    private async Task BuildInPauseAsync(Task next, CancellationToken cancellationToken)
    {
        await Task.WhenAny(next, Task.Delay(Pause, time, cancellationToken)).ConfigureAwait(false);
        if (next.IsCompleted)
        {
            return;
        }

        using var overtaken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var build = BuildAsync(overtaken.Token);
        await Task.WhenAny(build, next).ConfigureAwait(false);
        await overtaken.CancelAsync().ConfigureAwait(false);
        try
        {
            await build.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The changes stay noted; the next pause is for them too.
        }
    }
}
