using Glassy.Diagnostics;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Tests.Wording;

public sealed class WordsReaderTests : IDisposable
{
    private const string English = """
        language: { direction: ltr, months: Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec }
        figure: { point: ".", thousands: ",", percent: "%" }
        search: { name: Search }
        cards:
          items: { one: "{count} item", other: "{count} items" }
          by: "{title} by <{author}>"
        """;

    private const string German = """
        language: { direction: ltr, months: Jänner Februar März April Mai Juni Juli August September Oktober November Dezember }
        figure: { point: ",", thousands: ".", percent: " %" }
        search: { name: Suche }
        cards:
          items: { one: "{count} Eintrag", other: "{count} Einträge" }
          by: "{title} von {author}"
        """;

    private readonly TemporaryProject _project = new();

    public WordsReaderTests()
    {
        _project.Write("shipped/words/en.yml", English);
        _project.Write("shipped/words/de.yml", German);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_word_has_its_values_and_its_form_for_one()
    {
        var words = Read("en");

        Assert.Equal(("en", "ltr", "Search"), (words.Language, words.Direction, words["search.name"]));
        Assert.Equal(
            ["0 items", "1 item", "2 items", "1 item", "1,000 items"],
            new object[] { 0, 1, 2, "1", "1,000" }.Select(count => words.Of("cards.items", ("count", count))));
        Assert.Equal("A by <B>", words.Of("cards.by", ("title", "A"), ("author", "B")));
    }

    [Fact]
    public void In_markup_all_is_escaped_but_what_is_markup()
    {
        var html = Read("en").HtmlOf(
            "cards.by", new Dictionary<string, object?> { ["title"] = "A & \"B\"", ["author"] = new RawHtml("<b>C</b>") });

        Assert.Equal("A &amp; &quot;B&quot; by &lt;<b>C</b>&gt;", html.Value);
    }

    [Theory]
    [InlineData("97.17%", "97,17 %")]
    [InlineData("96.83–97.48%", "96,83–97,48 %")]
    [InlineData("1,234,567.9", "1.234.567,9")]
    [InlineData("1 min 0 s", "1 min 0 s")]
    [InlineData("12. May, 50 %.", "12. May, 50 %.")]
    public void Figures_are_written_as_the_language_does(string english, string german)
    {
        Assert.Equal(german, Read("de").Figure(english));
        Assert.Equal(english, Read("en").Figure(english));
        Assert.Equal(english, Words.None.Figure(english));
    }

    [Fact]
    public void Whole_numbers_and_dates_too()
    {
        var date = new DateTimeOffset(2024, 3, 5, 23, 30, 0, TimeSpan.FromHours(-5));

        Assert.Equal(
            ("1.234", "5. März 2024", "2024-03-05 23:30"),
            (Read("de").Whole(1234), Read("de").Date(date, "d. MMMM yyyy"), Read("de").Date(date, "yyyy-MM-dd HH:mm")));
        Assert.Equal(
            ("1,234", "5 Mar 2024", "Mar"), (Read("en").Whole(1234), Read("en").Date(date, "d MMMM yyyy"), Read("en").Date(date, "MMMM")));
    }

    [Fact]
    public void A_projects_own_file_may_have_single_words()
    {
        _project.Write("site/words/en.yml", "search: { name: Find }\n");
        _project.Write("site/words/de.yml", "cards:\n  items: Einträge\n");

        Assert.Equal(("Find", "1 item"), (Read("en")["search.name"], Read("en").Of("cards.items", ("count", 1))));
        Assert.Equal(("Suche", "Einträge"), (Read("de")["search.name"], Read("de").Of("cards.items", ("count", 1))));
    }

    [Fact]
    public void A_projects_own_language_is_one_of_those_that_there_are()
    {
        _project.Write("site/words/at.yml", German.Replace("Suche", "Suachn", StringComparison.Ordinal));
        _project.Write("shipped/words/zu.yml", English);

        Assert.Equal(["at", "de", "en", "zu"], new WordsReader(_project.Folder, Folders).Languages);
        Assert.Equal("Suachn", Read("at")["search.name"]);
    }

    [Fact]
    public void A_language_without_a_file_is_an_error_that_lists_those_with_one() =>
        Assert.Equal("'site.language' is 'dee'; did you mean `de`? known: de, en", Mistake("dee"));

    [Theory]
    [InlineData("search: {}\n", "site/words/fr.yml: the word `cards.by` is missing")]
    [InlineData("search:\n  nam: x\n", "site/words/fr.yml:2:3: there is no word `search.nam`; did you mean `search.name`?")]
    [InlineData(
        "cards:\n  by: Von {autor}\n",
        "site/words/fr.yml:2:3: `cards.by` has no value for {autor}; did you mean `author`? known: author, title")]
    [InlineData("search: Recherche\n", "site/words/fr.yml:1:9: `search`: words by their names were expected")]
    [InlineData("search:\n  name: [x]\n", "site/words/fr.yml:2:9: `name`: a text, or `{ one: …, other: … }`, was expected")]
    [InlineData("search:\n  name: { one: x }\n", "site/words/fr.yml:2:9: `name`: a text, or `{ one: …, other: … }`, was expected")]
    [InlineData("search: [\n", "site/words/fr.yml:2:1: the words' file is not YAML")]
    public void What_is_wrong_with_a_language_has_its_key_and_its_file(string yaml, string expected)
    {
        _project.Write("site/words/fr.yml", yaml);

        Assert.StartsWith(expected, Mistake("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_word_is_named()
    {
        _project.Write("site/words/fr.yml", German.Replace("search: { name: Suche }\n", "", StringComparison.Ordinal)
            .Replace("point: \",\", ", "", StringComparison.Ordinal));

        var mistakes = Assert.Throws<DiagnosticException>(() => Read("fr")).Diagnostics;

        Assert.Equal(
            ["the word `figure.point` is missing", "the word `search.name` is missing"], mistakes.Select(mistake => mistake.Message));
    }

    [Fact]
    public void An_unknown_word_and_a_value_that_is_not_given_are_mistakes_of_the_template()
    {
        Assert.Equal(
            "there is no word 'search.nam'; did you mean `search.name`?",
            Assert.Throws<ArgumentException>(() => Read("en")["search.nam"]).Message);
        Assert.Equal(
            "the word 'cards.by' needs a value for {author}",
            Assert.Throws<ArgumentException>(() => Read("en").Of("cards.by", ("title", "A"))).Message);
    }

    private string[] Folders => [_project.PathOf("site"), _project.PathOf("shipped")];

    private Words Read(string language) => new WordsReader(_project.Folder, Folders).Read(language);

    private string Mistake(string language) => Assert.Throws<DiagnosticException>(() => Read(language)).Diagnostics[0].ToString();
}
