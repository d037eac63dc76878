namespace Glassy.Code;

/// <summary>Finds what to colour where the line's beginning says it: differences and logs.</summary>
internal static class LineLexer
{
    public static void Diff(string code, List<CodeToken> tokens)
    {
        for (var start = 0; start < code.Length;)
        {
            var newline = code.IndexOf('\n', start);
            var end = newline < 0 ? code.Length : newline;
            var line = code.AsSpan(start, end - start);
            if (KindOf(line) is var kind and not ' ')
            {
                tokens.Add(new CodeToken(start, end, kind));
            }

            start = end + 1;
        }
    }

    /// <summary>A log's leading <c>[time]</c> is meta; the rest is words, numbers and strings.</summary>
    public static void Log(string code, CodeLanguage language, List<CodeToken> tokens)
    {
        for (var start = 0; start < code.Length;)
        {
            var newline = code.IndexOf('\n', start);
            var end = newline < 0 ? code.Length : newline;
            var close = code[start] == '[' ? code.IndexOf(']', start, end - start) : -1;
            var rest = start;
            if (close >= 0)
            {
                tokens.Add(new CodeToken(start, close + 1, 'm'));
                rest = close + 1;
            }

            var found = new List<CodeToken>();
            new CodeLexer(code[rest..end], language, found).Run();
            tokens.AddRange(found.Select(token => new CodeToken(rest + token.Start, rest + token.End, token.Kind)));
            start = end + 1;
        }
    }

    /// <summary>Lines after a prompt are commands, others what they print; without any prompt all are commands.</summary>
    public static void Console(string code, List<CodeToken> tokens)
    {
        var hasPrompts = false;
        for (var start = 0; start < code.Length;)
        {
            var newline = code.IndexOf('\n', start);
            var end = newline < 0 ? code.Length : newline;
            var prompt = PromptLength(code.AsSpan(start, end - start));
            if (prompt > 0)
            {
                hasPrompts = true;
                tokens.Add(new CodeToken(start, start + prompt, 'm'));
                CodeHighlighter.TokenizePart(code, start + prompt, end, "bash", tokens);
            }

            start = end + 1;
        }

        if (!hasPrompts)
        {
            CodeHighlighter.TokenizePart(code, 0, code.Length, "bash", tokens);
        }
    }

    /// <summary><c>$</c>, <c>%</c>, <c>&gt;</c>, <c>PS C:\&gt;</c> and <c>me@host:~$</c> are prompts.</summary>
    private static int PromptLength(ReadOnlySpan<char> line)
    {
        var from = line.StartsWith("PS ") ? 3 : 0;
        var space = line[from..].IndexOf(' ');
        var word = space < 0 ? line[from..] : line[from..(from + space)];
        var isPrompt = word is "$" or "%" or ">" || (word is [.., '$' or '#' or '>'] && (from > 0 || word.Contains('@')));
        return isPrompt ? from + word.Length : 0;
    }

    private static char KindOf(ReadOnlySpan<char> line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] or ['@', '@', ..] => 'm',
        ['+', ..] => 'i',
        ['-', ..] => 'd',
        _ when line.StartsWith("diff ") || line.StartsWith("index ") => 'm',
        _ => ' ',
    };
}
