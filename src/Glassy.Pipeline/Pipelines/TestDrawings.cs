using Glassy.Caching;
using Glassy.Datasets.Drawings;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Asks a run's model once for the same drawings of the author; later builds take the answer from the cache.</summary>
internal sealed class TestDrawings(BuildSettings build)
{
    private const string Stage = "drawings";
    private const int Recipe = 1;
    private const string AnswerFile = "drawings.json";

    /// <param name="run">A recorded run.</param>
    /// <param name="runHash">Of what it recorded.</param>
    /// <param name="context">Gives the dataset, and receives which drawings are of no class.</param>
    /// <returns>What the model says; null when there are no drawings for this dataset, or no model to ask.</returns>
    public async Task<TestedDrawings?> TestAsync(Run run, string runHash, IExecutionContext context)
    {
        if (run.Foreign is not null)
        {
            return null; // another program has the model
        }

        var hash = DrawingsFolder.HashOf(build);
        var entry = await UserData.ReadAsync(() => new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, new { Run = runHash, Drawings = hash }),
            (folder, token) => AskAsync(run, context.Outputs.Of<FoundDataset>(), folder, token),
            context.CancellationToken)).ConfigureAwait(false);
        var answer = entry.Read<Answer>(AnswerFile);
        if (answer.LeftOut.Count > 0)
        {
            context.Report(Diagnostic.Warning(
                $"left out, because their names begin with no class of '{run.Dataset.Name}': {string.Join(", ", answer.LeftOut)}",
                DrawingsFolder.Name));
        }

        return answer.Test is null ? null : new TestedDrawings(answer.Test, answer.Log, entry.PathOf(RunFiles.ConfusionMatrixCustom));
    }

    private async Task AskAsync(Run run, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var ofClasses = CustomDrawings.FilesOf(DrawingsFolder.Of(build), run.Dataset.Classes);
        var answer = new Answer(null, "", [.. DrawingsFolder.FilesOf(build).Except(ofClasses).Select(path => Path.GetFileName(path))]);
        if (ofClasses.Count > 0)
        {
            var dataset = await found.LoadAsync().ConfigureAwait(false);
            var drawings = new CustomDrawings(build.Project).Load(DrawingsFolder.Of(build), dataset, cancellationToken).Drawings;
            var store = new RunStore(build.Project);
            var tested = DrawingsTest.Of(run, store.LoadWeights(run), drawings, store.LoadLog(run)[^1].Time, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, RunFiles.ConfusionMatrixCustom), tested.Chart, cancellationToken)
                .ConfigureAwait(false);
            await RunLog.AppendAsync(build.Project.Absolute("logs/tune.log"), tested.Log, cancellationToken).ConfigureAwait(false);
            answer = answer with { Test = tested.Test, Log = RunLog.Format(tested.Log) };
        }

        await CacheJson.WriteAsync(folder, AnswerFile, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="Test">Null when there is no drawing for this dataset.</param>
    /// <param name="Log">The lines of a log.</param>
    /// <param name="LeftOut">The names of drawings of no class.</param>
    private sealed record Answer(CustomTest? Test, string Log, IReadOnlyList<string> LeftOut);
}

/// <summary>What a run's model says of the author's own drawings.</summary>
/// <param name="Test">One prediction a drawing.</param>
/// <param name="Log">The lines of a log, each with its end.</param>
/// <param name="Chart">Absolute path of the PNG of their confusion matrix.</param>
public sealed record TestedDrawings(CustomTest Test, string Log, string Chart);
