namespace Glassy.Theme;

/// <summary>Links of the footer that belong together.</summary>
/// <param name="Title">Empty for links that stand in no column.</param>
/// <param name="Links">In order.</param>
public sealed record FooterColumn(string Title, IReadOnlyList<SiteLink> Links);
