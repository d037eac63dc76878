using System.Text;
using Glassy.Syntax;

namespace Glassy.Outputs.Plain;

/// <summary>Writes what stands in lines: text, links, pictures, emphasis, code.</summary>
internal sealed class MarkdownInlines
{
    private readonly StringBuilder _text = new();
    private readonly MarkdownLinks _links;

    private MarkdownInlines(MarkdownLinks links) => _links = links;

    /// <summary>Markdown for some elements of a line, without white space around; empty when they show nothing.</summary>
    public static string Write(IEnumerable<HtmlNode> nodes, MarkdownLinks links)
    {
        var writer = new MarkdownInlines(links);
        writer.WriteAll(nodes);
        return writer._text.ToString().Trim();
    }

    private void WriteAll(IEnumerable<HtmlNode> nodes)
    {
        foreach (var node in nodes)
        {
            Write(node);
        }
    }

    private void Write(HtmlNode node)
    {
        switch (node.Name)
        {
            case "":
                WriteText(node.Text);
                break;
            case "strong" or "b":
                Wrap(node, "**");
                break;
            case "em" or "i" or "cite":
                Wrap(node, "*");
                break;
            case "del" or "s":
                Wrap(node, "~~");
                break;
            case "code" or "samp":
                _text.Append(CodeOf(node.Text));
                break;
            case "a":
                WriteLink(node);
                break;
            case "img":
                _text
                    .Append("![")
                    .Append(MarkdownText.Escape(node.Attribute("alt") ?? ""))
                    .Append("](")
                    .Append(Target(node.Attribute("src")))
                    .Append(')');
                break;
            case "sup" or "sub" when !node.Holds(child => child.Has("data-footnote-ref")):
                _text.Append('<').Append(node.Name).Append('>');
                WriteAll(node.Children);
                _text.Append("</").Append(node.Name).Append('>');
                break;
            case "br":
                _text.Append("\\\n");
                break;
            case "input":
                _text.Append(node.Attribute("type") == "checkbox" ? node.Has("checked") ? "[x] " : "[ ] " : "");
                break;
            case "span" when node.HasClass("key"):
                break; // explains colours, which are not here
            case "ul" when node.HasClass("digits"):
                break; // pictures in a cell of a table: only the page's style cuts them out of their strip
            default:
                WriteOther(node);
                break;
        }
    }

    private void WriteOther(HtmlNode node)
    {
        if (!HtmlNames.IsPhrasing(node.Name))
        {
            WriteText(" ");
        }

        WriteAll(node.Children);
        if (!HtmlNames.IsPhrasing(node.Name))
        {
            WriteText(" ");
        }
    }

    /// <summary>White space as a browser shows it: one space, none after another.</summary>
    private void WriteText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '\n' or '\t' or '\r'))
            {
                _text.Append(MarkdownText.IsMarkup(text, i) ? "\\" : "").Append(text[i]);
            }
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
            {
                _text.Append(' ');
            }
        }
    }

    /// <summary>Marks begin and end at a letter, not at a space.</summary>
    private void Wrap(HtmlNode node, string mark)
    {
        var start = _text.Length;
        WriteAll(node.Children);
        var inner = _text.ToString(start, _text.Length - start);
        if (inner.Trim().Length == 0)
        {
            return;
        }

        _text.Length = start;
        _text
            .Append(inner[..^inner.TrimStart().Length])
            .Append(mark)
            .Append(inner.Trim())
            .Append(mark)
            .Append(inner[inner.TrimEnd().Length..]);
    }

    private void WriteLink(HtmlNode node)
    {
        if (node.Has("data-footnote-ref"))
        {
            _text.Append("[^").Append(node.Text).Append(']');
            return;
        }

        var label = Write(node.Children, _links);
        if (label.Length == 0 || node.Has("data-footnote-backref"))
        {
            return;
        }

        if (node.Attribute("href") is not { } href)
        {
            _text.Append(label);
            return;
        }

        if (node.Text == href && href.Contains(':', StringComparison.Ordinal))
        {
            _text.Append('<').Append(href).Append('>');
            return;
        }

        if (_text.Length > 0 && _text[^1] == '!')
        {
            _text.Insert(_text.Length - 1, '\\'); // else it would be a picture
        }

        _text.Append('[').Append(label.Replace("\\\n", " ", StringComparison.Ordinal)).Append("](").Append(Target(href)).Append(')');
    }

    private string Target(string? href)
    {
        var target = _links.To(href ?? "");
        return target.AsSpan().IndexOfAny(" ()<>") < 0
            ? target
            : $"<{target.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";
    }

    /// <summary>Between more backticks than stand together in it.</summary>
    private static string CodeOf(string code)
    {
        var line = code.ReplaceLineEndings(" ");
        var fence = MarkdownText.Fence(line, 1);
        var space = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return line.Length == 0 ? "" : $"{fence}{space}{line}{space}{fence}";
    }
}
