using Glassy.Sources;
using Glassy.Syntax.Mdx;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Glassy.Syntax.Parsers;

/// <summary>Tags of components, and of HTML elements with attributes, inside a paragraph; stands before the parser of raw HTML.</summary>
internal sealed class ComponentInlineParser : InlineParser
{
    private const string FragmentClose = "</>";

    public ComponentInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (slice.PeekChar() == '/')
        {
            return MatchClose(processor, ref slice);
        }

        if (slice.PeekChar() == '>')
        {
            return MatchFragment(processor, ref slice);
        }

        var text = slice.Text.AsSpan(0, slice.End + 1);
        if (TagScanner.NameEnd(text, start + 1) >= 0)
        {
            var (tag, end) = Parse(processor, slice);
            processor.Inline = new ComponentInline(tag) { Line = tag.Position.Line - 1, Column = tag.Position.Column - 1, IsClosed = true };
            slice.Start = end;
            return true;
        }

        var nameEnd = TagScanner.ElementNameEnd(text, start + 1);
        return nameEnd >= 0
            && (text[nameEnd] != '>' || HtmlNames.IsThemed(text[(start + 1)..nameEnd]))
            && MatchElement(processor, ref slice);
    }

    /// <summary>An element's tag; what is not one of JSX is left to the parser of raw HTML.</summary>
    private static bool MatchElement(InlineProcessor processor, ref StringSlice slice)
    {
        if (ScanBudget.Of(processor.Document).TagEnd(slice.AsSpan(), 1) < 0)
        {
            return false;
        }

        var (tag, end) = Parse(processor, slice);
        if (tag.Mistakes.Count > 0 && !slice.Text.AsSpan(slice.Start, end - slice.Start).Contains("={", StringComparison.Ordinal))
        {
            return false;
        }

        processor.Inline = new ElementInline(tag) { Line = tag.Position.Line - 1, Column = tag.Position.Column - 1 };
        slice.Start = end;
        return true;
    }

    private static (ComponentTag Tag, int End) Parse(InlineProcessor processor, StringSlice slice)
    {
        var start = slice.Start;
        var rest = slice.AsSpan();
        var length = ScanBudget.Of(processor.Document).TagEnd(rest, 1);
        var line = rest.IndexOf('\n');
        var text = rest[..(length >= 0 ? length : line >= 0 ? line + 1 : rest.Length)].ToString(); // a slice may be of the whole page
        var (tag, end) = AttributeParser.Parse(text, 0, offset => Place(processor, start + offset))!.Value; // a name has been found
        return (tag, start + end);
    }

    /// <summary><c>&lt;&gt;</c>, when something in the same text closes it; else it is text.</summary>
    private static bool MatchFragment(InlineProcessor processor, ref StringSlice slice)
    {
        var close = ScanBudget.Of(processor.Document).IndexOf(slice.Text, FragmentClose, slice.Start);
        if (close < 0 || close > slice.End)
        {
            return false;
        }

        var tag = new ComponentTag("", [], Place(processor, slice.Start), IsSelfClosing: false, []);
        processor.Inline = new ComponentInline(tag) { Line = tag.Position.Line - 1, Column = tag.Position.Column - 1, IsClosed = true };
        OpenFragments(processor, +1);
        slice.Start += 2;
        return true;
    }

    private static bool MatchFragmentClose(InlineProcessor processor, ref StringSlice slice)
    {
        if (OpenFragments(processor, 0) == 0)
        {
            return false;
        }

        OpenFragments(processor, -1);
        processor.Inline = new ComponentCloseInline("", Place(processor, slice.Start));
        slice.Start += FragmentClose.Length;
        return true;
    }

    /// <summary>How many fragments are open in the block that is read.</summary>
    private static int OpenFragments(InlineProcessor processor, int change)
    {
        var open = (processor.Block?.GetData(FragmentClose) as int? ?? 0) + change;
        if (change != 0)
        {
            processor.Block?.SetData(FragmentClose, open);
        }

        return open;
    }

    private static bool MatchClose(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar(2) == '>')
        {
            return MatchFragmentClose(processor, ref slice);
        }

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
