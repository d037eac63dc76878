using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Glassy.Outputs.Search;

namespace Glassy.Tests.Outputs.Search;

public sealed class SearchIndexTests(ITestOutputHelper output)
{
    private const int Limit = 400 * 1024;

    private static readonly IReadOnlyList<SearchPage> Pages =
    [
        new("Train a model", "train/", ["Guides"], ["fit"],
            [new("", "", "First the pictures."), new("Learning rate", "learning-rate", "Pictures and trainingLoss.")]),
        new("Evaluate", "evaluate/", [], [], [new("", "", "Train first, then train anew.")]),
    ];

    [Fact]
    public void A_page_is_listed_with_its_address_categories_and_sections()
    {
        var index = Read(SearchIndex.Build(Pages, ".html"), "index");

        Assert.Equal(".html", index.GetProperty("file").GetString());
        Assert.Equal(["Train a model", "Evaluate"], Strings(index, "titles"));
        Assert.Equal(["train/", "evaluate/"], Strings(index, "hrefs"));
        Assert.Equal(["Guides", ""], Strings(index, "trails"));
        Assert.Equal([2, 1], index.GetProperty("sections").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal(["a"], Strings(index, "terms"));
    }

    [Fact]
    public void A_terms_places_are_told_apart_by_title_heading_and_text()
    {
        var terms = Terms(SearchIndex.Build(Pages, ".html"));

        Assert.Equal(("2", "", "0"), (terms["train"].Text, terms["train"].Headings, terms["train"].Titles));
        Assert.Equal(("0,1", "", ""), (terms["pictures"].Text, terms["pictures"].Headings, terms["pictures"].Titles));
        Assert.Equal(("", "1", ""), (terms["rate"].Text, terms["rate"].Headings, terms["rate"].Titles));
        Assert.Equal(("", "0", ""), (terms["fit"].Text, terms["fit"].Headings, terms["fit"].Titles));
        Assert.Equal(["trainingloss", "training", "loss"], new[] { "trainingloss", "training", "loss" }.Where(terms.ContainsKey));
        Assert.Equal(terms.Keys.Order(StringComparer.Ordinal), terms.Keys);
    }

    [Fact]
    public void Places_far_apart_are_read_back_as_they_were()
    {
        int[] places = [0, 1, 31, 32, 33, 64, 1055, 1056, 1057, 40_000];
        var pages = Enumerable.Range(0, 40_001)
            .Select(i => new SearchPage("x", "", [], [], [new("", "", places.Contains(i) ? "needle" : "")]))
            .ToList();

        Assert.Equal(string.Join(',', places), Terms(SearchIndex.Build(pages, ".html"))["needle"].Text);
    }

    [Fact]
    public void Texts_are_kept_by_section_for_the_results()
    {
        var texts = Read(SearchIndex.Build(Pages, ".html"), "text-0");

        Assert.Equal(
            ["", "", "First the pictures.", "Learning rate", "learning-rate", "Pictures and trainingLoss."],
            texts[0].EnumerateArray().Select(text => text.GetString()));
    }

    [Fact]
    public void The_same_pages_give_the_same_bytes_and_other_pages_another_version()
    {
        var (once, again) = (SearchIndex.Build(Pages, ".html"), SearchIndex.Build(Pages, ".html"));
        var other = SearchIndex.Build([Pages[0]], ".html");

        Assert.Equal(once.Select(file => file.Key), again.Select(file => file.Key));
        Assert.All(once.Zip(again), pair => Assert.Equal(pair.First.Value, pair.Second.Value));
        Assert.Single(once.Select(Version).Distinct());
        Assert.NotEqual(Version(once[0]), Version(other[0]));
    }

    [Fact]
    public void Of_more_words_than_a_misspelt_one_is_compared_with_those_in_most_sections_are_kept()
    {
        var words = Enumerable.Range(0, 40_001)
            .Select(i => string.Concat(i.ToString("D5", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))))
            .ToList();
        var twice = words[39_999];
        SearchPage[] pages = [new("", "", [], [], [new("", "", string.Join(' ', words)), new("", "", twice)])];

        var kept = WordsOf(Read(SearchIndex.Build(pages, ".html"), "index").GetProperty("words").GetString()!); // the index has them

        Assert.Equal(words.Take(40_000), kept);
    }

    [Fact]
    public void A_site_without_pages_has_no_index() => Assert.Empty(SearchIndex.Build([], ".html"));

