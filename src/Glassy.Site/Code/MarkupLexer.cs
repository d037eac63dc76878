namespace Glassy.Code;

/// <summary>Finds what to colour in XML and HTML: comments, names of elements and attributes, values.</summary>
internal static class MarkupLexer
{
    private static readonly (string Open, string Close, string Language)[] Scripts =
        [("<script", "</script", "javascript"), ("<style", "</style", "css")];

    public static void Run(string code, bool hasScripts, List<CodeToken> tokens)
    {
        for (var at = code.IndexOf('<'); at >= 0; at = at < code.Length ? code.IndexOf('<', at) : -1)
        {
            if (code.AsSpan(at).StartsWith("<!--"))
            {
                at = Add(tokens, at, EndOf(code, "-->", at), 'c');
            }
            else if (at + 1 < code.Length && code[at + 1] is '!' or '?')
            {
                at = Add(tokens, at, EndOf(code, ">", at), 'm');
            }
            else
            {
                var tag = at;
                at = ReadTag(code, at + 1, tokens);
                at = hasScripts ? ReadScript(code, tag, at, tokens) : at;
            }
        }
    }

    /// <summary>Reads what stands inside <c>&lt;script&gt;</c> and <c>&lt;style&gt;</c> in its own language.</summary>
    private static int ReadScript(string code, int tag, int at, List<CodeToken> tokens)
    {
        foreach (var (open, close, language) in Scripts)
        {
            if (at < code.Length && code[at] == '>' && code[at - 1] != '/'
                && code.AsSpan(tag).StartsWith(open, StringComparison.OrdinalIgnoreCase)
                && tag + open.Length is var end && (code[end] == '>' || char.IsWhiteSpace(code[end])))
            {
                var found = code.IndexOf(close, at, StringComparison.OrdinalIgnoreCase);
                var scriptEnd = found < 0 ? code.Length : found;
                CodeHighlighter.TokenizePart(code, at + 1, scriptEnd, language, tokens);
                return scriptEnd;
            }
        }

        return at;
    }

    private static int ReadTag(string code, int at, List<CodeToken> tokens)
    {
        var nameStart = at < code.Length && code[at] == '/' ? at + 1 : at;
        var nameEnd = NameEnd(code, nameStart);
        if (nameEnd == nameStart)
        {
            return at;
        }

        at = Add(tokens, nameStart, nameEnd, 'k');
        while (at < code.Length && code[at] is not ('>' or '<'))
        {
            var end = NameEnd(code, at);
            if (end > at)
            {
                at = Add(tokens, at, end, 'a');
            }
            else if (code[at] is '"' or '\'')
            {
                at = Add(tokens, at, EndOf(code, code[at] == '"' ? "\"" : "'", at + 1), 's');
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private static int NameEnd(string code, int end)
    {
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '-' or '_' or ':' or '.'))
        {
            end++;
        }

        return end;
    }

    private static int EndOf(string code, string mark, int start)
    {
        var found = code.IndexOf(mark, start, StringComparison.Ordinal);
        return found < 0 ? code.Length : found + mark.Length;
    }

    private static int Add(List<CodeToken> tokens, int start, int end, char kind)
    {
        tokens.Add(new CodeToken(start, end, kind));
        return end;
    }
}
