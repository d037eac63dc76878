using Glassy.Reading;
using Glassy.Syntax.Parsers;
using Glassy.Wording;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Tests.Reading;

public sealed class ClassExpansionTests
{
    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    [Fact]
    public void A_table_for_each_class_has_headings_that_the_contents_list_leaves_out()
    {
        var site = new SiteFixture(
            "# T\n\n## Samples\n\n<ImagesTable dirname=\"train\" />\n\n### By hand\n\n<ImagesTable dirname=\"train\" classdigit=\"cat\" />\n",
            RecordedRun.Site);

        Assert.Equal(["samples", "by-hand"], site.Rendered[0].Toc.Select(entry => entry.Id));
        Assert.Equal(["samples", "cat", "dog", "big-fish", "by-hand"], site.Body.QuerySelectorAll("h2, h3").Select(heading => heading.Id));
    }

    [Fact]
    public void The_ten_digits_have_names_of_their_own_in_any_order() =>
        Assert.Equal(["Threes", "Zeros"], TitlesOf([.. Digits.OrderByDescending(digit => digit == "3")], total: 10).Take(2));

    [Theory]
    [InlineData("0,1,2,3,4,5,6,7,8,9", 1000)]
    [InlineData("3,4", 2)]
    [InlineData("0,1,2,3,4,5,6,7,8,a", 10)]
    public void A_class_that_is_called_by_a_number_is_called_so(string shown, int total) =>
        Assert.Equal(shown.Split(','), TitlesOf(shown.Split(','), total));

    private static IEnumerable<string> TitlesOf(string[] shown, int total)
    {
        var document = MarkdownSyntax.Parse("<ImagesTable dirname=\"test\" />\n");
        ClassExpansion.Expand(document, shown, total, WordsReader.English);
        // it was made of one
        return [.. document.OfType<HeadingBlock>().Select(heading => ((LiteralInline)heading.Inline!.FirstChild!).Content.ToString())];
    }
}
