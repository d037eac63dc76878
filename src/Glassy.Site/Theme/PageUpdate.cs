namespace Glassy.Theme;

/// <summary>When and by whom a page was last changed; at least one of the two.</summary>
/// <param name="Date">In UTC, or as the page's author gave it.</param>
/// <param name="Author">A name.</param>
public sealed record PageUpdate(DateTimeOffset? Date, string? Author);
