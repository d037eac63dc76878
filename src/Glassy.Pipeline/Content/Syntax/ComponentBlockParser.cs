using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Content.Syntax;

/// <summary>
/// <c>&lt;Name …/&gt;</c> and <c>&lt;Name …&gt;children&lt;/Name&gt;</c> that begin a line, for components and for HTML elements;
/// stands before the parser of raw HTML. An element that is whole on its line is part of a paragraph, as in MDX.
/// </summary>
internal sealed class ComponentBlockParser : BlockParser
{
    public ComponentBlockParser() => OpeningCharacters = ['<'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        var start = processor.Start;
        if (processor.IsCodeIndent || TagScanner.AnyNameEnd(text, start + 1) is not (>= 0 and var nameEnd))
        {
            return BlockState.None;
        }

        if (OpenText(processor, text[(start + 1)..nameEnd]) is { } opened)
        {
            return opened;
        }

        var extent = TagMap.Of(processor.Document, text).Find(start);
        if (extent is { } whole && IsBlockOnOneLine(processor, whole, text[(start + 1)..nameEnd]))
        {
            return OpenLine(processor);
        }

        if (!IsBlock(processor, extent, text[(start + 1)..nameEnd]))
        {
            return BlockState.None;
        }

        var (tag, tagEnd) = AttributeParser.Parse(text, start, PositionsFrom(processor))!.Value; // a name has been found
        if (HtmlNames.IsElement(tag.Name) && tag.Mistakes.Count > 0 && !text.AsSpan(start, tagEnd - start).Contains('{'))
        {
            return BlockState.None; // no tag of JSX, so it is whatever CommonMark says
        }

        if (extent?.CloseStart is null or < 0 && tag.Mistakes.Count == 0)
        {
            tag = tag with
            {
                Mistakes = [.. tag.Mistakes, new Located<string>($"<{tag.Name}> is not closed: </{tag.Name}> or `/>` expected", tag.Position)],
            };
        }

        return Open(processor, tag, extent ?? new TagMap.Extent(tagEnd, -1, false));
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var component = (ComponentBlock)block;
        if (component.Text is not null)
        {
            return component.TagEnd <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        return processor.Start < component.TagEnd ? ContinueTag(processor, component) : ContinueChildren(processor, component);
    }

    /// <summary>Gives an offset at or after the line's start its place in the file.</summary>
    internal static Func<int, SourcePosition> PositionsFrom(BlockProcessor processor)
    {
        var (text, line, from) = (processor.Line.Text, processor.LineIndex + 1, processor.Start);
        var lineStart = from == 0 ? 0 : text.LastIndexOf('\n', from - 1) + 1;
        return offset =>
        {
            var before = text.AsSpan(lineStart, offset - lineStart);
            return new SourcePosition(line + before.Count('\n'), offset - lineStart - before.LastIndexOf('\n'));
        };
    }

    private static bool IsBlock(BlockProcessor processor, TagMap.Extent? extent, string name)
    {
        var text = processor.Line.Text;
        var isElement = HtmlNames.IsElement(name);
        if (extent is not { } found || (found.CloseStart < 0 && !isElement))
        {
            return !isElement && (extent is not { } unclosed || IsRestOfLineBlank(text, unclosed.End, processor.Line.End));
        }

        var interruptsParagraph = !isElement || !HtmlNames.IsPhrasing(name);
        if (found.CloseStart < 0 || HtmlNames.IsRaw(name) || (!interruptsParagraph && processor.CurrentBlock is ParagraphBlock))
        {
            return false;
        }

        if (found.IsWhole || IsRestOfLineBlank(text, found.End, text.Length - 1))
        {
            return IsRestOfLineBlank(text, found.End, EndOfLineOr(processor, found.End));
        }

        var children = text.AsSpan(found.End, found.CloseStart - found.End);
        return children.IsEmpty ? IsRestOfLineBlank(text, text.IndexOf('>', found.CloseStart) + 1, text.Length - 1)
            : HasBlankLine(children) || (children.TrimStart(' ')[0] == '<' && children.Contains('\n') && IsOnlyTags(FirstLine(children)));
    }

    /// <summary>A block element that is whole on its line. Its text is inline, as in MDX, but no text after it belongs to its paragraph.</summary>
    private static bool IsBlockOnOneLine(BlockProcessor processor, TagMap.Extent extent, string name)
    {
        if (!HtmlNames.IsElement(name) || HtmlNames.IsPhrasing(name) || HtmlNames.IsRaw(name)
            || extent.CloseStart <= extent.End || extent.CloseStart > processor.Line.End)
        {
            return false;
        }

        var text = processor.Line.Text;
        return IsRestOfLineBlank(text, text.IndexOf('>', extent.CloseStart) + 1, processor.Line.End);
    }

    /// <summary>A component that takes text as it is ends at its first closing tag: nothing between is Markdown. Null when this is none.</summary>
    private BlockState? OpenText(BlockProcessor processor, string name)
    {
        var (text, start) = (processor.Line.Text, processor.Start);
        if (!TextChildren.TakenBy.Contains(name))
        {
            return null;
        }

        var (tag, tagEnd) = AttributeParser.Parse(text, start, PositionsFrom(processor))!.Value; // a name has been found
        var textEnd = tag.IsSelfClosing ? -1 : text.IndexOf($"</{name}>", tagEnd, StringComparison.Ordinal);
        var end = textEnd + name.Length + 3;
        if (textEnd < 0 || !IsRestOfLineBlank(text, end, text.Length - 1))
        {
            return null;
        }

        var (children, mistakes) = TextChildren.Read(text, tagEnd, textEnd);
        processor.NewBlocks.Push(new ComponentBlock(this, tag with { Mistakes = [.. tag.Mistakes, .. mistakes] })
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(start, end - 1),
            TagEnd = end,
            CloseStart = end,
            Text = children,
        });
        return end <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    private BlockState OpenLine(BlockProcessor processor)
    {
        var line = processor.Line;
        var paragraph = new ParagraphBlock(this) { Line = processor.LineIndex, Column = processor.Column, Span = new(line.Start, line.End) };
        paragraph.AppendLine(ref line, processor.Column, processor.LineIndex, line.Start, false);
        processor.NewBlocks.Push(paragraph);
        return BlockState.BreakDiscard;
    }

    /// <summary>A line may have been cut where an outer element closes.</summary>
    private static int EndOfLineOr(BlockProcessor processor, int offset) =>
        offset <= processor.Line.End + 1 ? processor.Line.End : processor.Line.Text.Length - 1;

    private BlockState Open(BlockProcessor processor, ComponentTag tag, TagMap.Extent extent)
    {
        var (start, text) = (processor.Start, processor.Line.Text);
        var hasChildren = extent.CloseStart > extent.End;
        var component = new ComponentBlock(this, tag)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(start, extent.End - 1),
            TagEnd = extent.End,
            CloseStart = extent.CloseStart,
            ChildIndent = hasChildren ? ChildIndentOf(text, extent.End, extent.CloseStart) : 0,
        };
        processor.NewBlocks.Push(component);
        return extent.End <= processor.Line.End + 1 ? EndTag(processor, component) : BlockState.ContinueDiscard;
    }

