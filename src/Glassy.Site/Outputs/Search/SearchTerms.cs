using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>
/// Cuts text into the terms by which it is found. <c>search-find.js</c> cuts a query in the same way; <c>terms.json</c> beside
/// the tests holds what both must answer.
/// <list type="number">
/// <item>A run is letters, digits, marks and <c>_</c>, with single dots inside. It is folded: see <see cref="Letters"/>.</item>
/// <item>Chinese and Japanese in it are every pair of neighbours, and the last character by itself.</item>
/// <item>What else is in it is a term as a whole, in lower case without <c>_</c>: <c>torch.nn.linear</c>, <c>batchsize</c>.</item>
/// <item>Around dots, each word of two letters or more is a term too, unless it is only digits.</item>
/// <item>Of a word, each part of two letters or more is a term too: of <c>batch_size</c>, <c>batchSize</c>, <c>HTTPServer</c>.</item>
/// <item>A term ends after 40 UTF-16 units.</item>
/// </list>
/// </summary>
public static class SearchTerms
{
    public const int MaximumLength = 40;

    /// <summary>The terms of a text in order, with repetitions.</summary>
    public static void Split(ReadOnlySpan<char> text, TermAction found)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = WordRun.LengthOf(text[start..]);
            if (length == 0)
            {
                start++; // between words; half of a surrogate pair is no word either
                continue;
            }

            var run = text.Slice(start, length);
            if (Ascii.IsValid(run))
            {
                SplitChain(run, found);
            }
            else
            {
                SplitPieces(Letters.Fold(run), found);
            }

            start += length;
        }
    }

    /// <summary>Parts Chinese and Japanese from the rest.</summary>
    private static void SplitPieces(ReadOnlySpan<char> run, TermAction found)
    {
        var start = 0;
        while (start < run.Length)
        {
            var unspaced = IsUnspacedAt(run, start);
            var end = start;
            while (end < run.Length && IsUnspacedAt(run, end) == unspaced)
            {
                end += char.IsSurrogatePair(run[end], end + 1 < run.Length ? run[end + 1] : ' ') ? 2 : 1;
            }

            var piece = run[start..end];
            start = end;
            if (unspaced)
            {
                SplitPairs(piece, found);
            }
            else
            {
                SplitChain(piece.Trim('.'), found);
            }
        }
    }

    private static bool IsUnspacedAt(ReadOnlySpan<char> run, int index) =>
        Rune.DecodeFromUtf16(run[index..], out var rune, out _) == System.Buffers.OperationStatus.Done && Letters.IsUnspaced(rune);

    private static void SplitPairs(ReadOnlySpan<char> piece, TermAction found)
    {
        for (var i = 0; i < piece.Length;)
        {
            var first = char.IsHighSurrogate(piece[i]) ? 2 : 1;
            var next = i + first;
            var second = next >= piece.Length ? 0 : char.IsHighSurrogate(piece[next]) ? 2 : 1;
            found(piece.Slice(i, first + second), isWord: false);
            i = next;
        }
    }

    private static void SplitChain(ReadOnlySpan<char> chain, TermAction found)
    {
        if (!chain.Contains('.'))
        {
            SplitWord(chain, found);
            return;
        }

        Whole(chain, isWord: false, found);
        foreach (var range in chain.Split('.'))
        {
            var word = chain[range].Trim('_');
            if (word.Length > 1 && word.ContainsAnyExceptInRange('0', '9'))
            {
                SplitWord(word, found);
            }
        }
    }

    private static void SplitWord(ReadOnlySpan<char> word, TermAction found)
    {
        word = word.Trim('_');
        var next = NextPart(word, 0);
        Whole(word, isWord: next == word.Length, found);
        for (var start = 0; start < word.Length && next - start < word.Length; next = NextPart(word, start))
        {
            if (next - start > 1)
            {
                Whole(word[start..next], isWord: true, found);
            }

            start = next < word.Length && word[next] == '_' ? next + 1 : next;
        }
    }

    /// <summary>Where the part that begins at an index ends: before <c>_</c> or a hump, or with the word.</summary>
    private static int NextPart(ReadOnlySpan<char> word, int start)
    {
        for (var i = start; i < word.Length; i++)
        {
            if (word[i] == '_' || (i > start && IsHump(word, i)))
            {
                return i;
            }
        }

        return word.Length;
    }

    /// <summary>Whether a part of a camelCase word begins here: <c>batch|Size</c>, <c>HTTP|Server</c>.</summary>
    private static bool IsHump(ReadOnlySpan<char> word, int index) =>
        char.IsUpper(word[index])
        && (char.IsLower(word[index - 1]) || (char.IsUpper(word[index - 1]) && index + 1 < word.Length && char.IsLower(word[index + 1])));

    private static void Whole(ReadOnlySpan<char> word, bool isWord, TermAction found)
    {
        Span<char> term = stackalloc char[MaximumLength];
        var length = 0;
        foreach (var letter in word)
        {
            if (letter == '_')
            {
                continue;
            }

            if (length == MaximumLength)
            {
                break;
            }

            term[length++] = char.IsAscii(letter)
                ? (char)(letter | (char.IsAsciiLetterUpper(letter) ? 0x20 : 0))
                : char.ToLowerInvariant(letter);
        }

        if (length > 0 && char.IsHighSurrogate(term[length - 1]))
        {
            length--; // of a pair that does not fit
        }

        if (length > 0)
        {
            found(term[..length], isWord);
        }
    }
}
