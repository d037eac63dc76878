using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>
/// Looks ahead on a page for what closes something. Of what never closes, only so much is looked for to the end; the next is
/// taken for text at once, so that no page takes time that grows with its square.
/// </summary>
internal sealed class ScanBudget
{
    private const int MaxLost = 32;
    private int _lost;

    /// <summary>The budget of the page that a parser works on.</summary>
    public static ScanBudget Of(MarkdownDocument document)
    {
        if (document.GetData(typeof(ScanBudget)) is not ScanBudget budget)
        {
            budget = new ScanBudget();
            document.SetData(typeof(ScanBudget), budget);
        }

        return budget;
    }

    /// <summary>The offset of a mark, or -1.</summary>
    public int IndexOf(string text, string mark, int start) =>
        Count(_lost < MaxLost ? text.IndexOf(mark, start, StringComparison.Ordinal) : -1);

    /// <summary>The offset of the brace that closes the one at <paramref name="open"/>, or -1.</summary>
    public int BraceEnd(ReadOnlySpan<char> text, int open) =>
        Count(_lost < MaxLost ? TagScanner.BraceEnd(text, open) : -1);

    /// <summary>Where the line ends that closes a fence, or -1.</summary>
    /// <param name="text">The page.</param>
    /// <param name="lineEnd">Where the fence's first line ends.</param>
    /// <param name="mark"><c>`</c> or <c>~</c>.</param>
    /// <param name="length">How many of them open the fence.</param>
    public int FenceEnd(string text, int lineEnd, char mark, int length) =>
        Count(_lost < MaxLost ? CodeScanner.FenceEnd(text, lineEnd, mark, length) : -1);

    /// <summary>The first offset after a tag's <c>&gt;</c>, past strings and braces; -1 when the tag does not end.</summary>
    /// <param name="text">What holds the tag.</param>
    /// <param name="at">The first offset after its name.</param>
    public int TagEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] != '<')
        {
            var skipped = text[at] switch
            {
                '>' => -1,
                '"' or '\'' => text[(at + 1)..].IndexOf(text[at]) is var close and >= 0 ? close + 1 : text.Length,
                '/' when text[at..].StartsWith("/*") => text[at..].IndexOf("*/") is var close and >= 0 ? close + 1 : text.Length,
                '{' => BraceEnd(text, at) is var close and >= 0 ? close - at : text.Length,
                _ => 0,
            };
            if (skipped < 0)
            {
                return at + 1;
            }

            at += skipped + 1;
        }

        return -1;
    }

    private int Count(int found)
    {
        _lost += found < 0 ? 1 : 0;
        return found;
    }
}
