using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>Tells whether a tag that begins a line begins a block or stands in a paragraph.</summary>
internal static class TagPlacement
{
    /// <summary>The tag and what stands between it and its closing one are blocks.</summary>
    public static bool IsBlock(BlockProcessor processor, TagPairs.Extent? extent, string name)
    {
        var text = processor.Line.Text;
        var isElement = HtmlNames.IsElement(name);
        if (extent is not { } found || (found.CloseStart < 0 && !isElement))
        {
            return !isElement && (extent is not { } unclosed || LineText.IsRestBlank(text, unclosed.End, processor.Line.End));
        }

        if (name == "head")
        {
            return found.CloseStart >= 0;
        }

        var interruptsParagraph = !isElement || !HtmlNames.IsPhrasing(name);
        if (found.CloseStart < 0 || HtmlNames.IsRaw(name) || (!interruptsParagraph && processor.CurrentBlock is ParagraphBlock))
        {
            return false;
        }

        if (found.IsWhole || LineText.IsRestBlank(text, found.End, text.Length - 1))
        {
            return LineText.IsRestBlank(text, found.End, EndOfLineOr(processor, found.End));
        }

        var children = text.AsSpan(found.End, found.CloseStart - found.End);
        return children.IsEmpty ? LineText.IsRestBlank(text, text.IndexOf('>', found.CloseStart) + 1, text.Length - 1)
            : LineText.HasBlank(children)
                || (children.TrimStart(' ')[0] == '<' && children.Contains('\n') && LineText.IsOnlyTags(LineText.First(children)));
    }

    /// <summary>
    /// A block element that is whole on its line. Its text is inline, as in MDX, but no text after it belongs to its paragraph.
    /// </summary>
    public static bool IsBlockOnOneLine(BlockProcessor processor, TagPairs.Extent extent, string name)
    {
        if (name == "head" || !HtmlNames.IsElement(name) || HtmlNames.IsPhrasing(name) || HtmlNames.IsRaw(name)
            || extent.CloseStart <= extent.End || extent.CloseStart > processor.Line.End)
        {
            return false;
        }

        var text = processor.Line.Text;
        return LineText.IsRestBlank(text, text.IndexOf('>', extent.CloseStart) + 1, processor.Line.End);
    }

    /// <summary>A line may have been cut where an outer element closes.</summary>
    private static int EndOfLineOr(BlockProcessor processor, int offset) =>
        offset <= processor.Line.End + 1 ? processor.Line.End : processor.Line.Text.Length - 1;
}
