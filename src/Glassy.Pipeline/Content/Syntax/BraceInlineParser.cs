using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Content.Syntax;

/// <summary>
/// What braces mean in text: <c>{{ token }}</c>, <c>{/* comment */}</c>, and <c>{#id}</c> at the end of a heading.
/// Any other brace is a brace. Code spans, fences and raw HTML never come here; <c>\{{</c> is text.
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
            ['{', '/', '*', ..] => MatchComment(processor, text),
            ['{', '#', ..] => MatchHeadingId(processor, text),
            _ => 0,
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

        processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new TokenInline(TokenPipes.Restore(text[2..close].Trim().ToString()), new SourcePosition(line + 1, column + 1));
        return close + 2;
    }

    private static int MatchComment(InlineProcessor processor, ReadOnlySpan<char> text)
    {
        var end = MdxCommentBlockParser.EndOf(text, 0);
        if (end < 0)
        {
            return 0;
        }

        var comment = text[3..(end - 3)].Trim();
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
