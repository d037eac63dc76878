using System.Collections.Frozen;

namespace Glassy.Code;

/// <summary>Finds what to colour in most languages: comments, strings, numbers and words. Never looks back, never fails.</summary>
internal sealed class CodeLexer(string code, CodeLanguage language, List<CodeToken> tokens)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _keywords =
        language.Keywords.GetAlternateLookup<ReadOnlySpan<char>>();

    private int _at;

    /// <summary>The offset that is read next.</summary>
    public int Position { get => _at; set => _at = value; }

    public void Run()
    {
        while (_at < code.Length)
        {
            Step();
        }
    }

    /// <summary>Reads one token or one character that is none.</summary>
    public void Step()
    {
        var c = code[_at];
        if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (!TryComment() && !TryString() && !TryPrefixed(c))
        {
            ReadWordOrMark(c);
        }
    }

    private bool TryComment()
    {
        foreach (var mark in language.LineComments)
        {
            if (At(mark) && (mark != "#" || _at == 0 || char.IsWhiteSpace(code[_at - 1]) || language.TypesAreCapitalized))
            {
                var end = code.IndexOf('\n', _at);
                Add(end < 0 ? code.Length : end, 'c');
                return true;
            }
        }

        foreach (var (open, close) in language.BlockComments)
        {
            if (At(open))
            {
                var end = code.IndexOf(close, _at + open.Length, StringComparison.Ordinal);
                Add(end < 0 ? code.Length : end + close.Length, 'c');
                return true;
            }
        }

        return false;
    }

    private bool TryString()
    {
        foreach (var rule in language.Strings)
        {
            if (At(rule.Open) && StringEnd(rule) is var end and > 0)
            {
                Add(end, IsKey(end) ? 'a' : 's');
                return true;
            }
        }

        return false;
    }

    private int StringEnd(StringRule rule)
    {
        if (rule.IsCharacter && !IsCharacter(rule))
        {
            return -1;
        }

        for (var i = _at + rule.Open.Length; i < code.Length; i++)
        {
            if (rule.Escapes && code[i] == '\\')
            {
                i++;
            }
            else if (code[i] == '\n' && !rule.ManyLines)
            {
                return -1;
            }
            else if (code[i] == rule.Close[0] && string.CompareOrdinal(code, i, rule.Close, 0, rule.Close.Length) == 0)
            {
                return i + rule.Close.Length;
            }
        }

        return rule.ManyLines ? code.Length : -1;
    }

    private bool IsCharacter(StringRule rule)
    {
        var first = _at + rule.Open.Length;
        var width = first + 1 < code.Length && char.IsSurrogatePair(code, first) ? 2 : 1;
        return first + width < code.Length && (code[first] == '\\' || code[first + width] == rule.Close[0]);
    }

    private bool TryPrefixed(char c)
    {
        if (language.HasSections && c == '[' && (_at == 0 || code[_at - 1] == '\n'))
        {
            var lineEnd = code.IndexOf('\n', _at);
            var last = code.LastIndexOf(']', (lineEnd < 0 ? code.Length : lineEnd) - 1);
            if (last > _at)
            {
                Add(last + 1, 'm');
                return true;
            }
        }

        var end = WordEnd(_at + 1);
        if (language.MetaPrefixes.Contains(c) && end > _at + 1)
        {
            Add(end, 'm');
            return true;
        }

        if (!language.HasDollarVariables || c != '$' || _at + 1 >= code.Length)
        {
            return false;
        }

        if (code[_at + 1] == '{' && code.IndexOf('}', _at) is var close and >= 0)
        {
            Add(close + 1, 'v');
            return true;
        }

        if (end > _at + 1)
        {
            Add(end, 'v');
            return true;
        }

        return false;
    }

    private void ReadWordOrMark(char c)
    {
        var end = WordEnd(_at);
        if (end == _at)
        {
            _at++;
            return;
        }

        var word = code.AsSpan(_at, end - _at);
        if (char.IsAsciiDigit(c) && language.HasNumbers)
        {
            Add(NumberEnd(end), 'n');
        }
        else if (IsKey(end))
        {
            Add(end, 'a');
        }
        else if (_keywords.Contains(word))
        {
            Add(end, 'k');
        }
        else if (language.HasCalls && end < code.Length && code[end] == '(')
        {
            Add(end, 'f');
        }
        else if (language.TypesAreCapitalized && char.IsUpper(c))
        {
            Add(end, 't');
        }
        else
        {
            _at = end;
        }
    }

    private int NumberEnd(int end)
    {
        while (end + 1 < code.Length && (code[end] == '.' || code[end] == language.GroupSeparator) && char.IsAsciiDigit(code[end + 1]))
        {
            end = WordEnd(end + 1);
        }

        return end;
    }

    private int WordEnd(int start)
    {
        var end = start;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_' || language.WordCharacters.Contains(code[end])))
        {
            end++;
        }

        return end;
    }

    private bool IsKey(int end)
    {
        if (!language.HasKeys && !language.HasAssignedKeys)
        {
            return false;
        }

        while (end < code.Length && code[end] == ' ')
        {
            end++;
        }

        return end < code.Length && (code[end] == ':' && language.HasKeys
            ? end + 1 == code.Length || char.IsWhiteSpace(code[end + 1]) || code[_at] == '"'
            : code[end] == '=' && language.HasAssignedKeys);
    }

    private bool At(string mark) =>
        code[_at] == mark[0] && (mark.Length == 1 || string.CompareOrdinal(code, _at, mark, 0, mark.Length) == 0);

    private void Add(int end, char kind)
    {
        var clamped = Math.Min(end, code.Length);
        tokens.Add(new CodeToken(_at, clamped, kind));
        _at = clamped;
    }
}
