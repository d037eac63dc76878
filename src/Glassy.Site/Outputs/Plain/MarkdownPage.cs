using Glassy.Html;
using Glassy.Theme;

namespace Glassy.Outputs.Plain;

/// <summary>A page as Markdown that anyone reads without Glassy: tokens are their figures, and tags are what they show.</summary>
public static class MarkdownPage
{
    /// <param name="title">The page's, for one whose content does not begin with it.</param>
    /// <param name="page">Its rendered content.</param>
    /// <param name="links">Where its links lead.</param>
    /// <returns>Markdown that begins with the title and ends with a line end.</returns>
    public static string Write(string title, PageMarkup page, MarkdownLinks links)
    {
        var tree = HtmlTree.Of(page);
        var text = new MarkdownBlocks(links).Write(tree.Children);
        var hasTitle = tree.Holds(node => node.Name == "h1");
        return hasTitle ? text + "\n" : $"# {MarkdownText.Escape(title)}\n\n{text}".TrimEnd() + "\n";
    }

    /// <summary>A page that lists others.</summary>
    /// <param name="title">The page's.</param>
    /// <param name="description">What it says before the list; empty for nothing.</param>
    /// <param name="cards">What it lists.</param>
    /// <param name="links">Where its links lead.</param>
    public static string Write(string title, string description, IEnumerable<PageCard> cards, MarkdownLinks links)
    {
        string[] parts =
        [
            $"# {MarkdownText.Escape(title)}",
            MarkdownText.EscapeStart(MarkdownText.Escape(description)),
            string.Join('\n', cards.Select(card => Entry(card.Title, links.To(card.Href), card.Description))),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    /// <summary>An entry of a list of pages.</summary>
    /// <param name="title">The page's.</param>
    /// <param name="href">Where it is.</param>
    /// <param name="description">Empty for none.</param>
    public static string Entry(string title, string href, string description) =>
        $"- [{MarkdownText.Escape(title)}]({href}){(description.Length > 0 ? $": {MarkdownText.Escape(description)}" : "")}";
}
