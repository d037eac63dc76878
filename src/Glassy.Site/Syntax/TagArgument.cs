using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>One attribute of a component's tag.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">A bare attribute is true.</param>
/// <param name="Position">Where the name begins.</param>
public sealed record TagArgument(string Name, Literal Value, SourcePosition Position);
