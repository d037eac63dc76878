namespace Glassy.Pages;

/// <summary>When and by whom a page says it was changed last; at least one of the two.</summary>
public sealed record LastUpdate(DateTimeOffset? Date, string? Author);