    [Fact]
    public void At_a_thousand_pages_what_a_query_loads_stays_within_its_limit()
    {
        var pages = GeneratedPages.Of(1000);

        var files = SearchIndex.Build(pages, "/index.html");

        var sizes = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => Gzipped(file.Value));
        var (terms, texts) = (Largest("terms-"), Largest("text-"));
        output.WriteLine(
            $"index {sizes["index"]:N0}; {terms.Count} files of terms, {terms.Sum():N0}, largest {terms[0]:N0}; {texts.Count} of texts, {texts.Sum():N0}, largest {texts[0]:N0}");

        // The index, the texts of ten pages, and the terms of eight words with two files each, or of the worst two letters to begin with.
        var always = sizes["index"] + texts.Take(10).Sum();
        Assert.InRange(always + terms.Take(16).Sum(), 1, Limit);
        Assert.InRange(always + TermsByBeginning(files).Max(), 1, Limit);

        List<int> Largest(string kind) =>
            [.. sizes.Where(size => size.Key.StartsWith(kind, StringComparison.Ordinal)).Select(size => size.Value).OrderDescending()];
    }

    /// <summary>For each two letters that terms begin with, the gzipped bytes of the files with such terms.</summary>
    private static IEnumerable<int> TermsByBeginning(IReadOnlyList<KeyValuePair<string, byte[]>> files) => files
        .Where(file => file.Key.Contains("/terms-", StringComparison.Ordinal))
        .SelectMany(file => WordsOf(DataOf(file).GetProperty("terms").GetString()!) // a file of terms has them
            .Where(term => term.Length > 1).Select(term => term[..2]).Distinct()
            .Select(beginning => (Beginning: beginning, Size: Gzipped(file.Value))))
        .GroupBy(part => part.Beginning, part => part.Size)
        .Select(sizes => sizes.Sum());

    private static Dictionary<string, (string Text, string Headings, string Titles)> Terms(
        IReadOnlyList<KeyValuePair<string, byte[]>> files)
    {
        var found = new Dictionary<string, (string Text, string Headings, string Titles)>(StringComparer.Ordinal);
        foreach (var data in files.Where(file => file.Key.Contains("/terms-", StringComparison.Ordinal)).Select(DataOf))
        {
            var lists = data.GetProperty("lists").GetString()!.Split(' '); // a file of terms has both
            foreach (var (term, list) in WordsOf(data.GetProperty("terms").GetString()!).Zip(lists))
            {
                var fields = list.Split('!');
                found.Add(term, (Places(fields, 0), Places(fields, 1), Places(fields, 2)));
            }
        }

        return found;
    }

    private static IEnumerable<string> WordsOf(string list)
    {
        var word = "";
        foreach (var (letter, i) in list.Select((c, i) => (c, i)).Where(pair => char.IsAsciiLetterUpper(pair.c)))
        {
            var end = list.AsSpan(i + 1).IndexOfAnyInRange('A', 'Z');
            word = string.Concat(word.AsSpan(0, letter - 'A'), end < 0 ? list.AsSpan(i + 1) : list.AsSpan(i + 1, end));
            yield return word;
        }
    }

    private static string Places(string[] fields, int field)
    {
        var (places, place, number) = (new List<int>(), -1, 0);
        foreach (var digit in field < fields.Length ? fields[field] : "")
        {
            if (digit < ']')
            {
                number = (number + digit - '0') * 32;
                continue;
            }

            places.Add(place += number + digit - ']' + 1);
            number = 0;
        }

        return string.Join(',', places);
    }

    private static JsonElement Read(IReadOnlyList<KeyValuePair<string, byte[]>> files, string name) =>
        DataOf(files.Single(file => file.Key == $"assets/search/{name}.js"));

    private static JsonElement DataOf(KeyValuePair<string, byte[]> file)
    {
        var script = Encoding.UTF8.GetString(file.Value);
        return JsonDocument.Parse(script[(script.IndexOf(',', StringComparison.Ordinal) + 1)..^2]).RootElement;
    }

    private static string Version(KeyValuePair<string, byte[]> file) => Encoding.UTF8.GetString(file.Value).Split('"')[1];

    private static IEnumerable<string?> Strings(JsonElement data, string name) =>
        data.GetProperty(name).EnumerateArray().Select(text => text.GetString());

    private static int Gzipped(byte[] content)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return buffer.ToArray().Length;
    }
}
