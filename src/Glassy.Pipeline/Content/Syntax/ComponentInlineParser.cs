using Markdig.Helpers;
using Markdig.Parsers;

namespace Glassy.Content.Syntax;

/// <summary>Component tags inside a paragraph; stands before the parser of raw HTML.</summary>
internal sealed class ComponentInlineParser : InlineParser
{
    public ComponentInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var text = slice.Text;
        if (slice.PeekChar() == '/')
        {
            return MatchClose(processor, ref slice);
        }

        if (TagScanner.NameEnd(text.AsSpan(0, slice.End + 1), start + 1) < 0
            || AttributeParser.Parse(text[..(slice.End + 1)], start, offset => Place(processor, offset)) is not var (tag, end))
        {
            return false;
        }

        processor.Inline = new ComponentInline(tag) { Line = tag.Position.Line - 1, Column = tag.Position.Column - 1, IsClosed = true };
        slice.Start = end;
        return true;
    }

    private static bool MatchClose(InlineProcessor processor, ref StringSlice slice)
    {
        var nameEnd = TagScanner.NameEnd(slice.Text.AsSpan(0, slice.End + 1), slice.Start + 2);
        if (nameEnd < 0 || slice.Text[nameEnd] != '>')
        {
            return false;
        }

        processor.Inline = new ComponentCloseInline(slice.Text[(slice.Start + 2)..nameEnd], Place(processor, slice.Start));
        slice.Start = nameEnd + 1;
        return true;
    }

    private static SourcePosition Place(InlineProcessor processor, int offset)
    {
        processor.GetSourcePosition(offset, out var line, out var column);
        return new SourcePosition(line + 1, column + 1);
    }
}
