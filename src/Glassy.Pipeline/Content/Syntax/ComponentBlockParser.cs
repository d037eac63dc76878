using Markdig.Parsers;

namespace Glassy.Content.Syntax;

/// <summary>
/// <c>&lt;Name …/&gt;</c> and <c>&lt;Name …&gt;children&lt;/Name&gt;</c> whose tags stand on lines of their own;
/// stands before the parser of raw HTML.
/// </summary>
internal sealed class ComponentBlockParser : BlockParser
{
    public ComponentBlockParser() => OpeningCharacters = ['<'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        var start = processor.Start;
        if (processor.IsCodeIndent || TagScanner.NameEnd(text, start + 1) < 0)
        {
            return BlockState.None;
        }

        var (tag, tagEnd) = AttributeParser.Parse(text, start, offset => SourcePosition.At(text, offset))!.Value; // NameEnd saw a name
        if (TextChildren.IsTakenBy(tag) && ClosingTagFinder.Find(text, tagEnd, tag.Name) is var textEnd and >= 0)
        {
            return OpenText(processor, tag, tagEnd, textEnd);
        }

        if (!IsRestOfLineBlank(text, tagEnd))
        {
            return BlockState.None;
        }

        var closeStart = tag.IsSelfClosing ? tagEnd : ClosingTagFinder.Find(text, tagEnd, tag.Name);
        if (closeStart < 0)
        {
            tag = tag with
            {
                Mistakes = [.. tag.Mistakes, new Located<string>($"<{tag.Name}> is not closed: </{tag.Name}> or `/>` expected", tag.Position)],
            };
        }

        processor.NewBlocks.Push(new ComponentBlock(this, tag)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(start, tagEnd - 1),
            TagEnd = tagEnd,
            CloseStart = closeStart,
            ChildIndent = closeStart > tagEnd ? ChildIndentOf(text, tagEnd, closeStart) : 0,
        });
        var isWhole = closeStart <= tagEnd && tagEnd <= processor.Line.End + 1;
        return isWhole ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        var component = (ComponentBlock)block;
        var lineEnd = processor.Line.End + 1;
        if (component.Text is not null)
        {
            return component.TagEnd <= lineEnd ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        if (processor.Start < component.TagEnd)
        {
            var isWhole = component.CloseStart <= component.TagEnd && component.TagEnd <= lineEnd;
            return isWhole ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        if (processor.Start <= component.CloseStart && component.CloseStart < lineEnd
            && processor.Line.Text.AsSpan(processor.Start, component.CloseStart - processor.Start).IsWhiteSpace())
        {
            return BlockState.BreakDiscard;
        }

        if (processor.Start > component.CloseStart)
        {
            return BlockState.None;
        }

        processor.GoToColumn(Math.Max(processor.ColumnBeforeIndent, Math.Min(component.ChildIndent, processor.Column)));
        return BlockState.Continue;
    }

    /// <summary>Nothing between these tags is Markdown, so the block ends where its closing tag does.</summary>
    private BlockState OpenText(BlockProcessor processor, ComponentTag tag, int tagEnd, int textEnd)
    {
        var text = processor.Line.Text;
        var end = text.IndexOf('>', textEnd) + 1; // the closing tag that was found ends in one
        if (!IsRestOfLineBlank(text, end))
        {
            return BlockState.None;
        }

        var (children, mistakes) = TextChildren.Read(text, tagEnd, textEnd);
        processor.NewBlocks.Push(new ComponentBlock(this, tag with { Mistakes = [.. tag.Mistakes, .. mistakes] })
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new(processor.Start, end - 1),
            TagEnd = end,
            CloseStart = end,
            Text = children,
        });
        return end <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    private static bool IsRestOfLineBlank(string text, int start)
    {
        var lineEnd = text.IndexOf('\n', start);
        return text.AsSpan(start, (lineEnd < 0 ? text.Length : lineEnd) - start).IsWhiteSpace();
    }

    private static int ChildIndentOf(string text, int start, int end)
    {
        var indent = int.MaxValue;
        foreach (var line in text.AsSpan(start, end - start).EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                indent = Math.Min(indent, line.Length - line.TrimStart(' ').Length);
            }
        }

        return indent == int.MaxValue ? 0 : indent;
    }
}
