namespace Glassy.Theme;

/// <summary>A page, or a category, as a card on a page that lists them.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Its address relative to the page.</param>
/// <param name="Description">Empty when there is none.</param>
public sealed record PageCard(string Title, string Href, string Description)
{
    /// <summary>How many a category holds; null for a page.</summary>
    public int? Count { get; init; }
}
