using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Glassy.Outputs.Search;

/// <summary>
/// What <c>search-find.js</c> loads: <c>index.js</c> with the pages and the words to mend mistakes with; <c>terms-n.js</c>, each
/// with a range of the sorted terms and where they are; <c>text-n.js</c>, each with the text of some pages, for the results that
/// are shown. They are scripts, as a page on disk cannot read a file in another way.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>From the site's root.</summary>
    public const string Folder = "assets/search";

    /// <summary>Where a file of terms ends, in characters: about 7 KB gzipped. A query loads one or a few for each of its words.</summary>
    private const int TermsLength = 12_000;

    /// <summary>
    /// Where a file of texts ends, in characters: about 6 KB gzipped. A query loads up to one for each page that it shows.
    /// </summary>
    private const int TextLength = 16_000;

    /// <summary>The most words to mend mistakes with, those in most sections first: they are the greatest part of the index.</summary>
    private const int MostWords = 40_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<SearchPage> _pages;
    private readonly string _pageFile;

    private SearchIndex(IReadOnlyList<SearchPage> pages, string pageFile) => (_pages, _pageFile) = (pages, pageFile);

    /// <summary>The index's files by name, the same bytes for the same pages; none for a site without pages.</summary>
    /// <param name="pages">In the order in which equally good results are shown.</param>
    /// <param name="pageFile">What follows a page's address in the name of its file: <c>/index.html</c> or <c>.html</c>.</param>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Build(IReadOnlyList<SearchPage> pages, string pageFile) =>
        pages.Count == 0 ? [] : new SearchIndex(pages, pageFile).Files();

    private List<KeyValuePair<string, byte[]>> Files()
    {
        var terms = TermIndex.Of(_pages);
        var shards = Shards(terms);
        var chunks = Chunks();
        var index = new Dictionary<string, object>
        {
            ["file"] = _pageFile,
            ["titles"] = _pages.Select(page => page.Title),
            ["hrefs"] = _pages.Select(page => page.Href),
            ["trails"] = _pages.Select(page => string.Join(" › ", page.Trail)),
            ["sections"] = _pages.Select(page => page.Sections.Count),
            ["texts"] = chunks.Select(chunk => chunk.First),
            ["terms"] = shards.Select(shard => shard.First),
            ["words"] = WordList.Write(WordList.Spelling(terms, MostWords)),
        };
        var json = JsonOf(index);
        var version = VersionOf([.. shards.Select(shard => shard.Json), .. chunks.Select(chunk => chunk.Json), json]);
        return
        [
            File("index", version, json),
            .. shards.Select((shard, i) => File($"terms-{i}", version, shard.Json)),
            .. chunks.Select((chunk, i) => File($"text-{i}", version, chunk.Json)),
        ];
    }

    private static List<(string First, byte[] Json)> Shards(IReadOnlyList<KeyValuePair<string, Postings>> index)
    {
        var shards = new List<(string First, byte[] Json)>();
        var terms = new List<string>();
        var lists = new StringBuilder();
        var length = 0;
        foreach (var (term, postings) in index)
        {
            terms.Add(term);
            postings.WriteTo(lists);
            lists.Append(' ');
            length += term.Length;
            if (length + lists.Length >= TermsLength)
            {
                End();
            }
        }

        if (terms.Count > 0)
        {
            End();
        }

        return shards;

        void End()
        {
            shards.Add((terms[0], JsonOf(new { terms = WordList.Write(terms), lists = lists.ToString(0, lists.Length - 1) })));
            terms.Clear();
            lists.Clear();
            length = 0;
        }
    }

    private List<(int First, byte[] Json)> Chunks()
    {
        var chunks = new List<(int First, byte[] Json)>();
        var pages = new List<IEnumerable<string>>();
        var (first, length) = (0, 0);
        for (var i = 0; i < _pages.Count; i++)
        {
            pages.Add(_pages[i].Sections.SelectMany(section => new[] { section.Heading, section.Anchor, section.Text }));
            length += _pages[i].Sections.Sum(section => section.Text.Length + section.Heading.Length + section.Anchor.Length);
            if (length >= TextLength || i == _pages.Count - 1)
            {
                chunks.Add((first, JsonOf(pages)));
                pages = [];
                (first, length) = (i + 1, 0);
            }
        }

        return chunks;
    }

    /// <summary>Tells files of one build from those of another, should a browser have kept some.</summary>
    private static string VersionOf(IReadOnlyList<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static byte[] JsonOf(object data) => JsonSerializer.SerializeToUtf8Bytes(data, Json);

    private static KeyValuePair<string, byte[]> File(string name, string version, byte[] json) => new(
        $"{Folder}/{name}.js",
        [.. Encoding.UTF8.GetBytes($"glassySearch(\"{version}\","), .. json, (byte)')', (byte)'\n']);
}
