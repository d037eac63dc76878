using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Foreign;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>The runs of recipes that read another program's predictions: found by what they say, and recorded where they are new.</summary>
internal sealed class ForeignRuns(BuildSettings build, RunStore store)
{
    /// <summary>
    /// The runs that a recipe of this build asked for, and whether it made them: what another says of the same predictions is not recorded
    /// in turn.
    /// </summary>
    private readonly Dictionary<string, bool> _settled = [];

    /// <summary>Reads the predictions, and records their run when it is not there or says something else of the model.</summary>
    /// <param name="recipe">One that names predictions.</param>
    /// <param name="foreign">What it names.</param>
    /// <param name="found">What they are about.</param>
    /// <param name="context">Receives what its author should know of the file.</param>
    /// <exception cref="DiagnosticException">Mistakes in a file.</exception>
    public async Task<(Run Run, bool IsNew)> MakeAsync(Recipe recipe, ForeignRecipe foreign, FoundDataset found, IExecutionContext context)
    {
        var read = await new ReadPredictions(build).ReadAsync(foreign, found, context.CancellationToken).ConfigureAwait(false);
        foreach (var warning in read.Test.Warnings)
        {
            context.Report(warning);
        }

        var id = ForeignRunId.Of(read.Test.Predictions, found.Info);
        var recorded = store.FindSound(id);
        if (recorded is not null && (_settled.ContainsKey(id) || IsSame(read, recorded)))
        {
            _settled.TryAdd(id, false);
            return (recorded, _settled[id]);
        }

        if (store.DamageOf(id, recipe.Command) is { } damage)
        {
            context.Report(Diagnostic.Warning(damage)); // it is read again below
        }

        _settled[id] = true;
        return (await RecordAsync(recipe, id, read, found, context).ConfigureAwait(false), true);
    }

    /// <summary>
    /// Records what another program's model says, in the place of a record of the same predictions that says something else besides.
    /// </summary>
    public async Task<Run> RecordAsync(Recipe recipe, string id, ReadRecipe read, FoundDataset found, IExecutionContext context)
    {
        if (store.IsThere(id))
        {
            store.Remove(id);
        }

        var recorder = new ForeignRecorder(build.Project, TimeProvider.System);
        var run = await store.RecordAsync(
            id, (folder, token) => recorder.WriteAsync(id, folder, read, found.Info, token), context.CancellationToken).ConfigureAwait(
                false);
        new TestLooks(build.Project).Add(TestLook.OfScore(run, store.HashOfPredictions(run)));
        var log = store.LoadLog(run);
        build.Progress.Message($"{recipe.Label}: {log[0].Text}");
        await RunLog.AppendAsync(build.Project.Absolute("logs/tune.log"), log, context.CancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>The recorded run of a recipe, of which nothing is made; null when it is not recorded.</summary>
    /// <exception cref="DiagnosticException">Mistakes in a file.</exception>
    public async Task<(string Id, Run? Run)> FindAsync(ForeignRecipe foreign, FoundDataset found, CancellationToken cancellationToken)
    {
        var read = await new ReadPredictions(build).ReadAsync(foreign, found, cancellationToken).ConfigureAwait(false);
        var id = ForeignRunId.Of(read.Test.Predictions, found.Info);
        return (id, UserData.Read(() => store.Find(id)));
    }

    /// <summary>The last recorded run of that file on the same data, without a look at the file.</summary>
    public Run? FindByFile(string file, FoundDataset found) => UserData.Read(store.List)
        .LastOrDefault(run => run.Foreign?.File == file && run.Dataset.Sha256 == found.Info.Sha256);

    private bool IsSame(ReadRecipe read, Run recorded) => read.IsRecordedIn(recorded) && HasAttributes(recorded, read.Test.Attributes)
        && (read.Validation is not { } validation || UserData.Read(() => store.LoadValidation(recorded)) is { } before
            && PredictionsFile.Write(before, recorded.Dataset.Classes.Count)
                .AsSpan()
                .SequenceEqual(PredictionsFile.Write(validation, recorded.Dataset.Classes.Count)));

    private bool HasAttributes(Run recorded, IReadOnlyList<PictureTrait> attributes)
    {
        var before = UserData.Read(() => store.LoadAttributes(recorded));
        return before.Count == attributes.Count && before.Zip(attributes).All(pair => pair.First.IsSameAs(pair.Second));
    }
}
