namespace Glassy.BrowserTests;

/// <summary>One move of what was drawn before.</summary>
/// <param name="Value">The browser's layout shift score.</param>
/// <param name="Moved">What moved, from where to where, pixels.</param>
public sealed record LayoutShift(double Value, string Moved);
