using System.Collections.Concurrent;
using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>Runs the phases of all pipelines in their order, as much at once as the order allows.</summary>
internal sealed class Engine
{
    private readonly IReadOnlyList<Pipeline> _pipelines;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<(string Pipeline, Diagnostic Diagnostic)> _diagnostics = new();
    private readonly ConcurrentDictionary<(string Pipeline, Phase Phase), TimeSpan> _durations = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Document>> _processed = new();
    private readonly ConcurrentDictionary<Type, object?> _results = new();
    private Dictionary<string, IReadOnlyList<Document>> _finished = [];

    public Engine(IReadOnlyList<Pipeline> pipelines, TimeProvider time)
    {
        _pipelines = Sort(pipelines);
        _time = time;
    }

    public async Task<ExecutionResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        using var faults = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var processed = await ProcessAllAsync(faults).ConfigureAwait(false);
            var postProcessed = await RunAllAsync(Phase.PostProcess, p => p.PostProcessModules, processed, faults).ConfigureAwait(false);
            _finished = postProcessed;
            if (!HasErrors)
            {
                // Past this point nothing is cancelled: a site half old and half new is worse than a second's wait.
                faults.Token.ThrowIfCancellationRequested();
                _finished = await RunAllAsync(Phase.Output, p => p.OutputModules, postProcessed, faults: null).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (HasErrors && !cancellationToken.IsCancellationRequested)
        {
            // The diagnostics say why the rest was cancelled.
        }

        return Result();
    }

    private bool HasErrors => _diagnostics.Any(d => d.Diagnostic.Severity == Severity.Error);

