namespace Glassy.Tests.Reading;

/// <summary>Footnotes wherever they are defined, numbered over a page and all that it includes.</summary>
public class FootnoteTests
{
    [Theory]
    [InlineData("- A[^n]\n\n  [^n]: in a list\n- B", "in a list")]
    [InlineData("> A[^n]\n>\n> [^n]: in *a* quote", "in a quote")]
    [InlineData(":::note\n\nA[^n]\n\n[^n]: in a box\n\n:::", "in a box")]
    [InlineData("A[^n]\n\n[^n]:\n    below\n    its label", "below\nits label")]
    [InlineData("A[^n]\n[^n]: right behind\nlazily", "right behind\nlazily")]
    [InlineData("A[^n]\n\n[^n]: a\n\n    ```text\n    b\n\n    c\n    ```\n\nend", "a\nb\n\nc")]
    [InlineData("A[^n]\n\n[^n]: first\n\n[^n]: second", "first")]
    public void They_are_defined_anywhere_and_stand_at_the_end(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        var body = site.Body;
        Assert.Equal("1", body.QuerySelector("sup a#user-content-fnref-n")!.TextContent);
        var note = Assert.Single(body.QuerySelectorAll("body > .footnotes > ol > li"));
        note.QuerySelector(".data-footnote-backref")!.Remove();
        Assert.Equal(expected, note.TextContent.Trim());
        Assert.DoesNotContain("[^n]", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_run_through_partials_as_in_one_document()
    {
        var site = new SiteFixture("""
            -- page.md --
            import P from './_p.mdx';

            A[^1]

            <P name="x" />

            B[^z] and A again[^1], <P name="y" />

            [^1]: page one
            [^z]: page z
            -- _p.mdx --
            P[^1] {props.name}

            [^1]: partial {props.name}
            """);
        Assert.Empty(site.Problems);
        var body = site.Body;
        Assert.Equal(["1", "2", "3", "1", "4"], body.QuerySelectorAll("[data-footnote-ref]").Select(link => link.TextContent));
        Assert.Equal(
            ["user-content-fn-1", "user-content-fn-1_2", "user-content-fn-z", "user-content-fn-1_3"],
            body.QuerySelectorAll(".footnotes li").Select(item => item.Id));
        Assert.Equal(
            ["page one", "partial x", "page z", "partial y"],
            body.QuerySelectorAll(".footnotes li").Select(item => item.TextContent.Split('↩')[0].Trim()));
        Assert.Equal(
            ["Back to reference 1", "Back to reference 1-2"],
            body.QuerySelectorAll(".footnotes li:first-child a").Select(link => link.GetAttribute("aria-label")));
        Assert.Single(body.QuerySelectorAll(".footnotes"));
        var ids = body.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(body.QuerySelectorAll("sup a, .data-footnote-backref"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void A_footnote_may_refer_to_another_and_end_in_anything()
    {
        var site = new SiteFixture("A[^a]\n\n[^b]: B\n[^a]: see[^b]\n\n    - list\n");
        Assert.Equal(["user-content-fn-a", "user-content-fn-b"], site.Body.QuerySelectorAll(".footnotes li[id]").Select(item => item.Id));
        Assert.Equal("#user-content-fnref-a", site.Body.QuerySelector(".footnotes li > p:last-child > a")!.GetAttribute("href"));
    }

    [Fact]
    public void One_that_begins_a_page_is_not_its_description()
    {
        var site = new SiteFixture("[^a]: note\n\nText[^a]\n");
        Assert.Equal("Text", site.Map.Pages[0].Description);
    }
}
