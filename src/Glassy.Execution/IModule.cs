using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>One step of a phase: documents in (<see cref="IExecutionContext.Inputs"/>), documents out.</summary>
public interface IModule
{
    /// <returns>The documents for the next module, in an order that does not depend on timing.</returns>
    /// <exception cref="DiagnosticException">The user's mistakes leave nothing to go on with.</exception>
    Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context);
}
