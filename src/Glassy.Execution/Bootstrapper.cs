using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>Collects pipelines and runs them: <c>Bootstrapper.Create().AddPipeline(new Pages(…)).RunAsync(ct)</c>.</summary>
public sealed class Bootstrapper
{
    private readonly List<Pipeline> _pipelines = [];
    private readonly TimeProvider _time;

    private Bootstrapper(TimeProvider time) => _time = time;

    /// <param name="time">Measures the phases.</param>
    public static Bootstrapper Create(TimeProvider? time = null) => new(time ?? TimeProvider.System);

    /// <summary>Those that were added, in order.</summary>
    public IReadOnlyList<Pipeline> Pipelines => _pipelines;

    /// <exception cref="ArgumentException">There is a pipeline of this name, or one with this result, already.</exception>
    public Bootstrapper AddPipeline(Pipeline pipeline)
    {
        if (_pipelines.Any(p => p.Name == pipeline.Name))
        {
            throw new ArgumentException($"There are two pipelines named '{pipeline.Name}'.", nameof(pipeline));
        }

        if (pipeline.Result is { Type: var type } && _pipelines.FirstOrDefault(p => p.Result?.Type == type) is { } other)
        {
            throw new ArgumentException($"Two pipelines make a {type.Name}: '{other.Name}' and '{pipeline.Name}'.", nameof(pipeline));
        }

        _pipelines.Add(pipeline);
        return this;
    }

    /// <exception cref="InvalidOperationException">A dependency does not exist, or dependencies form a cycle.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted before the Output phase began.</exception>
    public Task<ExecutionResult> RunAsync(CancellationToken cancellationToken) =>
        new Engine(_pipelines, _time).ExecuteAsync(cancellationToken);
}

/// <summary>What an execution came to.</summary>
/// <param name="Diagnostics">By pipeline, file and place; the same every time.</param>
/// <param name="Durations">By pipeline and phase; phases without modules are left out.</param>
/// <param name="Outputs">What each pipeline's last phase returned; empty when the execution was cut short by mistakes.</param>
/// <param name="Results">What pipelines made for others, by type.</param>
public sealed record ExecutionResult(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<PhaseDuration> Durations,
    IReadOnlyDictionary<string, IReadOnlyList<Document>> Outputs,
    IReadOnlyDictionary<Type, object?> Results)
{
    /// <summary>A pipeline's typed result; null when none has made it.</summary>
    public TResult? Of<TResult>()
        where TResult : class => (TResult?)Results.GetValueOrDefault(typeof(TResult));

    /// <summary>Whether there is an error among the diagnostics: nothing was written.</summary>
    public bool Failed => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>How long one phase of one pipeline took.</summary>
public sealed record PhaseDuration(string Pipeline, Phase Phase, TimeSpan Duration);
