using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>What a module sees of the execution around it.</summary>
public interface IExecutionContext
{
    /// <summary>The pipeline that the module is in.</summary>
    string PipelineName { get; }

    Phase Phase { get; }

    /// <summary>What the module before it returned; for a phase's first module, what the phase before returned.</summary>
    IReadOnlyList<Document> Inputs { get; }

    /// <summary>What other pipelines have made.</summary>
    IPipelineOutputs Outputs { get; }

    /// <summary>Asked for when the user interrupts or another pipeline fails. The Output phase, once begun, is not cancelled.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Notes a mistake in content and goes on, so that all of them are reported together.</summary>
    void Report(Diagnostic diagnostic);
}

/// <summary>What other pipelines have made: a typed result, and documents, which are files.</summary>
public interface IPipelineOutputs
{
    /// <summary>The result of the <see cref="Pipeline{TResult}"/> that makes it.</summary>
    /// <exception cref="InvalidOperationException">That pipeline is not declared as a dependency, does not exist, or has not made it yet.</exception>
    TResult Of<TResult>()
        where TResult : class?;

    /// <summary>What the named pipeline's Process phase returned; in the Output phase, what its PostProcess phase did.</summary>
    /// <exception cref="InvalidOperationException">It is not declared as a dependency, or does not exist.</exception>
    IReadOnlyList<Document> FromPipeline(string name);
}
