namespace Glassy.Sources;

/// <summary>A link to a place in a page. Whether the place is there shows when all pages are rendered.</summary>
/// <param name="Url">As written.</param>
/// <param name="Permalink">The page that it leads to.</param>
/// <param name="Fragment">The id of the place, as written.</param>
/// <param name="File">Where the link is written, as messages show it.</param>
/// <param name="Position">Where in that file.</param>
/// <param name="Includer">What a message ends with when the file is a partial.</param>
public sealed record AnchorLink(string Url, string Permalink, string Fragment, string File, SourcePosition Position, string Includer);
