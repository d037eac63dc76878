using System.Collections.Frozen;
using Glassy.Outputs.Search;
using Glassy.Syntax;

namespace Glassy.Outputs.Plain;

/// <summary>
/// Reads a rendered page's markup as elements. The markup is Glassy's own or an author's HTML: of a browser's rules only
/// those are here that such markup needs, the end tags that may be left out.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>Elements whose content is not the page's text; what stands in place of a script speaks of the page that it is read on.</summary>
    private static readonly FrozenSet<string> Skipped = Names("script noscript style template svg math button select textarea iframe object");

    /// <summary>Elements that end a paragraph which has no end tag.</summary>
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul");

    /// <summary>For an element that ends another which has no end tag: which ones, and where the search for them ends.</summary>
    private static readonly FrozenDictionary<string, (string[] Ended, string[] Within)> Implied = new Dictionary<string, (string[], string[])>
    {
        ["li"] = (["li"], ["ul", "ol"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tr"] = (["tr"], ["table"]),
        ["tbody"] = (["thead", "tbody"], ["table"]),
        ["tfoot"] = (["thead", "tbody"], ["table"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of elements that pages are made of, so that each need not be made anew.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Names(
        "a b blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input kbd label li ol p pre section span "
        + "strong sub summary sup table tbody td tfoot th thead tr ul").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _html;
    private readonly List<HtmlNode> _open = [new HtmlNode("body", default)];
    private int _at;

    private HtmlTree(string html) => _html = html;

    /// <param name="html">A page's content.</param>
    /// <returns>An element that holds it. What readers do not see is left out.</returns>
    public static HtmlNode Read(string html)
    {
        var tree = new HtmlTree(html);
        while (tree._at < html.Length)
        {
            tree.ReadNext();
        }

        return tree._open[0];
    }

    private void ReadNext()
    {
        var start = _html.IndexOf('<', _at);
        var end = start < 0 ? _html.Length : start;
        AddText(_at, end);
        _at = end;
        if (start >= 0)
        {
            ReadTag(start);
        }
    }

    private void ReadTag(int start)
    {
        var isEnd = start + 1 < _html.Length && _html[start + 1] == '/';
        var nameStart = start + (isEnd ? 2 : 1);
        var nameEnd = Markup.NameEnd(_html, nameStart);
        if (nameEnd == nameStart)
        {
            ReadOther(start);
            return;
        }

        var written = _html.AsSpan(nameStart, nameEnd - nameStart);
        var name = Known.TryGetValue(written, out var known) ? known : written.ToString().ToLowerInvariant();
        _at = Markup.TagEnd(_html, nameEnd);
        var tag = _html.AsMemory(nameEnd, _at - 1 - nameEnd);
        if (isEnd)
        {
            Close(name);
        }
        else if (!IsUnseen(name, tag.Span))
        {
            Open(name, tag);
        }
        else if (HasContent(name, tag.Span))
        {
            _at = Markup.AfterElement(_html, name, _at);
        }
    }

    /// <summary>A comment, a declaration, or a lone less-than.</summary>
    private void ReadOther(int start)
    {
        if (_html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = _html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            _at = end < 0 ? _html.Length : end + 3;
        }
        else if (start + 1 < _html.Length && _html[start + 1] is '!' or '?')
        {
            _at = Markup.TagEnd(_html, start + 1);
        }
        else
        {
            AddText(start, start + 1);
            _at = start + 1;
        }
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            _open[^1].Add(new HtmlNode("", _html.AsMemory(start, end - start)));
        }
    }

    private void Open(string name, ReadOnlyMemory<char> tag)
    {
        if (_open[^1].Name == "p" && Blocks.Contains(name))
        {
            Close("p");
        }

        if (Implied.TryGetValue(name, out var rule))
        {
            var found = _open.FindLastIndex(element => rule.Ended.Contains(element.Name) || rule.Within.Contains(element.Name));
            if (found > 0 && rule.Ended.Contains(_open[found].Name))
            {
                _open.RemoveRange(found, _open.Count - found);
            }
        }

        var node = new HtmlNode(name, tag);
        _open[^1].Add(node);
        if (HasContent(name, tag.Span))
        {
            _open.Add(node);
        }
    }

    private void Close(string name)
    {
        var found = _open.FindLastIndex(element => element.Name == name);
        if (found > 0)
        {
            _open.RemoveRange(found, _open.Count - found);
        }
    }

    private static bool HasContent(string name, ReadOnlySpan<char> tag) => !HtmlNames.IsVoid(name) && tag is not [.., '/'];

    private static bool IsUnseen(string name, ReadOnlySpan<char> tag) =>
        Skipped.Contains(name)
        || tag.Contains("aria-hidden=\"true\"", StringComparison.Ordinal)
        || tag.Contains("class=\"anchor\"", StringComparison.Ordinal);

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
