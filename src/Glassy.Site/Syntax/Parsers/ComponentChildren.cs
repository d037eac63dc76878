using Glassy.Syntax.Mdx;
using Markdig.Parsers;

namespace Glassy.Syntax.Parsers;

/// <summary>Reads a component's block on, line by line, up to its closing tag.</summary>
internal static class ComponentChildren
{
    /// <summary>The next line of the opening tag or of the children.</summary>
    public static BlockState Continue(BlockProcessor processor, ComponentBlock component) =>
        processor.Start >= component.TagEnd ? ContinueChildren(processor, component)
        : component.TagEnd <= processor.Line.End + 1 ? EndTag(processor, component)
        : BlockState.ContinueDiscard;

    /// <summary>The opening tag ends on this line; what follows on it belongs to the children.</summary>
    public static BlockState EndTag(BlockProcessor processor, ComponentBlock component)
    {
        if (component.CloseStart <= component.TagEnd)
        {
            return BlockState.BreakDiscard;
        }

        if (LineText.IsRestBlank(processor.Line.Text, component.TagEnd, processor.Line.End))
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
        if (closeEnd == 0 || LineText.IsRestBlank(processor.Line.Text, closeEnd, processor.Line.End))
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
}
