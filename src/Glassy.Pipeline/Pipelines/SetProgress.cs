using Glassy.Progress;
using Glassy.Recipes;

namespace Glassy.Pipelines;

/// <summary>
/// How far a set of trainings has come: of one run what it says itself; of several one bar over all their steps, and whose each line is.
/// </summary>
internal sealed class SetProgress : IDisposable
{
    private readonly IProgressSink _sink;
    private readonly IProgressTask? _task;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly int _runs;
    private readonly int _pictures;
    private long _steps;
    private int _done;
    private int _failed;

    private SetProgress(IProgressSink sink, IReadOnlyList<Recipe> recipes, int pictures)
    {
        (_sink, _runs, _pictures) = (sink, recipes.Count, pictures);
        _task = recipes.Count > 1
            ? sink.Start(FormattableString.Invariant($"Training {recipes.Count:N0} runs"), recipes.Sum(recipe => StepsOf(recipe, pictures)))
            : null;
    }

    /// <param name="sink">Where it is said.</param>
    /// <param name="recipes">What is trained.</param>
    /// <param name="pictures">In the training split.</param>
    public static SetProgress Of(IProgressSink sink, IReadOnlyList<Recipe> recipes, int pictures) => new(sink, recipes, pictures);

    /// <summary>What a run of the set is told to report to.</summary>
    public OfRun For(Recipe recipe) => new(this, recipe.Label, StepsOf(recipe, _pictures));

    public void Dispose()
    {
        _task?.Dispose();
        _oneAtATime.Dispose();
    }

    private static long StepsOf(Recipe recipe, int pictures) =>
        (long)Math.Ceiling(
            pictures * (1 - recipe.TrainingOptions.Validation) / recipe.TrainingOptions.BatchSize) * recipe.TrainingOptions.Epochs;

    private void Add(long steps)
    {
        var (all, failed) = (Interlocked.Add(ref _steps, steps), Volatile.Read(ref _failed));
        _task?.Report(all, FormattableString.Invariant($"{_done:N0} of {_runs:N0} done{(failed > 0 ? $", {failed:N0} failed" : "")}"));
    }

    /// <summary>One run of the set.</summary>
    internal sealed class OfRun(SetProgress all, string label, long steps) : IProgressSink, IProgressTask
    {
        private long _reported;

        public IProgressTask Start(string title, long total) => all._task is null ? all._sink.Start(title, total) : this;

        public void Message(string line) => all._sink.Message(Labelled(line));

        public void Warning(string line) => all._sink.Warning(Labelled(line));

        public void Report(long done, string? detail)
        {
            var added = done - _reported;
            _reported = done;
            all.Add(added);
        }

        /// <summary>Notes that the run is recorded; what is to be done then is done for one run after another.</summary>
        public async Task DoneAsync(Func<Task> then)
        {
            await all._oneAtATime.WaitAsync().ConfigureAwait(false);
            try
            {
                await then().ConfigureAwait(false);
                all._done++;
            }
            finally
            {
                all._oneAtATime.Release();
            }

            Report(steps, detail: null); // also of a run that another process has made meanwhile
        }

        /// <summary>Notes that the run cannot be made: no step of it is left to do.</summary>
        public void Failed()
        {
            Interlocked.Increment(ref all._failed);
            Report(steps, detail: null);
            if (all._task is not null)
            {
                Warning("cannot be made; the other runs go on");
            }
        }

        public void Dispose()
        {
            // The bar is the set's.
        }

        private string Labelled(string line) => all._task is null ? line : $"{label}: {line}";
    }
}
