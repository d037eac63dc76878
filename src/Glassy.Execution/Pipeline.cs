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
}

/// <summary>The phases of a pipeline, in their order.</summary>
public enum Phase
{
    Input,
    Process,
    PostProcess,
    Output,
}
