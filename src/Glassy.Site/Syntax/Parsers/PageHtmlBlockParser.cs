using Markdig.Parsers;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// Raw HTML, as CommonMark has it, where a line does not begin with an element that <see cref="ComponentBlockParser"/> or a paragraph
/// reads.
/// </summary>
internal sealed class PageHtmlBlockParser : HtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        var nameEnd = processor.IsCodeIndent ? -1 : TagScanner.ElementNameEnd(text, processor.Start + 1);
        var isElement = nameEnd >= 0
            && !HtmlNames.IsRaw(text[(processor.Start + 1)..nameEnd])
            && TagPairs.Of(processor.Document, text).Find(processor.Start) is { CloseStart: >= 0 };
        var isComponent = TagScanner.NameEnd(text, processor.Start + 1) >= 0; // <Link> is none of HTML's, whose names have no case
        return isElement || isComponent ? BlockState.None : base.TryOpen(processor);
    }
}
