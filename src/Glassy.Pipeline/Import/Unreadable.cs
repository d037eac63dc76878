using Glassy.Sources;

namespace Glassy.Import;

/// <summary>Stands for a value that only running the file would tell.</summary>
/// <param name="Position">Where it is written.</param>
internal sealed record Unreadable(SourcePosition Position);
