using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Preview;

/// <summary>Pages that were rendered again.</summary>
/// <param name="Documents">Ready to be written; empty when there are mistakes.</param>
/// <param name="Mistakes">Errors of the changed pages.</param>
public sealed record PreviewUpdate(IReadOnlyList<Document> Documents, IReadOnlyList<Diagnostic> Mistakes);
