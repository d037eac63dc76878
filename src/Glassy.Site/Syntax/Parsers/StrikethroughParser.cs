using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// <c>~x~</c> and <c>~~x~~</c> strike out; three tildes and more are text, which this parser keeps from the one for emphasis.
/// </summary>
internal sealed class StrikethroughParser : InlineParser
{
    public StrikethroughParser() => OpeningCharacters = ['~'];

    /// <summary>Lets the parser of emphasis take one tilde as well as two.</summary>
    public static void AddTo(EmphasisInlineParser emphasis)
    {
        emphasis.EmphasisDescriptors.RemoveAll(descriptor => descriptor.Character == '~');
        emphasis.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 1, 2, true));
        emphasis.TryCreateEmphasisInlineList.Add(
            (mark, count) => mark == '~' ? new EmphasisInline { DelimiterChar = '~', DelimiterCount = 2 } : null);
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = text.IndexOfAnyExcept('~');
        var length = end < 0 ? text.Length : end;
        if (length < 3)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start + length - 1))
        {
            Line = line,
            Column = column,
            Span = new(start, start + length - 1),
        };
        slice.Start += length;
        return true;
    }
}
