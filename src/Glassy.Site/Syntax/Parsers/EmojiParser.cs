using Markdig.Extensions.Emoji;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Glassy.Syntax.Parsers;

/// <summary>GitHub's shortcodes, <c>:tada:</c>, anywhere in text; names that there are not stay text.</summary>
internal sealed class EmojiParser : InlineParser
{
    private const int LongestName = 64;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _emoji =
        new Dictionary<string, string>(
            EmojiMapping.GetDefaultEmojiShortcodeToUnicode(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public EmojiParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var close = text[1..].IndexOf(':') + 1;
        if (close is < 2 or > LongestName || !_emoji.TryGetValue(text[..(close + 1)], out var emoji))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new EmojiInline(emoji)
        {
            Match = text[..(close + 1)].ToString(),
            Line = line,
            Column = column,
            Span = new(start, start + close),
        };
        slice.Start += close + 1;
        return true;
    }
}
