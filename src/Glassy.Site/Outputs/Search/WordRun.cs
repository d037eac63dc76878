using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>Finds where words begin and end: the first of the rules of <see cref="SearchTerms"/>.</summary>
internal static class WordRun
{
    /// <summary>
    /// The length of words with single dots between them at the beginning of the text; 0 when it begins with something else.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = WordLength(text);
        while (length > 0 && length < text.Length && text[length] == '.' && WordLength(text[(length + 1)..]) is > 0 and var next)
        {
            length += 1 + next;
        }

        return length;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length)
        {
            if (char.IsAscii(text[length]))
            {
                if (!IsAsciiWord(text[length]))
                {
                    break;
                }

                length++;
                continue;
            }

            Rune.DecodeFromUtf16(text[length..], out var rune, out var consumed);
            if (!Letters.IsWord(rune))
            {
                break;
            }

            length += consumed;
        }

        return length;
    }

    private static bool IsAsciiWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
