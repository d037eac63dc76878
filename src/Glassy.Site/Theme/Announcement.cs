using Glassy.Sources;

namespace Glassy.Theme;

/// <summary>A line above every page.</summary>
/// <param name="Id">From its content, so that readers who closed another see it: 8 lower-case hex digits.</param>
/// <param name="Html">Inline markup.</param>
public sealed record Announcement(string Id, RawHtml Html);
