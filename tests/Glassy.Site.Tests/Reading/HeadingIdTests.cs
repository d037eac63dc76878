using Glassy.Pages;

namespace Glassy.Tests.Reading;

public class HeadingIdTests
{
    [Theory]
    [InlineData("Imports & Magic numbers", "imports--magic-numbers")]
    [InlineData("What's new? (v2.0)", "whats-new-v20")]
    [InlineData("snake_case — dash – en", "snake_case--dash--en")]
    [InlineData("C# / F#", "c--f")]
    [InlineData("日本語 の 見出し", "日本語-の-見出し")]
    [InlineData("Привет, Мир", "привет-мир")]
    [InlineData("한국어 제목!", "한국어-제목")]
    [InlineData("Ünïcödé ß", "ünïcödé-ß")]
    [InlineData("हिन्दी में", "हिन्दी-में")]
    [InlineData("🎉 Party", "-party")]
    [InlineData("⚙️ Gears", "\uFE0F-gears")] // the variation selector is a mark
    [InlineData("🅰 Ⓑ", "🅰-ⓑ")] // Unicode counts squared and circled letters as alphabetic
    [InlineData("ΟΔΟΣ ΣΑΣ", "οδος-σας")]
    [InlineData("İstanbul", "i\u0307stanbul")]
    [InlineData("a  b\tc", "a--bc")]
    [InlineData("½ ² Ⅳ ①", "--ⅳ-")]
    [InlineData("-dash- _under_", "-dash--_under_")]
    public void Slugs_are_github_sluggers(string heading, string id) => Assert.Equal(id, Slugger.SlugOf(heading));

    [Fact]
    public void Duplicates_are_numbered_past_ids_that_are_taken()
    {
        var slugger = new Slugger();
        string[] headings = ["foo", "foo", "foo 1", "foo", "foo-1", ""];
        Assert.Equal(["foo", "foo-1", "foo-1-1", "foo-2", "foo-1-2", ""], headings.Select(slugger.Slug));
    }

    [Theory]
    [InlineData("## One {#first}", "first", "One")]
    [InlineData("## One {/* #first */}", "first", "One")]
    [InlineData("## One <!-- #first -->", "first", "One")]
    [InlineData("## One <!-- comment --> two", "one--two", "One  two")]
    [InlineData("## One <!-- comment -->", "one-", "One")] // the space before the comment counts
    [InlineData("## {/* comment */} One", "-one", "One")]
    [InlineData("## `code` and *more* {#with_under-score}", "with_under-score", "code and more")]
    [InlineData("## Ship it :rocket:", "ship-it-rocket", "Ship it 🚀")]
    [InlineData("## ![A robot](https://example.org/a.png) walks", "a-robot-walks", "walks")]
    [InlineData("Two\nlines\n---", "twolines", "Two\nlines")]
    [InlineData("## Tom <b>and</b> `<Jerry>` &amp; co", "tom-and-jerry--co", "Tom and <Jerry> & co")]
    public void Headings_get_the_ids_that_docusaurus_gives_them(string markdown, string id, string text)
    {
        var site = new SiteFixture(markdown + "\n");
        var heading = site.Body.QuerySelector("h2")!;
        Assert.Equal(id, heading.Id);
        heading.QuerySelector(".anchor")!.Remove();
        Assert.Equal(text, heading.TextContent.Trim());
    }

    [Fact]
    public void A_heading_without_letters_or_text_is_not_in_the_table_of_contents()
    {
        var site = new SiteFixture("# Title\n\n## !?\n\n## A\n\n##\n");
        Assert.Equal(
            "<h2>!?</h2>\n<h2 id=\"a\">A",
            site.Html[site.Html.IndexOf("<h2", StringComparison.Ordinal)..site.Html.IndexOf("<a ", StringComparison.Ordinal)]);
        Assert.Equal(["a"], site.Rendered[0].Toc.Select(entry => entry.Id));
    }

    [Fact]
    public void The_title_counts_among_the_headings() =>
        Assert.Equal("same-1", new SiteFixture("# Same\n\n## Same\n").Body.QuerySelector("h2")!.Id);
}
