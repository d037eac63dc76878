using Glassy.Sources;
using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Glassy.Rendering;

/// <summary>Writes a block of raw HTML as it is, but for its addresses, pictures and tokens.</summary>
internal sealed class RawHtmlWriter(PageWriting page)
{
    private readonly ElementWriter _elements = new(page);
    private readonly TokenText _tokens = new(page);

    public void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var text = block.Lines.ToString();
        var done = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, done))
        {
            renderer.Write(text.AsSpan(done, at - done));
            done = text[at] == '<' ? AfterTag(renderer, block, text, at) : AfterBraces(renderer, block, text, at);
        }

        renderer.Write(text.AsSpan(done));
        renderer.EnsureLine();
    }

    /// <summary>Writes a tag that has addresses or tokens as its attributes are then, and any other as it is.</summary>
    private int AfterTag(HtmlRenderer renderer, HtmlBlock block, string text, int at)
    {
        var end = EndOf(text, at);
        var tag = text.AsSpan(at, end - at);
        var nameEnd = TagScanner.ElementNameEnd(text, at + 1);
        if (nameEnd >= 0 && (ElementAddresses.IsAddressed(text[(at + 1)..nameEnd]) || tag.Contains("{{", StringComparison.Ordinal))
            && AttributeParser.Parse(text, at, offset => PlaceOf(block, text, offset)) is { Tag.Mistakes.Count: 0 } parsed)
        {
            _elements.WriteOpening(renderer, parsed.Tag);
            return parsed.End;
        }

        page.Pictures.Pass(tag);
        renderer.Write(tag);
        return end;
    }

    private int AfterBraces(HtmlRenderer renderer, HtmlBlock block, string text, int at)
    {
        var end = text.IndexOf("}}", at, StringComparison.Ordinal) + 2;
        var isEscaped = text[at] == '\\';
        if (end < 2 || isEscaped)
        {
            renderer.Write("{{");
            return at + (isEscaped ? 3 : 2);
        }

        renderer.WriteEscape(_tokens.Of(TokenPipes.Restore(text[(at + 2)..(end - 2)].Trim()), PlaceOf(block, text, at)));
        return end;
    }

    private static int Next(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '<' || text.AsSpan(at).StartsWith("{{") || text.AsSpan(at).StartsWith("\\{{"))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The first offset after a tag, a comment, or an element whose content is no HTML.</summary>
    private static int EndOf(string text, int at)
    {
        var nameEnd = TagScanner.ElementNameEnd(text, at + 1);
        var name = nameEnd < 0 ? "" : text[(at + 1)..nameEnd];
        var last = text.AsSpan(at).StartsWith("<!--") ? "-->" : HtmlNames.IsRaw(name) ? $"</{name}>" : ">";
        var end = text.IndexOf(last, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text.Length : end + last.Length;
    }

    private static SourcePosition PlaceOf(HtmlBlock block, string text, int offset)
    {
        var place = SourcePosition.At(text, offset);
        return new SourcePosition(block.Line + place.Line, block.Lines.Lines[place.Line - 1].Column + place.Column);
    }
}
