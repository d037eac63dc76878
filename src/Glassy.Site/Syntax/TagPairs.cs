using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>
/// Where every tag of a page ends and which closing tag is its own, found in one pass: looking ahead from each tag anew
/// would take time that grows with the square of the page.
/// </summary>
internal sealed class TagPairs
{
    private readonly string _text;
    private readonly Dictionary<int, Extent> _tags = [];
    private readonly Dictionary<string, Stack<int>> _open = new(StringComparer.Ordinal);
    private readonly ScanBudget _budget;

    private TagPairs(string text, ScanBudget budget) => (_text, _budget) = (text, budget);

    /// <summary>The map of the page that a parser works on.</summary>
    /// <param name="document">Keeps the map.</param>
    /// <param name="text">The whole page.</param>
    public static TagPairs Of(MarkdownDocument document, string text)
    {
        if (document.GetData(typeof(TagPairs)) is not TagPairs map)
        {
            map = new TagPairs(text, ScanBudget.Of(document));
            map.Scan();
            document.SetData(typeof(TagPairs), map);
        }

        return map;
    }

    /// <summary>The tag that begins at an offset; null when none does that ends.</summary>
    public Extent? Find(int start) => _tags.TryGetValue(start, out var extent) ? extent : null;

    private void Scan()
    {
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            at = _text[at] switch
            {
                '\\' => at + 2,
                '{' => AfterComment(at),
                '`' or '~' => CodeScanner.End(_text, at),
                _ => AfterTag(at),
            };
        }
    }

    private int Next(int start)
    {
        var found = start >= _text.Length ? -1 : _text.AsSpan(start).IndexOfAny("<`~{\\");
        return found < 0 ? -1 : start + found;
    }

    private int AfterComment(int at) =>
        _text.AsSpan(at).StartsWith("{/*") ? After("*/", at + 2) : at + 1;

    /// <summary>The first offset after a mark, or the next one when the mark is not there.</summary>
    private int After(string mark, int at)
    {
        var end = _budget.IndexOf(_text, mark, at);
        return end < 0 ? at + 1 : end + mark.Length;
    }

    private int AfterTag(int at)
    {
        if (_text.AsSpan(at).StartsWith("<!--"))
        {
            return After("-->", at);
        }

        var isClosing = at + 1 < _text.Length && _text[at + 1] == '/';
        var nameStart = at + (isClosing ? 2 : 1);
        var nameEnd = TagScanner.AnyNameEnd(_text, nameStart);
        if (nameEnd < 0)
        {
            return at + 1;
        }

        var name = _text[nameStart..nameEnd];
        return isClosing ? AfterClosing(at, name, nameEnd) : AfterOpening(at, name, nameEnd);
    }

    private int AfterClosing(int at, string name, int nameEnd)
    {
        if (_open.TryGetValue(name, out var open) && open.TryPop(out var start))
        {
            _tags[start] = _tags[start] with { CloseStart = at };
        }

        return nameEnd;
    }

    private int AfterOpening(int at, string name, int nameEnd)
    {
        var end = _budget.TagEnd(_text, nameEnd);
        if (end < 0)
        {
            return nameEnd;
        }

        var isWhole = _text[end - 2] == '/' || HtmlNames.IsVoid(name);
        _tags[at] = new Extent(end, isWhole ? end : -1, isWhole);
        if (!isWhole && HtmlNames.IsRaw(name))
        {
            var close = _text.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? _text.Length : close;
        }

        if (!isWhole)
        {
            if (!_open.TryGetValue(name, out var open))
            {
                _open[name] = open = new Stack<int>();
            }

            open.Push(at);
        }

        return end;
    }

    /// <summary>Where a tag ends.</summary>
    /// <param name="End">The first offset after it.</param>
    /// <param name="CloseStart">Where its closing tag begins; -1 when there is none.</param>
    /// <param name="IsWhole">It needs no closing tag.</param>
    internal readonly record struct Extent(int End, int CloseStart, bool IsWhole);
}
