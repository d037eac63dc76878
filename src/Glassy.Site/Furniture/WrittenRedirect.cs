using Glassy.Sources;

namespace Glassy.Furniture;

/// <summary>An address that leads on to another, as its author wrote it.</summary>
/// <param name="From">Begins with <c>/</c>, below the site's base path.</param>
/// <param name="To">A page's or file's address, or another site's.</param>
/// <param name="Position">Where it is written.</param>
public sealed record WrittenRedirect(string From, string To, SourcePosition Position);
