namespace Glassy.Code;

/// <summary>A piece of code that is coloured.</summary>
/// <param name="Start">0-based offset in the code.</param>
/// <param name="End">The first offset after it.</param>
/// <param name="Kind">
/// The letter of its CSS class <c>t-…</c>: k keyword, s string, c comment, n number, f function, t type, v variable,
/// a attribute, i inserted, d deleted, m meta.
/// </param>
public readonly record struct CodeToken(int Start, int End, char Kind);
