using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>One step of a phase: documents in (<see cref="IExecutionContext.Inputs"/>), documents out.</summary>
public interface IModule
{
    /// <returns>The documents for the next module, in an order that does not depend on timing.</returns>
    /// <exception cref="DiagnosticException">The user's mistakes leave nothing to go on with.</exception>
    Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context);
}

/// <summary>The step that makes a pipeline's typed result, and the files that belong to it.</summary>
public interface IModule<TResult>
    where TResult : class?
{
    /// <returns>The result, and the documents for the phase's first module.</returns>
    /// <inheritdoc cref="IModule.ExecuteAsync"/>
    Task<(TResult Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context);
}
