using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>A heading in the table of contents.</summary>
/// <param name="Level">2 for <c>h2</c>.</param>
/// <param name="Id">The heading's anchor.</param>
/// <param name="Html">Its text, with code and emphasis but without links.</param>
public sealed record TocEntry(int Level, string Id, RawHtml Html);