    private static BlockState ContinueTag(BlockProcessor processor, ComponentBlock component) =>
        component.TagEnd <= processor.Line.End + 1 ? EndTag(processor, component) : BlockState.ContinueDiscard;

    /// <summary>The opening tag ends on this line; what follows on it belongs to the children.</summary>
    private static BlockState EndTag(BlockProcessor processor, ComponentBlock component)
    {
        if (component.CloseStart <= component.TagEnd)
        {
            return BlockState.BreakDiscard;
        }

        if (IsRestOfLineBlank(processor.Line.Text, component.TagEnd, processor.Line.End))
        {
            return BlockState.ContinueDiscard;
        }

        SkipTo(processor, component.TagEnd);
        return BlockState.Continue;
    }

    private static BlockState ContinueChildren(BlockProcessor processor, ComponentBlock component)
    {
        var (text, lineEnd, close) = (processor.Line.Text, processor.Line.End + 1, component.CloseStart);
        if (processor.Start > close)
        {
            processor.Close(component);
            return BlockState.None;
        }

        if (close < lineEnd && text.AsSpan(processor.Start, close - processor.Start).IsWhiteSpace())
        {
            return EndChildren(processor, component, text.IndexOf('>', close) + 1);
        }

        if (close < lineEnd)
        {
            processor.Line.End = close - 1;
        }

        processor.GoToColumn(Math.Max(processor.ColumnBeforeIndent, Math.Min(component.ChildIndent, processor.Column)));
        return BlockState.Continue;
    }

    private static BlockState EndChildren(BlockProcessor processor, ComponentBlock component, int closeEnd)
    {
        if (closeEnd == 0 || IsRestOfLineBlank(processor.Line.Text, closeEnd, processor.Line.End))
        {
            return BlockState.BreakDiscard;
        }

        SkipTo(processor, closeEnd);
        processor.Close(component);
        return BlockState.None;
    }

    private static void SkipTo(BlockProcessor processor, int offset)
    {
        while (processor.Start < offset || processor.CurrentChar is ' ' or '\t')
        {
            processor.NextChar();
        }

        processor.RestartIndent();
    }

    private static bool IsRestOfLineBlank(string text, int start, int lineEnd)
    {
        var rest = text.AsSpan(start, Math.Max(0, lineEnd + 1 - start));
        var newline = rest.IndexOf('\n');
        return (newline < 0 ? rest : rest[..newline]).IsWhiteSpace();
    }

    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\n'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var next = rest.IndexOf('\n');
            if (next >= 0 && rest[..next].IsWhiteSpace())
            {
                return true;
            }

            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        var newline = text.IndexOf('\n');
        return newline < 0 ? text : text[..newline];
    }

    /// <summary>Between the first tag of a line and its last stands nothing that is shown, or the line ends inside a tag.</summary>
    private static bool IsOnlyTags(ReadOnlySpan<char> line)
    {
        for (line = line.Trim(); line.Length > 0; line = line.TrimStart())
        {
            var end = line[0] == '<' ? line.IndexOf('>') : 0;
            if (end <= 0)
            {
                return end < 0;
            }

            line = line[(end + 1)..];
        }

        return true;
    }

    private static int ChildIndentOf(string text, int start, int end)
    {
        var indent = int.MaxValue;
        var isFirst = true;
        foreach (var line in text.AsSpan(start, end - start).EnumerateLines())
        {
            if (!isFirst && !line.IsWhiteSpace())
            {
                indent = Math.Min(indent, line.Length - line.TrimStart(' ').Length);
            }

            isFirst = false;
        }

        return indent == int.MaxValue ? 0 : indent;
    }
}
