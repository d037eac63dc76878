using System.Collections.Frozen;
using System.Net;
using System.Text;
using Glassy.Html;

namespace Glassy.Outputs.Search;

/// <summary>Cuts a page into its sections.</summary>
public sealed class SectionReader
{
    /// <summary>Elements inside a line: no space where they begin and end.</summary>
    private static readonly FrozenSet<string> Inline = Names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr");

    private readonly PageMarkup _page;
    private readonly string _title;
    private readonly List<SearchSection> _sections = [];
    private readonly StringBuilder _text = new();
    private string _heading = "";
    private string _anchor = "";
    private int _at;

    private SectionReader(PageMarkup page, string title) => (_page, _title) = (page, title);

    /// <summary>The sections of a page in order; at least one.</summary>
    /// <param name="page">With its <c>h1</c>, which is left out of the text when it is the title.</param>
    /// <param name="title">The page's title.</param>
    public static IReadOnlyList<SearchSection> Read(PageMarkup page, string title)
    {
        var reader = new SectionReader(page, title);
        reader.ReadUntil(null);
        reader.EndSection();
        return reader._sections;
    }

    /// <summary>Reads text and tags up to the end tag of an element, or to the end of the page.</summary>
    private void ReadUntil(string? element)
    {
        while (_at < _page.Tokens.Length)
        {
            var token = _page.Tokens[_at++];
            if (token.Kind == MarkupKind.Text)
            {
                Append(_page.TextOf(token));
            }
            else if (token.Kind != MarkupKind.Other && ReadTag(token, _page.NameOf(token)) == element && element is not null)
            {
                return;
            }
        }
    }

    /// <returns>The element's name when it is an end tag.</returns>
    private string? ReadTag(MarkupToken token, string name)
    {
        if (!Inline.Contains(name))
        {
            _text.Append(' ');
        }

        if (token.Kind == MarkupKind.Closing)
        {
            return name;
        }

        if (name is "video" or "audio" || _page.IsUnseen(token, name))
        {
            _at = _page.AfterElement(_at - 1, name);
        }
        else if (name is ['h', >= '2' and <= '6'] && TagAttributes.Find(_page.TagOf(token).Span, "id", out var id) && id.Length > 0)
        {
            ReadHeading(name, WebUtility.HtmlDecode(id.ToString()));
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
