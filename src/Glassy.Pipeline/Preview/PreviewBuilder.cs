using Glassy.Building;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Pipelines;
using Glassy.Progress;

namespace Glassy.Preview;

/// <summary>Keeps the site as its sources are: changed pages at once, the whole of it by the build that everybody uses.</summary>
/// <param name="project">Whose mistakes are shown.</param>
/// <param name="read">Reads the configuration anew.</param>
/// <param name="pipelines">The pipelines of a whole build.</param>
/// <param name="live">Is told what is new.</param>
/// <param name="log">Is told what was done.</param>
/// <param name="time">Measures it.</param>
public sealed class PreviewBuilder(
    ProjectFolder project,
    Func<IProgressSink, BuildSettings> read,
    Func<BuildSettings, Bootstrapper> pipelines,
    LiveSite live,
    IPreviewLog log,
    TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private GoodSite? _good;
    private bool _isWholeBuildNeeded = true;

    /// <summary>How the site that is served was built; null before the first good build.</summary>
    public BuildSettings? Served => _good?.Settings;

    /// <summary>Builds the whole site. Mistakes are shown, and leave the site as it was.</summary>
    /// <param name="mayTrain">Whether a run that has not been recorded yet may be trained.</param>
    /// <param name="progress">Where long work says how far it has come.</param>
    /// <returns>Whether the site is as its sources are.</returns>
    /// <exception cref="OperationCanceledException">The build was given up before it wrote anything.</exception>
    public async Task<bool> BuildAsync(bool mayTrain, IProgressSink progress, CancellationToken cancellationToken)
    {
        try
        {
            return await TryBuildAsync(mayTrain, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception passing) when (passing is IOException or UnauthorizedAccessException)
        {
            await Task.Delay(Moment, time, cancellationToken).ConfigureAwait(false); // somebody was at a file just now
        }

        try
        {
            return await TryBuildAsync(mayTrain, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Refuse([Diagnostic.Error(refused.Message.ReplaceLineEndings(" "))]);
        }
    }

    /// <summary>Renders changed pages alone, as the whole build would, and writes them.</summary>
    /// <param name="changed">Absolute paths of all that has changed since the last good build.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>Whether the pages are as their sources are; null when only a whole build can tell.</returns>
    public bool? Update(IReadOnlyCollection<string> changed, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        BuiltSite? update;
        try
        {
            update = _isWholeBuildNeeded ? null : _good?.Update(changed, cancellationToken);
        }
        catch (Exception other) when (other is DiagnosticException or IOException or UnauthorizedAccessException)
        {
            return null; // a template's mistake, or a file that somebody is at: a whole build says so
        }

        if (update is null)
        {
            return null;
        }

        if (update.Diagnostics.Count > 0)
        {
            Refuse(update.Diagnostics);
            _isWholeBuildNeeded = false; // these are the changed pages' own, so whoever mends them sees it at once
            return false;
        }

        var site = new SiteManifest(_good!.Settings.Output); // there is an update of it
        foreach (var document in update.Documents)
        {
            WriteFiles.Write(document, site.PathOf(document.Destination!)); // laid out
        }

        live.Show([]);
        live.Change(update.Documents.Select(document => document.Destination!));
        // read from files
        log.Updated([.. update.Documents.Select(document => project.Relative(document.Source!))], time.GetElapsedTime(started));
        return true;
    }

    /// <summary>Shows mistakes; the site stays as it was.</summary>
    /// <returns>False: the site is not as its sources are.</returns>
    public bool Refuse(IReadOnlyList<Diagnostic> diagnostics)
    {
        live.Show([.. diagnostics.Where(mistake => mistake.Severity == Severity.Error).Select(mistake => Mistake.Of(mistake, project))]);
        log.Refused(diagnostics);
        _isWholeBuildNeeded = true;
        return false;
    }

    private async Task<bool> TryBuildAsync(bool mayTrain, IProgressSink progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            var settings = read(progress) with { MayTrain = mayTrain };
            var result = await pipelines(settings).RunAsync(cancellationToken).ConfigureAwait(false);
            if (result.Failed)
            {
                return Refuse(result.Diagnostics);
            }

            Accept(settings, result);
            log.Built(result, settings, time.GetElapsedTime(started));
            return true;
        }
        catch (DiagnosticException mistakes)
        {
            return Refuse(mistakes.Diagnostics);
        }
    }

    private void Accept(BuildSettings settings, ExecutionResult result)
    {
        var before = _good?.PageFiles ?? [];
        _good = new GoodSite(settings, result.Of<RenderedSite>()!); // no mistake kept it from being made
        _isWholeBuildNeeded = false;
        var written = result.Outputs[nameof(SitePipeline)];
        live.Show([]);
        live.Change(written.Select(document => document.Destination!).Concat(before.Except(_good.PageFiles))); // it was written there
        if (written.Any(IsSeenOnPages))
        {
            live.ChangeAll();
        }
    }

    /// <summary>Whether pages look other because of a file: a style, a script, a picture; not what is made of the pages' texts.</summary>
    private static bool IsSeenOnPages(Document document)
    {
        var type = SiteFile.ContentTypeOf(document.Destination!); // it was written there
        return !type.StartsWith("text/html", StringComparison.Ordinal)
            && (document.Content is null
            || type.StartsWith("image/", StringComparison.Ordinal)
            || type.StartsWith("text/css", StringComparison.Ordinal));
    }
}
