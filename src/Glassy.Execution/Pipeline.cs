namespace Glassy.Execution;

/// <summary>A named chain of modules in four phases. A pipeline only wires: the work lives in classes that know nothing of it.</summary>
public abstract class Pipeline
{
    /// <summary>How others name it in <see cref="Dependencies"/>: the class' name.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Pipelines whose Process phase comes before this one's, and whose documents it may read there.</summary>
    public HashSet<string> Dependencies { get; protected init; } = [];

    /// <summary>Waits for nothing: reads what the pipeline begins with.</summary>
    public IReadOnlyList<IModule> InputModules { get; protected init; } = [];

    /// <summary>Waits for the Process phase of the dependencies.</summary>
    public IReadOnlyList<IModule> ProcessModules { get; protected init; } = [];

    /// <summary>Waits for the Process phase of every pipeline, and may read all of them.</summary>
    public IReadOnlyList<IModule> PostProcessModules { get; protected init; } = [];

    /// <summary>Waits for the PostProcess phase of every pipeline; skipped when there is any error.</summary>
    public IReadOnlyList<IModule> OutputModules { get; protected init; } = [];

    /// <summary>Makes the typed result; null in a pipeline that has documents only.</summary>
    internal ResultStep? Result { get; private protected init; }
}

/// <summary>A pipeline that makes one typed result, which others read by <see cref="IPipelineOutputs.Of"/>.</summary>
public abstract class Pipeline<TResult> : Pipeline
    where TResult : class?
{
    /// <param name="module">Makes the result.</param>
    /// <param name="phase">In which phase, before that phase's modules.</param>
    protected Pipeline(IModule<TResult> module, Phase phase = Phase.Process) =>
        Result = new ResultStep(typeof(TResult), phase, async context => await module.ExecuteAsync(context).ConfigureAwait(false));
}

/// <summary>How a pipeline makes its result.</summary>
/// <param name="Type">Of the result: one pipeline alone makes it.</param>
/// <param name="Phase">When.</param>
/// <param name="MakeAsync">Makes it, and the documents for the phase's first module.</param>
internal sealed record ResultStep(
    Type Type, Phase Phase, Func<IExecutionContext, Task<(object? Result, IReadOnlyList<Document> Documents)>> MakeAsync);

/// <summary>The phases of a pipeline, in their order.</summary>
public enum Phase
{
    Input,
    Process,
    PostProcess,
    Output,
}
