using System.Globalization;
using Glassy.Syntax;

namespace Glassy.Outputs.Plain;

/// <summary>Writes what stands on lines of its own: paragraphs, lists, tables, code, and the figures of components.</summary>
/// <param name="links">Where links lead.</param>
internal sealed class MarkdownBlocks(MarkdownLinks links)
{
    /// <summary>Markdown for an element's content; empty when it shows nothing.</summary>
    public string Write(IEnumerable<HtmlNode> nodes)
    {
        var blocks = new List<string>();
        var line = new List<HtmlNode>();
        foreach (var node in nodes)
        {
            if (node.IsText || HtmlNames.IsPhrasing(node.Name))
            {
                line.Add(node);
                continue;
            }

            EndLine();
            blocks.Add(Block(node));
        }

        EndLine();
        return Join(blocks);

        void EndLine()
        {
            blocks.Add(MarkdownText.EscapeStart(Inline(line)));
            line.Clear();
        }
    }

    private string Block(HtmlNode node) => node.Name switch
    {
        ['h', >= '1' and <= '6'] => HeadingOf(node),
        "pre" => CodeOf(node, ""),
        "ul" when node.HasClass("page-cards") => CardsOf(node),
        "ul" when node.HasClass("digits") => CountOf(node),
        "ul" or "ol" => ListOf(node),
        "blockquote" => Quote(Write(node.Children)),
        "hr" => "---",
        "table" => TableOf(node),
        "figure" when node.HasClass("tiles") => PicturesOf(node),
        "dt" or "summary" => Bold(Inline(node.Children)),
        "div" when node.HasClass("admonition") => AdmonitionOf(node),
        "div" when node.HasClass("code") => TitledCode(node),
        "div" when node.HasClass("tabs") => TabsOf(node),
        "section" when node.HasClass("footnotes") => FootnotesOf(node),
        "fieldset" or "form" or "div" when IsForUse(node) => "",
        _ => Write(node.Children),
    };

    private string Inline(IEnumerable<HtmlNode> nodes) => MarkdownInlines.Write(nodes, links);

    private string HeadingOf(HtmlNode node)
    {
        var text = Inline(node.Children).Replace("\\\n", " ", StringComparison.Ordinal);
        return text.Length == 0 ? "" : $"{new string('#', node.Name[1] - '0')} {text}";
    }

    private static string CodeOf(HtmlNode node, string title)
    {
        var code = node.Text.ReplaceLineEndings("\n").TrimEnd('\n');
        var fence = MarkdownText.Fence(code, 3);
        var language = node.Attribute("data-language") ?? (title.Length > 0 ? "text" : "");
        return $"{fence}{language}{(title.Length > 0 ? $" title=\"{title}\"" : "")}\n{code}\n{fence}";
    }

    private static string TitledCode(HtmlNode node)
    {
        var title = node.Children.FirstOrDefault(child => child.HasClass("code-title"))?.Text.Trim() ?? "";
        return Join(node.Descendants().Where(child => child.Name == "pre").Select(pre => CodeOf(pre, title)));
    }

    private string ListOf(HtmlNode list)
    {
        var number = int.TryParse(list.Attribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        var isLoose = list.Holds(node => node.Name is "p" or "pre" or "blockquote" or "table" or "div");
        var items = list.Children.Where(child => child.Name == "li").Select(item => Write(item.Children));
        return string.Join(isLoose ? "\n\n" : "\n", items.Select((item, i) =>
        {
            var mark = list.Name == "ol" ? FormattableString.Invariant($"{number + i}. ") : "- ";
            return MarkdownText.Indent(
                isLoose ? item : item.Replace("\n\n", "\n", StringComparison.Ordinal), mark, new string(' ', mark.Length));
        }));
    }

    /// <summary>Links with what they say of their pages.</summary>
    private string CardsOf(HtmlNode list) => string.Join('\n', list.Descendants().Where(node => node.Name == "a").Select(card =>
    {
        var title = Inline(card.Children.Where(child => child.Name == "strong").SelectMany(child => child.Children));
        var rest = Inline(card.Children.Where(child => child.Name == "span"));
        return $"- [{title}]({links.To(card.Attribute("href") ?? "")}){(rest.Length > 0 ? $": {rest}" : "")}";
    }));

    private string TableOf(HtmlNode table) => Join(
    [
        .. table.Children.Where(child => child.Name == "caption").Select(caption => Inline(caption.Children)),
        MarkdownTable.Write(table, cell => Inline(cell.Children)),
    ]);

    /// <summary>What a reader works with on the page itself: the matrix' modes, the explorer's filters, the sheet to draw on.</summary>
    private static bool IsForUse(HtmlNode node) => node.HasClass("modes") || node.HasClass("filters") || node.HasClass("glassy-draw-desk");

    /// <summary>Pictures are many and small: their heading and number, and where they are seen.</summary>
    private string PicturesOf(HtmlNode figure)
    {
        var caption = Inline(figure.Children.Where(child => child.Name == "figcaption").SelectMany(child => child.Children));
        return (caption.Length > 0 ? caption + " – " : "") + CountOf(figure);
    }

    /// <summary>How many pictures there are; they lie in strips, which only the page's style cuts apart.</summary>
    private string CountOf(HtmlNode pictures)
    {
        var count = pictures.Descendants().Count(node => node.Name == "img");
        return $"{links.Words.Of("plain.pictures", ("count", count))}, [{links.Words["plain.shown"]}]({links.Page})";
    }

    private string AdmonitionOf(HtmlNode node) => Quote(Join(node.Children.Select(child =>
        child.HasClass("admonition-title") ? Bold(Inline(child.Children)) : Write([child]))));

    private string TabsOf(HtmlNode tabs) => Join(tabs.Children.Where(child => !child.IsText && child.Name != "input").Select(child =>
        child.Name == "label" ? Bold(Inline(child.Children)) : Write(child.Children)));

    private string FootnotesOf(HtmlNode section) => Join(section.Descendants().Where(node => node.Name == "li").Select((footnote, i) =>
        MarkdownText.Indent(Write(footnote.Children), FormattableString.Invariant($"[^{i + 1}]: "), "    ")));

    private static string Bold(string text) => text.Length == 0 || text.StartsWith("**", StringComparison.Ordinal) ? text : $"**{text}**";

    private static string Quote(string blocks) => blocks.Length == 0 ? "" : MarkdownText.Indent(blocks, "> ", "> ");

    private static string Join(IEnumerable<string> blocks) => string.Join("\n\n", blocks.Where(block => block.Length > 0));
}
