namespace Glassy.Tokens;

/// <summary>What prose can say of the site: <c>{{ site.title }}</c>.</summary>
public sealed record SiteTokens(string Title, string Tagline, string? Url, string? Repository);
