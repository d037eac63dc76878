namespace Glassy.Sources;

/// <summary>A value and where it was written, so that a mistake found later can still name its place.</summary>
/// <param name="Value">The value.</param>
/// <param name="Position">Where it stands in the page's file.</param>
public sealed record Located<T>(T Value, SourcePosition Position);
