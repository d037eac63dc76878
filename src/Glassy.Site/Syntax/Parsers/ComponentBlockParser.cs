using Glassy.Sources;
using Glassy.Syntax.Mdx;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

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

        var extent = TagPairs.Of(processor.Document, text).Find(start);
        if (nameEnd == start + 1 && extent is not { CloseStart: > 0 })
        {
            return BlockState.None; // a fragment that nothing closes is text
        }

        if (extent is { } whole && TagPlacement.IsBlockOnOneLine(processor, whole, text[(start + 1)..nameEnd]))
        {
            return OpenLine(processor);
        }

        if (!TagPlacement.IsBlock(processor, extent, text[(start + 1)..nameEnd]))
        {
            return BlockState.None;
        }

        var (tag, tagEnd) = AttributeParser.Parse(text, start, PositionsFrom(processor))!.Value; // a name has been found
        if (HtmlNames.IsElement(tag.Name) && tag.Mistakes.Count > 0 && !text.AsSpan(start, tagEnd - start).Contains('{'))
        {
            return BlockState.None; // no tag of JSX, so it is whatever CommonMark says
        }

        var isUnclosed = extent?.CloseStart is null or < 0 && tag.Mistakes.Count == 0;
        return Open(processor, isUnclosed ? Unclosed(tag) : tag, extent ?? new TagPairs.Extent(tagEnd, -1, false));
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var component = (ComponentBlock)block;
        if (component.Text is not null)
        {
            return component.TagEnd <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        return ComponentChildren.Continue(processor, component);
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

    /// <summary>
    /// A component that takes text as it is ends at its first closing tag: nothing between is Markdown, unless elements stand there. Null
    /// when this is none.
    /// </summary>
    private BlockState? OpenText(BlockProcessor processor, string tagName)
    {
        var (text, start) = (processor.Line.Text, processor.Start);
        if (!TextChildren.TakenBy.Contains(tagName))
        {
            return null;
        }

        var (tag, tagEnd) = AttributeParser.Parse(text, start, PositionsFrom(processor))!.Value; // a name has been found
        var textEnd = tag.IsSelfClosing ? -1 : text.IndexOf($"</{tagName}>", tagEnd, StringComparison.Ordinal);
        var end = textEnd + tagName.Length + 3;
        if (textEnd < 0
            || !LineText.IsRestBlank(text, end, text.Length - 1)
            || TextChildren.HoldElements(text, tagEnd, textEnd, TagPairs.Of(processor.Document, text)))
        {
            return null;
        }

        var (children, name, mistakes) = TextChildren.Read(text, tagEnd, textEnd);
        processor.NewBlocks.Push(new ComponentBlock(this, tag with { Mistakes = [.. tag.Mistakes, .. mistakes] })
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(start, end - 1),
            TagEnd = end,
            CloseStart = end,
            Text = children,
            TextName = name,
        });
        return end <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    private static ComponentTag Unclosed(ComponentTag tag) =>
        tag with { Mistakes = [new Located<string>($"<{tag.Name}> is not closed: </{tag.Name}> or `/>` expected", tag.Position)] };

    private BlockState OpenLine(BlockProcessor processor)
    {
        var line = processor.Line;
        var paragraph = new ParagraphBlock(
            this)
        { Line = processor.LineIndex, Column = processor.Column, Span = new(line.Start, line.End) };
        paragraph.AppendLine(ref line, processor.Column, processor.LineIndex, line.Start, false);
        processor.NewBlocks.Push(paragraph);
        return BlockState.BreakDiscard;
    }

    private BlockState Open(BlockProcessor processor, ComponentTag tag, TagPairs.Extent extent)
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
            ChildIndent = hasChildren ? LineText.IndentOf(text, extent.End, extent.CloseStart) : 0,
        };
        processor.NewBlocks.Push(component);
        return extent.End <= processor.Line.End + 1 ? ComponentChildren.EndTag(processor, component) : BlockState.ContinueDiscard;
    }
}
