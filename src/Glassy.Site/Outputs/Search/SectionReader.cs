using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>
/// Reads a rendered page's markup as its sections. The markup is Glassy's own or an author's HTML: this is no browser's
/// parser, but a tag never becomes text.
/// </summary>
public sealed class SectionReader
{
    /// <summary>Elements whose content is no text of the page.</summary>
    private static readonly FrozenSet<string> Skipped = Names("script style template svg math button select textarea iframe object video audio");

    /// <summary>Elements inside a line: no space where they begin and end.</summary>
    private static readonly FrozenSet<string> Inline = Names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr");

    private readonly string _html;
    private readonly string _title;
    private readonly List<SearchSection> _sections = [];
    private readonly StringBuilder _text = new();
    private string _heading = "";
    private string _anchor = "";
    private int _at;

    private SectionReader(string html, string title) => (_html, _title) = (html, title);

    /// <summary>The sections of a page in order; at least one.</summary>
    /// <param name="html">With its <c>h1</c>, which is left out of the text when it is the title.</param>
    /// <param name="title">The page's title.</param>
    public static IReadOnlyList<SearchSection> Read(string html, string title)
    {
        var reader = new SectionReader(html, title);
        reader.ReadUntil(null);
        reader.EndSection();
        return reader._sections;
    }

    /// <summary>Reads text and tags up to the end tag of an element, or to the end of the page.</summary>
    private void ReadUntil(string? element)
    {
        while (_at < _html.Length)
        {
            var tag = _html.IndexOf('<', _at);
            Append(_html.AsSpan(_at, (tag < 0 ? _html.Length : tag) - _at));
            if (tag < 0)
            {
                _at = _html.Length;
                return;
            }

            if (ReadTag(tag) is { } ended && ended == element)
            {
                return;
            }
        }
    }

    /// <returns>The element's name when it is an end tag.</returns>
    private string? ReadTag(int start)
    {
        var isEnd = start + 1 < _html.Length && _html[start + 1] == '/';
        var nameStart = start + (isEnd ? 2 : 1);
        var nameEnd = Markup.NameEnd(_html, nameStart);
        if (nameEnd == nameStart)
        {
            _at = AfterComment(start);
            return null;
        }

        var name = _html[nameStart..nameEnd].ToLowerInvariant();
        _at = Markup.TagEnd(_html, nameEnd);
        var tag = _html.AsSpan(nameEnd, _at - nameEnd);
        if (!Inline.Contains(name))
        {
            _text.Append(' ');
        }

        if (isEnd)
        {
            return name;
        }

        if (Skipped.Contains(name) || IsHidden(tag))
        {
            _at = Markup.HasContent(name, tag) ? Markup.AfterElement(_html, name, _at) : _at;
        }
        else if (name is ['h', >= '2' and <= '6'] && Markup.AttributeOf(tag, "id") is { Length: > 0 } id)
        {
            ReadHeading(name, id);
        }
        else if (name == "h1")
        {
            ReadTitle();
        }

        return null;
    }

    private void ReadHeading(string name, string id)
    {
        EndSection();
        ReadUntil(name);
        (_heading, _anchor) = (TakeText(), id);
    }

    /// <summary>A heading that says only the title is left out: the title is found by itself.</summary>
    private void ReadTitle()
    {
        var start = _text.Length;
        ReadUntil("h1");
        if (_text.ToString(start, _text.Length - start).Trim() == _title)
        {
            _text.Length = start;
        }
    }

    private void EndSection()
    {
        _sections.Add(new SearchSection(_heading, _anchor, TakeText()));
        (_heading, _anchor) = ("", "");
    }

    /// <summary>What is not read to a reader: pictures' labels beside their alternative text, links of headings.</summary>
    private static bool IsHidden(ReadOnlySpan<char> tag) =>
        tag.Contains("aria-hidden=\"true\"", StringComparison.Ordinal) || tag.Contains("class=\"anchor\"", StringComparison.Ordinal);

    private int AfterComment(int start)
    {
        if (_html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = _html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            return end < 0 ? _html.Length : end + 3;
        }

        if (start + 1 < _html.Length && _html[start + 1] is '!' or '?')
        {
            return Markup.TagEnd(_html, start + 1);
        }

        _text.Append('<'); // a lone one is text
        return start + 1;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Contains('&'))
        {
            _text.Append(WebUtility.HtmlDecode(text.ToString()));
        }
        else
        {
            _text.Append(text);
        }
    }

    /// <summary>What has been collected, white space as single spaces.</summary>
    private string TakeText()
    {
        var taken = new StringBuilder(_text.Length);
        foreach (var chunk in _text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (!char.IsWhiteSpace(c))
                {
                    taken.Append(c);
                }
                else if (taken.Length > 0 && taken[^1] != ' ')
                {
                    taken.Append(' ');
                }
            }
        }

        _text.Clear();
        return taken.ToString().TrimEnd();
    }

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
