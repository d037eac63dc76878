using Glassy.Caching;
using Glassy.Datasets.Duplicates;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// Finds the pictures of a dataset that are there more than once, once for the same files: later builds take it from the cache.
/// </summary>
internal sealed class FindDuplicates(BuildSettings build)
{
    private const string Stage = "duplicates";

    /// <returns>Null for a dataset without pictures.</returns>
    /// <exception cref="DiagnosticException">Its pictures cannot be read.</exception>
    public async Task<DuplicateReport?> FindAsync(FoundDataset found, CancellationToken cancellationToken)
    {
        if (found.Info.Shape.Length == 0)
        {
            return null;
        }

        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            // files may tell names and groups too
            StageCache.KeyOf(Stage, DuplicateFinder.Recipe, new { found.Info.Sha256, Files = found.Key }),
            async (folder, token) =>
            {
                var dataset = await found.LoadAsync().ConfigureAwait(false);
                var report = await Task.Run(() => DuplicateFinder.Find(dataset, token), token).ConfigureAwait(false);
                await File.WriteAllBytesAsync(Path.Combine(folder, RunFiles.Duplicates), RunSerializer.WriteDuplicates(report), token)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return RunSerializer.ReadDuplicates(
            await File.ReadAllBytesAsync(entry.PathOf(RunFiles.Duplicates), cancellationToken).ConfigureAwait(false),
            RunFiles.Duplicates,
            found.Info.Test.Count);
    }

    /// <summary>
    /// The same, kept with a run too, so that it can be shown without the pictures. Of a run that is asked for by its id, what it keeps.
    /// </summary>
    /// <exception cref="DiagnosticException">The pictures cannot be read, or what the run keeps is damaged.</exception>
    public async Task<DuplicateReport?> FindAsync(Run run, RunStore store, FoundDataset found, CancellationToken cancellationToken)
    {
        if (build.RunId is not null)
        {
            return UserData.Read(() => store.LoadDuplicates(run)); // its pictures may be gone
        }

        var report = await FindAsync(found, cancellationToken).ConfigureAwait(false);
        if (report is { Groups: null or { Test: 0 } }
            && found.TrainGroups.Count > 0
            && SharedGroups.GroupsOf(UserData.Read(() => store.LoadAttributes(run))) is { } predicted)
        {
            // the dataset names those of training, the predictions those of test
            report = report with { Groups = SharedGroups.Of(found.TrainGroups, predicted) };
        }

        if (report is not null)
        {
            await store.RecordDuplicatesAsync(run, report, cancellationToken).ConfigureAwait(false);
        }

        return report;
    }
}
