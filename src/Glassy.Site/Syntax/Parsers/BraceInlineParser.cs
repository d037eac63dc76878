using Glassy.Sources;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// What braces mean in text: <c>{{ token }}</c>, <c>{/* comment */}</c>, <c>{'expression'}</c>, and <c>{#id}</c> at the end of a
/// heading. Any other brace is a brace. Code spans, fences and raw HTML never come here; <c>\{{</c> is text.
/// </summary>
internal sealed class BraceInlineParser : InlineParser
{
    public BraceInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var length = text switch
        {
            ['{', '{', ..] => MatchToken(processor, slice, text),
            ['{', '/', '*', ..] when MdxCommentBlockParser.EndOf(text, 0) is > 0 and var end => MatchComment(processor, text, end),
            ['{', '#', ..] => MatchHeadingId(processor, text),
            _ when slice.PeekCharExtra(-1) == '{' && slice.PeekCharExtra(-2) == '\\' => 0, // an escaped token
            _ => MatchExpression(processor, slice, text),
        };
        slice.Start += length;
        return length > 0;
    }

    private static int MatchToken(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> text)
    {
        var close = text.IndexOf("}}");
        if (close < 0)
        {
            return 0;
        }

        processor.Inline = new TokenInline(TokenPipes.Restore(text[2..close].Trim().ToString()), Place(processor, slice.Start));
        return close + 2;
    }

    private static int MatchExpression(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> text)
    {
        var close = ScanBudget.Of(processor.Document).BraceEnd(text, 0);
        if (close < 0 || ExpressionReader.Read(
            TokenPipes.Restore(text[1..close].ToString()), offset => Place(processor, slice.Start + 1 + offset)) is not { } expression)
        {
            return 0;
        }

        var place = Place(processor, slice.Start);
        (expression.Line, expression.Column) = (place.Line - 1, place.Column - 1);
        processor.Inline = expression;
        return close + 1;
    }

    private static SourcePosition Place(InlineProcessor processor, int offset)
    {
        processor.GetSourcePosition(offset, out var line, out var column);
        return new SourcePosition(line + 1, column + 1);
    }

    private static int MatchComment(InlineProcessor processor, ReadOnlySpan<char> text, int end)
    {
        var inner = text[3..end];
        var comment = inner[..inner.IndexOf("*/")].Trim();
        var isId = comment is ['#', _, ..] && processor.Block is HeadingBlock && text[end..].IsWhiteSpace();
        processor.Inline = new SilentInline(isId ? comment[1..].ToString() : null);
        return end;
    }

    private static int MatchHeadingId(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('}');
        if (close < 3 || processor.Block is not HeadingBlock || !text[(close + 1)..].IsWhiteSpace())
        {
            return 0;
        }

        processor.Inline = new SilentInline(text[2..close].ToString());
        return close + 1;
    }
}
