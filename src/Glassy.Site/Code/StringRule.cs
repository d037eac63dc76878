namespace Glassy.Code;

/// <summary>A kind of string.</summary>
/// <param name="Open">How it begins.</param>
/// <param name="Close">How it ends.</param>
/// <param name="ManyLines">Whether it may hold line breaks; else one that does not end on its line is not a string.</param>
/// <param name="Escapes">Whether a backslash takes the next character's meaning.</param>
/// <param name="IsCharacter">Whether it holds one character or one escape; else, as in Rust's <c>'a</c>, it is not a string.</param>
public sealed record StringRule(string Open, string Close, bool ManyLines = false, bool Escapes = true, bool IsCharacter = false);
