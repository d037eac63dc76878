using System.Collections.Frozen;
using Glassy.Html;

namespace Glassy.Outputs.Plain;

/// <summary>
/// Puts a page's markup together as elements. The markup is Glassy's own or an author's HTML: of a browser's rules only
/// those are here that such markup needs, the end tags that may be left out.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>Elements that end a paragraph which has no end tag.</summary>
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul");

    /// <summary>For an element that ends another which has no end tag: which ones, and where the search for them ends.</summary>
    private static readonly FrozenDictionary<string, (string[] Ended, string[] Within)> Implied =
        new Dictionary<string, (string[], string[])>
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

    private readonly PageMarkup _page;
    private readonly List<HtmlNode> _open = [new HtmlNode("body", default)];

    private HtmlTree(PageMarkup page) => _page = page;

    /// <param name="page">A page's content.</param>
    /// <returns>An element that holds it. What readers do not see is left out.</returns>
    public static HtmlNode Of(PageMarkup page)
    {
        var tree = new HtmlTree(page);
        for (var at = 0; at < page.Tokens.Length;)
        {
            at = tree.Add(at);
        }

        return tree._open[0];
    }

    /// <returns>The number of the next piece.</returns>
    private int Add(int at)
    {
        var token = _page.Tokens[at];
        switch (token.Kind)
        {
            case MarkupKind.Text:
                _open[^1].Add(new HtmlNode("", _page.Text.AsMemory(token.Start, token.End - token.Start)));
                break;
            case MarkupKind.Closing:
                Close(_page.NameOf(token));
                break;
            case MarkupKind.Opening:
                var name = _page.NameOf(token);
                if (name == "noscript" || _page.IsUnseen(token, name))
                {
                    return _page.AfterElement(at, name); // what stands in place of a script speaks of the page that it is read on
                }

                Open(name, token);
                break;
        }

        return at + 1;
    }

    private void Open(string name, MarkupToken token)
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

        var node = new HtmlNode(name, _page.TagOf(token));
        _open[^1].Add(node);
        if (_page.HasContent(token, name))
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

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
