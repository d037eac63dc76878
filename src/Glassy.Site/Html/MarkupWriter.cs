using System.Text;
using Glassy.Syntax;

namespace Glassy.Html;

/// <summary>
/// Takes a page's markup and notes, as it is written, where tags and text begin and end: this is the one place where markup becomes
/// pieces, be it Markdown's, a template's or an author's. It is no browser's parser, but a tag never becomes text.
/// </summary>
public sealed class MarkupWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<MarkupToken> _tokens = [];
    private readonly StringBuilder _name = new();
    private State _state;
    private MarkupKind _kind;
    private int _start;
    private int _less;
    private int _nameEnd;
    private int _dashes;
    private int _matched;
    private char _quote;

    public MarkupWriter() => CoreNewLine = ['\n'];

    private enum State
    {
        Text,
        Less,
        LessSlash,
        LessBang,
        Name,
        Tag,
        Quoted,
        Comment,
        Raw,
        RawLess,
    }

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var offset = _text.Length;
        _text.Append(buffer);
        for (var at = 0; at < buffer.Length;)
        {
            at = Step(buffer, at, offset);
        }
    }

    /// <summary>Adds a piece of other markup.</summary>
    internal void Write(PageMarkup other, MarkupToken token)
    {
        End(MarkupKind.Text, _text.Length);
        var shift = _text.Length - token.Start;
        _text.Append(other.TextOf(token));
        _tokens.Add(new MarkupToken(token.Kind, token.Start + shift, token.NameEnd + shift, token.End + shift));
        _start = _text.Length;
    }

    /// <summary>All that has been written.</summary>
    public PageMarkup ToMarkup()
    {
        End(_state is State.Text or State.Less or State.LessSlash ? MarkupKind.Text : MarkupKind.Other, _text.Length);
        return new PageMarkup(TokenPipes.Restore(_text.ToString()), [.. _tokens]);
    }

    /// <returns>The offset of what is still to be looked at.</returns>
    private int Step(ReadOnlySpan<char> text, int at, int offset)
    {
        var c = text[at];
        switch (_state)
        {
            case State.Text or State.Raw:
                var less = text[at..].IndexOf('<');
                if (less < 0)
                {
                    return text.Length;
                }

                (_less, _matched, _state) = (offset + at + less, 0, _state == State.Text ? State.Less : State.RawLess);
                return at + less + 1;
            case State.Less when char.IsAsciiLetter(c):
                Begin(MarkupKind.Opening, State.Name);
                return at;
            case State.Less when c is '!' or '?':
                Begin(MarkupKind.Other, c == '!' ? State.LessBang : State.Tag);
                return at + 1;
            case State.Less when c == '/':
                _state = State.LessSlash;
                return at + 1;
            case State.LessSlash when char.IsAsciiLetter(c):
                Begin(MarkupKind.Closing, State.Name);
                return at;
            case State.Less or State.LessSlash: // a lone one is text
                _state = State.Text;
                return at;
            case State.LessBang when c == '-':
                _state = ++_dashes == 2 ? State.Comment : State.LessBang;
                _dashes = _state == State.Comment ? 0 : _dashes;
                return at + 1;
            case State.LessBang:
                _state = State.Tag;
                return at;
            case State.Comment:
                return AfterComment(text, at, offset);
            case State.RawLess:
                return AfterRawLess(c, at);
            case State.Name:
                return AfterName(text, at, offset);
            case State.Quoted:
                var quote = text[at..].IndexOf(_quote);
                _state = quote < 0 ? State.Quoted : State.Tag;
                return quote < 0 ? text.Length : at + quote + 1;
            default:
                return AfterTag(text, at, offset);
        }
    }

    private void Begin(MarkupKind kind, State state)
    {
        End(MarkupKind.Text, _less);
        (_kind, _state, _dashes) = (kind, state, 0);
        _name.Clear();
    }

    private int AfterName(ReadOnlySpan<char> text, int at, int offset)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
        {
            at++;
        }

        _name.Append(text[start..at]);
        _nameEnd = offset + at;
        _state = at < text.Length ? State.Tag : State.Name;
        return at;
    }

    private int AfterTag(ReadOnlySpan<char> text, int at, int offset)
    {
        var end = text[at..].IndexOfAny('>', '"', '\'');
        if (end < 0)
        {
            return text.Length;
        }

        at += end + 1;
        if (text[at - 1] != '>')
        {
            (_quote, _state) = (text[at - 1], State.Quoted);
            return at;
        }

        var isRaw = _kind == MarkupKind.Opening && _text[offset + at - 2] != '/' && IsRaw;
        End(_kind, offset + at);
        _state = isRaw ? State.Raw : State.Text;
        return at;
    }

    private int AfterComment(ReadOnlySpan<char> text, int at, int offset)
    {
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == '>' && _dashes >= 2)
            {
                End(MarkupKind.Other, offset + at);
                _state = State.Text;
                return at;
            }

            _dashes = c == '-' ? _dashes + 1 : 0;
        }

        return at;
    }

    /// <summary>The content of a script or a style ends with its closing tag alone.</summary>
    private int AfterRawLess(char c, int at)
    {
        var expected = _matched == 0 ? '/' : char.ToLowerInvariant(_name[_matched - 1]);
        if (char.ToLowerInvariant(c) != expected)
        {
            _state = State.Raw;
            return at;
        }

        if (_matched++ == _name.Length)
        {
            End(MarkupKind.Other, _less);
            (_kind, _state) = (MarkupKind.Closing, State.Name);
        }

        return at + 1;
    }

    private bool IsRaw => _name.Length is 5 or 6 or 8 && _name.ToString().ToLowerInvariant() is "script" or "style" or "textarea";

    private void End(MarkupKind kind, int end)
    {
        if (end > _start)
        {
            _tokens.Add(new MarkupToken(kind, _start, _nameEnd, end));
            _start = end;
        }
    }
}
