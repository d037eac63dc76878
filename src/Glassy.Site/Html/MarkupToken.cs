namespace Glassy.Html;

/// <summary>A piece of a page's markup; all pieces, one after the other, are the page. Offsets are of the page's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="NameEnd">Where a tag's name ends.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct MarkupToken(MarkupKind Kind, int Start, int NameEnd, int End);
