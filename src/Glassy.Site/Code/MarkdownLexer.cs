namespace Glassy.Code;

/// <summary>Finds what to colour in Markdown: front matter, headings, markers, links, code with its own language.</summary>
internal sealed class MarkdownLexer(string code, List<CodeToken> tokens)
{
    private int _at;

    public void Run()
    {
        ReadFrontMatter();
        while (_at < code.Length)
        {
            var lineEnd = LineEnd(_at);
            var start = _at;
            while (start < lineEnd && char.IsWhiteSpace(code[start]))
            {
                start++;
            }

            ReadLine(start, lineEnd);
        }
    }

    private void ReadFrontMatter()
    {
        var close = code.StartsWith("---\n", StringComparison.Ordinal) ? code.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        if (close >= 0)
        {
            tokens.Add(new CodeToken(0, 3, 'm'));
            CodeHighlighter.TokenizePart(code, 3, close, "yaml", tokens);
            tokens.Add(new CodeToken(close + 1, close + 4, 'm'));
            _at = close + 4;
        }
    }

    private void ReadLine(int start, int lineEnd)
    {
        var line = code.AsSpan(start, lineEnd - start);
        var hashes = CountOf(line, '#');
        if (line.StartsWith("```") || line.StartsWith("~~~"))
        {
            ReadFence(start, lineEnd);
        }
        else if (hashes is > 0 and <= 6 && (hashes == line.Length || line[hashes] == ' '))
        {
            Add(start, lineEnd, 'k');
        }
        else if (line.StartsWith(":::"))
        {
            Add(start, lineEnd, 'm');
        }
        else
        {
            ReadText(start + ReadMarker(start, line), lineEnd);
        }
    }

    private void ReadFence(int start, int lineEnd)
    {
        var length = CountOf(code.AsSpan(start, lineEnd - start), code[start]);
        var fence = code.Substring(start, length);
        var language = CodeInfo.Parse(code[(start + length)..lineEnd]).Language;
        Add(start, lineEnd, 'm');
        var close = lineEnd;
        while (close < code.Length && !code.AsSpan(close + 1, LineEnd(close + 1) - close - 1).TrimStart().StartsWith(fence))
        {
            close = LineEnd(close + 1);
        }

        if (CodeLanguages.Find(language) is { Lexer: not LexerKind.Markdown })
        {
            CodeHighlighter.TokenizePart(code, lineEnd, close, language, tokens);
        }

        _at = close;
        if (close < code.Length)
        {
            Add(close + 1, LineEnd(close + 1), 'm');
        }
    }

    /// <summary>The length of a list's or quotation's marker.</summary>
    private int ReadMarker(int start, ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var length = line switch
        {
            ['-' or '*' or '+', ' ', ..] or ['>', ..] => 1,
            _ when digits > 0 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' => digits + 1,
            _ => 0,
        };
        if (length > 0)
        {
            Add(start, start + length, 'm');
        }

        return length;
    }

    private void ReadText(int start, int lineEnd)
    {
        for (_at = start; _at < lineEnd;)
        {
            switch (code[_at])
            {
                case '`' when Find("`", _at + 1, lineEnd) is var close and >= 0:
                    Add(_at, close + 1, 's');
                    break;
                case '<' when code.AsSpan(_at).StartsWith("<!--"):
                    var end = code.IndexOf("-->", _at, StringComparison.Ordinal);
                    Add(_at, end < 0 ? code.Length : end + 3, 'c');
                    return;
                case '[' when Find("](", _at + 1, lineEnd) is var middle and >= 0 && Find(")", middle, lineEnd) is var close and >= 0:
                    Add(_at + 1, middle, 'f');
                    Add(middle + 2, close, 's');
                    break;
                default:
                    _at++;
                    break;
            }
        }

        _at = lineEnd + 1;
    }

    private int Find(string mark, int from, int lineEnd) => code.IndexOf(mark, from, lineEnd - from, StringComparison.Ordinal);

    private int LineEnd(int from)
    {
        var newline = from < code.Length ? code.IndexOf('\n', from) : -1;
        return newline < 0 ? code.Length : newline;
    }

    private static int CountOf(ReadOnlySpan<char> line, char mark)
    {
        var other = line.IndexOfAnyExcept(mark);
        return other < 0 ? line.Length : other;
    }

    private void Add(int start, int end, char kind)
    {
        tokens.Add(new CodeToken(start, end, kind));
        _at = end;
    }
}
