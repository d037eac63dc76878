using Glassy.Datasets.Folders;
using Glassy.Execution;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tests.Wording;

public sealed class RemarkSentenceTests
{
    private static readonly ProjectFolder Nowhere = new(Path.GetTempPath());

    [Theory]
    [InlineData(
        "en",
        "photos: 1,234 files are left out: 1,200 .txt (no picture), 30 without extension (in raw, which is no split), 4 of other kinds")]
    [InlineData(
        "de", "photos: 1.234 Dateien sind ausgelassen: 1.200 .txt (kein Bild), 30 ohne Endung (in raw, was kein Teil ist), 4 anderer Art")]
    public void What_is_left_out_is_said_in_the_sites_language(string language, string expected) =>
        Assert.Equal(expected, RemarkSentence.Of(
            new DatasetRemark("/home/me/photos: …", IsWarning: true)
            {
                Kind = "left_out",
                Numbers = new Dictionary<string, long> { ["count"] = 1234, ["others"] = 4 },
                Names = new Dictionary<string, string> { ["name"] = "photos" },
                LeftOut = [new LeftOutKind(".txt", "no_picture", null, 1200), new LeftOutKind("without extension", "no_split", "raw", 30)],
            },
            WordsOf(language)));

    [Theory]
    [InlineData("en", 1, "a.csv, line 1234: x.png is no picture of the dataset, and its row is left out")]
    [InlineData("en", 2, "a.csv, line 1234: x.png is no picture of the dataset; 2 such rows are left out")]
    [InlineData("de", 1, "a.csv, Zeile 1234: x.png ist kein Bild des Datensatzes, und die Zeile ist ausgelassen")]
    public void A_line_is_no_count_and_one_row_is_no_rows(string language, int count, string expected) =>
        Assert.Equal(expected, RemarkSentence.Of(
            new DatasetRemark("", IsWarning: true)
            {
                Kind = "rows_without_picture",
                Numbers = new Dictionary<string, long> { ["count"] = count, ["line"] = 1234 },
                Names = new Dictionary<string, string> { ["table"] = "a.csv", ["row"] = "x.png" },
            },
            WordsOf(language)));

    [Fact]
    public void A_share_has_the_languages_point()
    {
        var remark = HeldOutOf("12.5");

        Assert.Equal(
            "photos comes without a test split: 5 of its 40 pictures are held out for test, 12.5% of each class (dataset.split: { test: 0.125, seed: 1 })",
            RemarkSentence.Of(remark, WordsOf("en")));
        Assert.Equal(
            "photos kommt ohne Testteil: 5 seiner 40 Bilder sind zum Testen zurückgehalten, 12,5 % jeder Klasse (dataset.split: { test: 0.125, seed: 1 })",
            RemarkSentence.Of(remark, WordsOf("de")));
    }

    [Fact]
    public void A_record_of_before_there_were_facts_keeps_its_sentence()
    {
        // it is one
        var old = System.Text.Json.JsonSerializer.Deserialize<DatasetRemark>(
            "{\"Text\": \"photos: 2 files are left out\", \"IsWarning\": true}")!;

        Assert.Equal((null, "photos: 2 files are left out"), (old.Kind, RemarkSentence.Of(old, WordsOf("de"))));
        Assert.Equal(old, old.ForRecord());
    }

    [Fact]
    public void A_terminal_shows_the_remarks_own_sentence_and_of_a_record_its_facts()
    {
        var remark = HeldOutOf("20");

        Assert.Equal("/home/me/photos: 5 are held out", RemarkSentence.OnTerminal(remark));
        Assert.StartsWith("photos comes without a test split: ", RemarkSentence.OnTerminal(remark.ForRecord()), StringComparison.Ordinal);
    }

    private static DatasetRemark HeldOutOf(string percent) => new("/home/me/photos: 5 are held out", IsWarning: false)
    {
        Kind = "held_out",
        Numbers = new Dictionary<string, long> { ["count"] = 5, ["all"] = 40 },
        Names = new Dictionary<string, string> { ["name"] = "photos", ["percent"] = percent, ["test"] = "0.125", ["seed"] = "1" },
    };

    private static Words WordsOf(string language) => new WordsReader(Nowhere, ThemeFiles.Of(Nowhere).Folders).Read(language);
}
