using Glassy.Progress;
using Glassy.Recipes;

namespace Glassy.Pipelines;

/// <summary>How far a set of trainings has come: of one run what it says itself; of several one bar over all their steps, and whose each line is.</summary>
internal sealed class SetProgress : IDisposable
{
    private readonly IProgressSink _sink;
    private readonly IProgressTask? _task;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly int _runs;
    private long _steps;
    private int _done;

    private SetProgress(IProgressSink sink, int runs, long steps)
    {
        (_sink, _runs) = (sink, runs);
        _task = runs > 1 ? sink.Start(FormattableString.Invariant($"Training {runs:N0} runs"), steps) : null;
    }

    /// <param name="sink">Where it is said.</param>
    /// <param name="recipes">What is trained.</param>
    /// <param name="pictures">In the training split.</param>
    public static SetProgress Of(IProgressSink sink, IReadOnlyList<Recipe> recipes, int pictures) => new(
        sink,
        recipes.Count,
        recipes.Sum(recipe => (long)Math.Ceiling(pictures * (1 - recipe.Options.Validation) / recipe.Options.BatchSize) * recipe.Options.Epochs));

    /// <summary>What a run of the set is told to report to.</summary>
    public IProgressSink For(Recipe recipe) => _task is null ? _sink : new OfRun(this, recipe.Label);

    /// <summary>Notes that a run is done; what is to be done then is done for one run after another.</summary>
    public async Task DoneAsync(Func<Task> then)
    {
        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            await then().ConfigureAwait(false);
            _done++;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _task?.Dispose();
        _oneAtATime.Dispose();
    }

    private sealed class OfRun(SetProgress all, string label) : IProgressSink, IProgressTask
    {
        private long _reported;

        public IProgressTask Start(string title, long total) => this;

        public void Message(string line) => all._sink.Message($"{label}: {line}");

        public void Warning(string line) => all._sink.Warning($"{label}: {line}");

        public void Report(long done, string? detail)
        {
            var steps = Interlocked.Add(ref all._steps, done - _reported);
            _reported = done;
            all._task?.Report(steps, FormattableString.Invariant($"{all._done:N0} of {all._runs:N0} done"));
        }

        public void Dispose()
        {
            // The bar is the set's.
        }
    }
}
