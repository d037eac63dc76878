using Glassy.Wording;

namespace Glassy.Outputs.Plain;

/// <summary>Where links in a page's Markdown lead: whole addresses when the site's is known, else from the page's folder.</summary>
/// <param name="Page">The page itself.</param>
/// <param name="Base">What the page's relative links begin from, with scheme and host; null when the site's address is not known.</param>
public sealed record MarkdownLinks(string Page, Uri? Base)
{
    /// <summary>What stands in place of pictures.</summary>
    public Words Words { get; init; } = WordsReader.English;

    /// <param name="href">As the page has it.</param>
    public string To(string href) =>
        href.StartsWith('#') ? Page + href
        : Base is not null && Uri.TryCreate(Base, href, out var whole) ? whole.AbsoluteUri
        : href;
}
