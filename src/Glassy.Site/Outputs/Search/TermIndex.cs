namespace Glassy.Outputs.Search;

/// <summary>
/// The terms of some pages and where they are. Places are noted in one long list and sorted by term at the end: a list for
/// each of 100,000 terms takes half as long again.
/// </summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idOf;
    private readonly List<(int LastPlace, bool IsWord)> _terms = [];
    private readonly List<(int Term, int Place)> _found = [];
    private readonly TermAction _note;
    private SearchField _field;
    private int _section;

    private TermIndex(IEnumerable<SearchPage> pages, int firstSection)
    {
        _idOf = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _note = Note;
        _section = firstSection;
        foreach (var page in pages)
        {
            Add(page);
        }
    }

    /// <summary>The terms of all pages in ordinal order.</summary>
    public static IReadOnlyList<KeyValuePair<string, Postings>> Of(IReadOnlyList<SearchPage> pages)
    {
        var blocks = pages.Chunk((pages.Count / Environment.ProcessorCount) + 1).ToList();
        var firstSections = new int[blocks.Count];
        for (var i = 1; i < blocks.Count; i++)
        {
            firstSections[i] = firstSections[i - 1] + blocks[i - 1].Sum(page => page.Sections.Count);
        }

        var indexes = blocks.Select((block, i) => (block, i)).AsParallel().AsOrdered()
            .Select(pair => new TermIndex(pair.block, firstSections[pair.i])).ToList();
        foreach (var later in indexes.Skip(1))
        {
            indexes[0].Append(later);
        }

        return indexes[0].Sorted();
    }

    /// <summary>Adds the terms of later pages.</summary>
    private void Append(TermIndex later)
    {
        var ids = new int[later._terms.Count];
        foreach (var (term, id) in later._ids)
        {
            if (_ids.TryAdd(term, _terms.Count))
            {
                _terms.Add(later._terms[id]);
            }

            ids[id] = _ids[term];
            _terms[ids[id]] = (0, _terms[ids[id]].IsWord || later._terms[id].IsWord);
        }

        _found.EnsureCapacity(_found.Count + later._found.Count);
        foreach (var (term, place) in later._found)
        {
            _found.Add((ids[term], place));
        }
    }

    private KeyValuePair<string, Postings>[] Sorted()
    {
        var ends = new int[_terms.Count + 1];
        foreach (var (term, _) in _found)
        {
            ends[term + 1]++;
        }

        for (var i = 1; i < ends.Length; i++)
        {
            ends[i] += ends[i - 1];
        }

        var places = new int[_found.Count];
        var next = ends.AsSpan(0, _terms.Count).ToArray();
        foreach (var (term, place) in _found)
        {
            places[next[term]++] = place;
        }

        return [.. InOrder().Select(entry => KeyValuePair.Create(
            entry.Key, new Postings(places.AsMemory(ends[entry.Value]..ends[entry.Value + 1]), _terms[entry.Value].IsWord)))];
    }

    /// <summary>The terms in ordinal order: first by four letters as one number, then, where those are the same, by the rest.</summary>
    private KeyValuePair<string, int>[] InOrder()
    {
        var terms = _ids.ToArray();
        var beginnings = Array.ConvertAll(terms, term => Beginning(term.Key));
        Array.Sort(beginnings, terms);
        for (var start = 0; start < terms.Length;)
        {
            var end = start + 1;
            while (end < terms.Length && beginnings[end] == beginnings[start])
            {
                end++;
            }

            terms.AsSpan(start, end - start).Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            start = end;
        }

        return terms;
    }

    private static ulong Beginning(string term)
    {
        var beginning = 0UL;
        for (var i = 0; i < 4; i++)
        {
            beginning = (beginning << 16) | (i < term.Length ? term[i] : '\0');
        }

        return beginning;
    }

    private void Add(SearchPage page)
    {
        Add(page.Title, SearchField.Title);
        foreach (var keyword in page.Keywords)
        {
            Add(keyword, SearchField.Heading);
        }

        foreach (var section in page.Sections)
        {
            Add(section.Heading, SearchField.Heading);
            Add(section.Text, SearchField.Text);
            _section++;
        }
    }

    private void Add(string text, SearchField field)
    {
        _field = field;
        SearchTerms.Split(text, _note);
    }

    private void Note(ReadOnlySpan<char> term, bool isWord)
    {
        var place = Postings.PlaceOf(_section, _field);
        if (!_idOf.TryGetValue(term, out var id))
        {
            _idOf[term] = id = _terms.Count;
            _terms.Add((-1, isWord));
        }

        var (lastPlace, wasWord) = _terms[id];
        if (lastPlace != place || isWord != wasWord)
        {
            _terms[id] = (place, isWord || wasWord);
        }

        if (lastPlace != place)
        {
            _found.Add((id, place));
        }
    }
}
