namespace Glassy.Code;

/// <summary>
/// Finds what to colour in JavaScript or TypeScript with tags in it. Keeps what is open on a stack, so depth cannot exhaust it.
/// </summary>
internal sealed class JsxLexer
{
    private readonly string _code;
    private readonly List<CodeToken> _tokens;
    private readonly CodeLexer _lexer;
    private readonly Stack<Mode> _open = new([Mode.Code]);
    private int _at;

    public JsxLexer(string code, CodeLanguage language, List<CodeToken> tokens) =>
        (_code, _tokens, _lexer) = (code, tokens, new CodeLexer(code, language, tokens));

    private enum Mode
    {
        Code,
        Tag,
        Children,
    }

    public void Run()
    {
        while (_at < _code.Length)
        {
            switch (_open.Peek())
            {
                case Mode.Code:
                    ReadCode();
                    break;
                case Mode.Tag:
                    ReadInTag();
                    break;
                case Mode.Children:
                    ReadChildren();
                    break;
            }
        }
    }

    private void ReadCode()
    {
        switch (_code[_at])
        {
            case '{':
                Open(Mode.Code);
                break;
            case '}':
                _at++;
                CloseUnlessLast();
                break;
            case '<' when IsExpressionNext() && IsTag(_at):
                OpenTag();
                break;
            default:
                _lexer.Position = _at;
                _lexer.Step();
                _at = _lexer.Position;
                break;
        }
    }

    private void ReadInTag()
    {
        var c = _code[_at];
        var end = NameEnd(_at);
        if (end > _at)
        {
            Add(end, 'a');
        }
        else if (c is '"' or '\'')
        {
            var close = _code.IndexOf(c, _at + 1);
            Add(close < 0 ? _code.Length : close + 1, 's');
        }
        else if (c == '{')
        {
            Open(Mode.Code);
        }
        else if (c == '>')
        {
            _open.Pop();
            if (_code[_at - 1] != '/')
            {
                _open.Push(Mode.Children);
            }

            _at++;
        }
        else
        {
            _at++;
        }
    }

    private void ReadChildren()
    {
        if (_code[_at] == '{')
        {
            Open(Mode.Code);
        }
        else if (_code[_at] == '<' && _at + 1 < _code.Length && _code[_at + 1] == '/')
        {
            _at += 2;
            AddName();
            var end = _code.IndexOf('>', _at);
            _at = end < 0 ? _code.Length : end + 1;
            CloseUnlessLast();
        }
        else if (_code[_at] == '<' && IsTag(_at))
        {
            OpenTag();
        }
        else
        {
            _at++;
        }
    }

    private void OpenTag()
    {
        Open(Mode.Tag);
        AddName();
    }

    private void Open(Mode mode)
    {
        _open.Push(mode);
        _at++;
    }

    private void CloseUnlessLast()
    {
        if (_open.Count > 1)
        {
            _open.Pop();
        }
    }

    private void AddName()
    {
        var end = NameEnd(_at);
        if (end > _at)
        {
            Add(end, char.IsUpper(_code[_at]) ? 't' : 'k');
        }
    }

    /// <summary>After a value, <c>&lt;</c> compares or begins type arguments; elsewhere it may begin a tag.</summary>
    private bool IsExpressionNext()
    {
        var before = _code.AsSpan(0, _at).TrimEnd();
        return before.Length == 0
            || before[^1] is '(' or ',' or '=' or '?' or ':' or '&' or '|' or '{' or '}' or ';' or '>' or '['
            || before.EndsWith("return") || before.EndsWith("default");
    }

    private bool IsTag(int at)
    {
        var end = NameEnd(at + 1);
        if (end == at + 1)
        {
            return at + 1 < _code.Length && _code[at + 1] == '>';
        }

        return char.IsLetter(_code[at + 1]) && end < _code.Length
            && (_code[end] is '/' or '>' || (char.IsWhiteSpace(_code[end]) && !_code.AsSpan(end + 1).StartsWith("extends ")));
    }

    private int NameEnd(int end)
    {
        while (end < _code.Length && (char.IsLetterOrDigit(_code[end]) || _code[end] is '-' or '_' or ':' or '.' or '$'))
        {
            end++;
        }

        return end;
    }

    private void Add(int end, char kind)
    {
        _tokens.Add(new CodeToken(_at, end, kind));
        _at = end;
    }
}
