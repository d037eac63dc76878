namespace Glassy.Outputs.Search;

/// <summary>The part of a page from one heading to the next.</summary>
/// <param name="Heading">Empty for what comes before the first heading below the page's title.</param>
/// <param name="Anchor">The heading's id; empty with it.</param>
/// <param name="Text">What readers see, without markup, white space as single spaces.</param>
public sealed record SearchSection(string Heading, string Anchor, string Text);
