using System.Buffers;
using System.Net;
using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>Reads one opening tag, <c>&lt;Name a="x" b={1} c/&gt;</c>, over as many lines as it takes.</summary>
public static class AttributeParser
{
    /// <summary>Reads the tag at an offset.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">The offset of its <c>&lt;</c>.</param>
    /// <param name="position">Gives an offset its place in the file.</param>
    /// <returns>The tag and the first offset after its <c>&gt;</c>; null when this is neither a component's nor an element's tag.</returns>
    public static (ComponentTag Tag, int End)? Parse(string text, int start, Func<int, SourcePosition> position)
    {
        var nameEnd = TagScanner.AnyNameEnd(text, start + 1);
        if (text[start] != '<' || nameEnd < 0)
        {
            return null;
        }

        return new Reader(text, position).Read(start, nameEnd);
    }

    /// <summary>What no value without quotes holds (HTML Living Standard, 13.1.2.3).</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\n\"'=<>`");

    private sealed class Reader(string text, Func<int, SourcePosition> position)
    {
        private readonly List<TagArgument> _attributes = [];
        private readonly List<SyntaxMistake> _mistakes = [];
        private bool _isElement;

        public (ComponentTag Tag, int End) Read(int start, int nameEnd)
        {
            var at = nameEnd;
            _isElement = char.IsAsciiLetterLower(text[start + 1]);
            while (true)
            {
                at = TagScanner.SkipSpace(text, at);
                if (at >= text.Length || text[at] == '<')
                {
                    _mistakes.Add(new SyntaxMistake($"the tag <{text[(start + 1)..nameEnd]} does not end: `>` or `/>` expected", start));
                    return Finish(start, nameEnd, Math.Min(at, text.Length), selfClosing: true);
                }

                if (text[at] == '>')
                {
                    return Finish(start, nameEnd, at + 1, selfClosing: false);
                }

                if (text.AsSpan(at).StartsWith("/>"))
                {
                    return Finish(start, nameEnd, at + 2, selfClosing: true);
                }

                at = text.AsSpan(at).StartsWith("/*") && text.IndexOf("*/", at, StringComparison.Ordinal) is > 0 and var close
                    ? close + 2
                    : ReadAttribute(at);
            }
        }

        private (ComponentTag Tag, int End) Finish(int start, int nameEnd, int end, bool selfClosing)
        {
            var mistakes = _mistakes.Select(m => new Located<string>(m.Message, position(m.Offset))).ToList();
            var tag = new ComponentTag(text[(start + 1)..nameEnd], _attributes, position(start), selfClosing, mistakes);
            return (tag, end);
        }

        private int ReadAttribute(int at)
        {
            if (text[at] == '{')
            {
                return SkipExpression(at);
            }

            var nameEnd = TagScanner.AttributeNameEnd(text, at);
            if (nameEnd == at)
            {
                _mistakes.Add(new SyntaxMistake($"`{text[at]}` is not expected in a tag", at));
                return at + 1;
            }

            var equals = TagScanner.SkipSpace(text, nameEnd);
            if (equals >= text.Length || text[equals] != '=')
            {
                Add(at, nameEnd, new Literal(true, position(at)));
                return nameEnd;
            }

            return ReadValue(at, nameEnd, TagScanner.SkipSpace(text, equals + 1));
        }

        private int ReadValue(int nameStart, int nameEnd, int at)
        {
            var first = at < text.Length ? text[at] : '\0';
            if (first is '"' or '\'')
            {
                var close = text.IndexOf(first, at + 1);
                if (close >= 0)
                {
                    Add(nameStart, nameEnd, new Literal(WebUtility.HtmlDecode(text[(at + 1)..close]), position(at)));
                    return close + 1;
                }
            }
            else if (first == '{' && TagScanner.BraceEnd(text, at) is var close and >= 0)
            {
                if (EventHandlerCode.IsName(text.AsSpan(nameStart, nameEnd - nameStart)))
                {
                    Add(nameStart, nameEnd, new Literal(EventHandlerCode.Instance, position(at)));
                }
                else if (LiteralReader.Read(text, at + 1, close, position, _mistakes) is { } literal)
                {
                    Add(nameStart, nameEnd, literal);
                }

                return close + 1;
            }

            if (_isElement && first is not ('"' or '\'' or '{') && UnquotedEnd(at) is var end && end > at)
            {
                Add(nameStart, nameEnd, new Literal(WebUtility.HtmlDecode(text[at..end]), position(at)));
                return end;
            }

            _mistakes.Add(new SyntaxMistake(
                $"`{text[nameStart..nameEnd]}=` needs a value that ends: \"text\" or {{literal}}", Math.Min(at, text.Length)));
            return first is '"' or '\'' or '{' ? text.Length : Math.Max(at, nameEnd + 1);
        }

        /// <summary>HTML has values without quotes; JSX has not.</summary>
        private int UnquotedEnd(int at)
        {
            var length = text.AsSpan(at).IndexOfAny(Delimiters);
            var end = length < 0 ? text.Length : at + length;
            return end < text.Length && text[end] == '>' && text[end - 1] == '/' ? end - 1 : end;
        }

        private int SkipExpression(int at)
        {
            var close = TagScanner.BraceEnd(text, at);
            if (close < 0)
            {
                _mistakes.Add(new SyntaxMistake("`{` is not closed", at));
                return text.Length;
            }

            if (!text.AsSpan(at + 1, close - at - 1).Trim().StartsWith("/*"))
            {
                _mistakes.Add(new SyntaxMistake("attributes are written out: `name={value}`; `{…}` alone cannot be read", at));
            }

            return close + 1;
        }

        private void Add(int nameStart, int nameEnd, Literal value)
        {
            var name = text[nameStart..nameEnd];
            if (_attributes.Exists(a => a.Name == name))
            {
                _mistakes.Add(new SyntaxMistake($"attribute `{name}` is there twice", nameStart));
            }

            _attributes.Add(new TagArgument(name, value, position(nameStart)));
        }
    }
}