    private async Task<Dictionary<string, IReadOnlyList<Document>>> ProcessAllAsync(CancellationTokenSource faults)
    {
        var tasks = new Dictionary<string, Task<IReadOnlyList<Document>>>();
        foreach (var pipeline in _pipelines)
        {
            var dependencies = pipeline.Dependencies.Select(name => tasks[name]).ToArray();
            tasks[pipeline.Name] = Task.Run(() => InputAndProcessAsync(pipeline, dependencies, faults), CancellationToken.None);
        }

        return await ResultsAsync(tasks).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Document>> InputAndProcessAsync(
        Pipeline pipeline,
        IReadOnlyList<Task<IReadOnlyList<Document>>> dependencies,
        CancellationTokenSource faults)
    {
        var inputs = await RunPhaseAsync(pipeline, Phase.Input, pipeline.InputModules, [], faults).ConfigureAwait(false);
        await Task.WhenAll(dependencies).ConfigureAwait(false);
        var outputs = await RunPhaseAsync(pipeline, Phase.Process, pipeline.ProcessModules, inputs, faults).ConfigureAwait(false);
        _processed[pipeline.Name] = outputs;
        return outputs;
    }

    private async Task<Dictionary<string, IReadOnlyList<Document>>> RunAllAsync(
        Phase phase,
        Func<Pipeline, IReadOnlyList<IModule>> modules,
        Dictionary<string, IReadOnlyList<Document>> inputs,
        CancellationTokenSource? faults)
    {
        var tasks = _pipelines.ToDictionary(
            p => p.Name,
            p => Task.Run(() => RunPhaseAsync(p, phase, modules(p), inputs[p.Name], faults), CancellationToken.None));
        return await ResultsAsync(tasks).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Document>> RunPhaseAsync(
        Pipeline pipeline,
        Phase phase,
        IReadOnlyList<IModule> modules,
        IReadOnlyList<Document> inputs,
        CancellationTokenSource? faults)
    {
        var token = faults?.Token ?? CancellationToken.None;
        var started = _time.GetTimestamp();
        var result = pipeline.Result?.Phase == phase ? pipeline.Result : null;
        try
        {
            if (result is not null)
            {
                token.ThrowIfCancellationRequested();
                (_results[result.Type], inputs) = await result.MakeAsync(new ModuleContext(this, pipeline, phase, inputs, token)).ConfigureAwait(false);
            }

            foreach (var module in modules)
            {
                token.ThrowIfCancellationRequested();
                inputs = await module.ExecuteAsync(new ModuleContext(this, pipeline, phase, inputs, token)).ConfigureAwait(false);
            }

            return inputs;
        }
        catch (DiagnosticException mistakes)
        {
            mistakes.Diagnostics.ToList().ForEach(d => _diagnostics.Enqueue((pipeline.Name, d)));
            faults?.Cancel();
            throw new OperationCanceledException("The user's mistakes are reported.", mistakes, token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            faults?.Cancel();
            throw;
        }
        finally
        {
            if (modules.Count > 0 || result is not null)
            {
                _durations[(pipeline.Name, phase)] = _time.GetElapsedTime(started);
            }
        }
    }

    /// <summary>Waits for all; of their exceptions the first real fault is thrown rather than a cancellation that followed from it.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<Document>>> ResultsAsync(Dictionary<string, Task<IReadOnlyList<Document>>> tasks)
    {
        await Task.WhenAll(tasks.Values).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        var results = new Dictionary<string, IReadOnlyList<Document>>();
        foreach (var (name, task) in tasks.OrderByDescending(t => t.Value.IsFaulted))
        {
            results[name] = await task.ConfigureAwait(false);
        }

        return results;
    }

    /// <summary>Dependencies first; among equals, the order in which they were added.</summary>
    private static List<Pipeline> Sort(IReadOnlyList<Pipeline> pipelines)
    {
        var byName = pipelines.ToDictionary(p => p.Name);
        var sorted = new List<Pipeline>();
        var path = new List<string>();
        foreach (var pipeline in pipelines)
        {
            Visit(pipeline);
        }

        return sorted;

        void Visit(Pipeline pipeline)
        {
            if (sorted.Contains(pipeline))
            {
                return;
            }

            if (path.Contains(pipeline.Name))
            {
                throw new InvalidOperationException($"Pipelines depend on each other in a cycle: {string.Join(" → ", path)} → {pipeline.Name}.");
            }

            path.Add(pipeline.Name);
            foreach (var dependency in pipeline.Dependencies.Order(StringComparer.Ordinal))
            {
                Visit(byName.TryGetValue(dependency, out var found)
                    ? found
                    : throw new InvalidOperationException($"Pipeline '{pipeline.Name}' depends on '{dependency}', which does not exist; there are: {string.Join(", ", byName.Keys)}."));
            }

            path.RemoveAt(path.Count - 1);
            sorted.Add(pipeline);
        }
    }

    private ExecutionResult Result()
    {
        var order = _pipelines.Select((pipeline, index) => (pipeline.Name, index)).ToDictionary();
        return new ExecutionResult(
            [
                .. _diagnostics
                    .OrderBy(d => order[d.Pipeline])
                    .ThenBy(d => d.Diagnostic.File, StringComparer.Ordinal)
                    .ThenBy(d => d.Diagnostic.Line)
                    .ThenBy(d => d.Diagnostic.Column)
                    .ThenBy(d => d.Diagnostic.Message, StringComparer.Ordinal)
                    .Select(d => d.Diagnostic)
                    .Distinct(),
            ],
            [
                .. _durations
                    .OrderBy(d => order[d.Key.Pipeline])
                    .ThenBy(d => d.Key.Phase)
                    .Select(d => new PhaseDuration(d.Key.Pipeline, d.Key.Phase, d.Value)),
            ],
            _finished,
            _results);
    }

    private sealed class ModuleContext(
        Engine engine,
        Pipeline pipeline,
        Phase phase,
        IReadOnlyList<Document> inputs,
        CancellationToken cancellationToken) : IExecutionContext, IPipelineOutputs
    {
        public string PipelineName => pipeline.Name;

        public Phase Phase => phase;

        public IReadOnlyList<Document> Inputs => inputs;

        public IPipelineOutputs Outputs => this;

        public CancellationToken CancellationToken => cancellationToken;

        public void Report(Diagnostic diagnostic) => engine._diagnostics.Enqueue((pipeline.Name, diagnostic));

        public IReadOnlyList<Document> FromPipeline(string name)
        {
            if (engine._pipelines.All(p => p.Name != name))
            {
                throw new InvalidOperationException($"Pipeline '{pipeline.Name}' reads '{name}', which does not exist.");
            }

            RefuseUndeclared(name);
            return phase == Phase.Output ? engine._finished[name] : engine._processed[name];
        }

        public TResult Of<TResult>()
            where TResult : class?
        {
            var maker = engine._pipelines.FirstOrDefault(p => p.Result?.Type == typeof(TResult))
                ?? throw new InvalidOperationException($"Pipeline '{pipeline.Name}' reads a {typeof(TResult).Name}, which no pipeline makes.");
            if (maker != pipeline)
            {
                RefuseUndeclared(maker.Name);
            }

            return engine._results.TryGetValue(typeof(TResult), out var result)
                ? (TResult)result! // null only where the type says so
                : throw new InvalidOperationException($"Pipeline '{pipeline.Name}' reads the {typeof(TResult).Name} of '{maker.Name}' before it is made.");
        }

        private void RefuseUndeclared(string name)
        {
            if (phase == Phase.Input)
            {
                throw new InvalidOperationException($"Pipeline '{pipeline.Name}' reads '{name}' in its Input phase, which waits for nobody; read it in Process.");
            }

            if (phase == Phase.Process && !pipeline.Dependencies.Contains(name))
            {
                throw new InvalidOperationException(
                    $"Pipeline '{pipeline.Name}' reads '{name}' without depending on it; add to its constructor: Dependencies = [nameof({name})]");
            }
        }
    }
}
