namespace Glassy.Content.Syntax;

/// <summary>Looks ahead for the closing tag of a component, past nested ones and past code.</summary>
internal static class ClosingTagFinder
{
    /// <summary>The offset of <c>&lt;/name&gt;</c>, or -1.</summary>
    public static int Find(string text, int start, string name)
    {
        var depth = 1;
        var at = start;
        while ((at = NextInteresting(text, at)) >= 0)
        {
            if (text[at] is '`' or '~')
            {
                at = SkipCode(text, at);
                continue;
            }

            var closing = at + 1 < text.Length && text[at + 1] == '/';
            var nameStart = at + (closing ? 2 : 1);
            var nameEnd = TagScanner.NameEnd(text, nameStart);
            if (nameEnd < 0 || !text.AsSpan(nameStart, nameEnd - nameStart).SequenceEqual(name))
            {
                at++;
            }
            else if (closing && --depth == 0)
            {
                return at;
            }
            else
            {
                at = closing ? nameEnd : SkipOpening(text, at, ref depth);
            }
        }

        return -1;
    }

    private static int NextInteresting(string text, int start)
    {
        var found = text.AsSpan(start).IndexOfAny('<', '`', '~');
        return found < 0 ? -1 : start + found;
    }

    private static int SkipOpening(string text, int at, ref int depth)
    {
        var (tag, end) = AttributeParser.Parse(text, at, _ => default)!.Value; // NameEnd has found a name, so this is a tag
        depth += tag.IsSelfClosing ? 0 : 1;
        return end;
    }

    /// <summary>Skips a fence with its body, or a code span; a run that nothing closes is text.</summary>
    private static int SkipCode(string text, int at)
    {
        var mark = text[at];
        var runEnd = at;
        while (runEnd < text.Length && text[runEnd] == mark)
        {
            runEnd++;
        }

        var run = text[at..runEnd];
        var isFence = run.Length >= 3 && IsOnlySpaceBefore(text, at);
        if (mark == '~' && !isFence)
        {
            return runEnd;
        }

        for (var from = runEnd; from < text.Length; from++)
        {
            from = text.IndexOf(run, from, StringComparison.Ordinal);
            if (from < 0)
            {
                return runEnd;
            }

            if (isFence ? IsOnlySpaceBefore(text, from) : from + run.Length == text.Length || text[from + run.Length] != mark)
            {
                return from + run.Length;
            }
        }

        return runEnd;
    }

    private static bool IsOnlySpaceBefore(string text, int at)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return at == 0 || text.AsSpan(lineStart, at - lineStart).IsWhiteSpace();
    }
}
