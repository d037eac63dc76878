namespace Glassy.Outputs.Plain;

/// <summary>A page in the list of the site's pages.</summary>
/// <param name="Section">The outermost category that it is in; empty for none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Href">Where its Markdown is.</param>
/// <param name="Description">Empty when there is none.</param>
internal sealed record ListedPage(string Section, string Title, string Href, string Description);
