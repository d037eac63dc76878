using System.Collections.Frozen;
using System.Net;
using Glassy.Syntax;

namespace Glassy.Html;

/// <summary>
/// A page's markup together with the pieces that it was written in, so that whoever wants to know what is on the page need not
/// read the markup again. <see cref="MarkupWriter"/> makes it.
/// </summary>
public sealed class PageMarkup
{
    /// <summary>Elements whose content is not the page's text.</summary>
    private static readonly FrozenSet<string> Unseen = Names("script style template svg math button select textarea iframe object");

    /// <summary>The names of elements that pages are made of, so that each need not be made anew.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Names(
        "a b blockquote br button code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input kbd label li ol p path "
        + "picture pre rect section source span strong sub summary sup svg table tbody td text tfoot th thead tr ul").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly MarkupToken[] _tokens;

    internal PageMarkup(string text, MarkupToken[] tokens) => (Text, _tokens) = (text, tokens);

    public static PageMarkup Empty { get; } = new("", []);

    /// <summary>All of it, as it is served.</summary>
    public string Text { get; }

    /// <summary>Its pieces, in order.</summary>
    public ReadOnlySpan<MarkupToken> Tokens => _tokens;

    /// <summary>What links can lead to: the ids of elements, and the names of <c>&lt;a name="x"&gt;</c>.</summary>
    public IReadOnlySet<string> Ids()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in _tokens)
        {
            if (token.Kind != MarkupKind.Opening)
            {
                continue;
            }

            var tag = TagOf(token).Span;
            if (TagAttributes.Find(tag, "id", out var id))
            {
                ids.Add(WebUtility.HtmlDecode(id.ToString()));
            }

            if (NameOf(token) == "a" && TagAttributes.Find(tag, "name", out var name))
            {
                ids.Add(WebUtility.HtmlDecode(name.ToString()));
            }
        }

        return ids;
    }

    /// <summary>Whether some text of the page, between two tags, has certain words in it.</summary>
    /// <param name="words">As markup has them: with references.</param>
    public bool Says(string words) =>
        Array.Exists(_tokens, token => token.Kind == MarkupKind.Text && TextOf(token).Contains(words, StringComparison.Ordinal));

    /// <summary>A piece as it is written.</summary>
    public ReadOnlySpan<char> TextOf(MarkupToken token) => Text.AsSpan(token.Start, token.End - token.Start);

    /// <summary>A tag's name, in lower case.</summary>
    public string NameOf(MarkupToken token)
    {
        var start = token.Start + (token.Kind == MarkupKind.Closing ? 2 : 1);
        var written = Text.AsSpan(start, token.NameEnd - start);
        return Known.TryGetValue(written, out var known) ? known : written.ToString().ToLowerInvariant();
    }

    /// <summary>What stands behind the name in a tag, without the <c>&gt;</c>.</summary>
    public ReadOnlyMemory<char> TagOf(MarkupToken token) => Text.AsMemory(token.NameEnd, token.End - 1 - token.NameEnd);

    /// <summary>Whether something stands between an opening tag and the closing one.</summary>
    /// <param name="token">The opening tag.</param>
    /// <param name="name">Its name.</param>
    public bool HasContent(MarkupToken token, string name) => !HtmlNames.IsVoid(name) && Text[token.End - 2] != '/';

    /// <summary>
    /// Whether an element is no part of what readers read: what they press, drawings, links of headings, labels beside alternative text.
    /// </summary>
    /// <param name="token">Its opening tag.</param>
    /// <param name="name">Its name.</param>
    public bool IsUnseen(MarkupToken token, string name) =>
        Unseen.Contains(name)
        || TextOf(token).Contains("aria-hidden=\"true\"", StringComparison.Ordinal)
        || TextOf(token).Contains("class=\"anchor\"", StringComparison.Ordinal);

    /// <summary>The number of the first piece after an element; others of its name may stand in it.</summary>
    /// <param name="opening">The number of its opening tag.</param>
    /// <param name="name">Its name.</param>
    public int AfterElement(int opening, string name)
    {
        if (!HasContent(_tokens[opening], name))
        {
            return opening + 1;
        }

        var at = opening + 1;
        for (var depth = 1; depth > 0 && at < _tokens.Length; at++)
        {
            var token = _tokens[at];
            depth += token.Kind == MarkupKind.Closing && NameOf(token) == name ? -1
                : token.Kind == MarkupKind.Opening && NameOf(token) == name && HasContent(token, name) ? 1
                : 0;
        }

        return at;
    }

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
