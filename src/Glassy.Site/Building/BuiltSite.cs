using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Building;

/// <summary>Files of a site in memory, and what is wrong with it.</summary>
/// <param name="Documents">Each with its destination.</param>
/// <param name="Diagnostics">With an error among them the files are not to be written.</param>
public sealed record BuiltSite(IReadOnlyList<Document> Documents, IReadOnlyList<Diagnostic> Diagnostics);
