namespace Glassy.Tests.Syntax;

public class AdmonitionTests
{
    [Theory]
    [InlineData("note")]
    [InlineData("tip")]
    [InlineData("info")]
    [InlineData("warning")]
    [InlineData("danger")]
    [InlineData("caution")]
    [InlineData("important")]
    [InlineData("secondary")]
    [InlineData("success")]
    public void Every_kind_makes_a_box_with_its_name_as_title(string kind)
    {
        var site = new SiteFixture($":::{kind}\nBody\n:::\n\nAfter\n");
        Assert.Empty(site.Problems);
        var box = site.Body.QuerySelector($"div.admonition.admonition-{kind}")!;
        Assert.Equal(
            (kind, "Body"), (box.QuerySelector(".admonition-title")!.TextContent, box.QuerySelector(".admonition-body > p")!.TextContent));
        Assert.Equal("After", box.NextElementSibling!.TextContent);
    }

    [Theory]
    [InlineData(":::tip{#id .a .b}", "id", "admonition admonition-tip a b", "tip")]
    [InlineData(":::tip[Own *title*]{.a}", "", "admonition admonition-tip a", "Own title")]
    [InlineData(":::tip {#id}", "id", "admonition admonition-tip", "tip")]
    [InlineData(":::tip Plain \\{title}", "", "admonition admonition-tip", "Plain {title}")]
    [InlineData(":::tip[A [link](https://x.org) and `code`]", "", "admonition admonition-tip", "A link and code")]
    public void Ids_classes_and_titles_are_read(string opening, string id, string classes, string title)
    {
        var box = new SiteFixture($"{opening}\nBody\n:::\n").Body.QuerySelector(".admonition")!;
        Assert.Equal((id, classes, title), (box.Id ?? "", box.ClassName, box.QuerySelector(".admonition-title")!.TextContent));
    }

    [Theory]
    [InlineData("unknown", "")]
    [InlineData("Note", "; did you mean `note`?")]
    [InlineData("notes", "; did you mean `note`?")]
    [InlineData("note-x", "; did you mean `note`?")]
    [InlineData("babel7", "")]
    public void What_stands_in_no_kind_of_box_is_there_without_it(string kind, string suggestion)
    {
        var site = new SiteFixture($":::{kind}\n\n- *x*\n\n:::\n\nAfter\n");

        Assert.StartsWith(
            $"warning: input/page.md:1:1: `:::{kind}` makes no box: there is no such admonition{suggestion}",
            "warning: " + Assert.Single(site.Problems),
            StringComparison.Ordinal);
        Assert.Equal("x", site.Body.QuerySelector("div > ul em")!.TextContent);
        Assert.DoesNotContain(":::", site.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":::unknown\nx")]
    [InlineData(":::unknown with a title\nx\n:::")]
    [InlineData(":::2nd\nx\n:::")]
    [InlineData("::note\nx\n::")]
    public void What_is_no_kind_stays_text(string markdown)
    {
        var site = new SiteFixture(markdown + "\n");
        Assert.Empty(site.Problems);
        Assert.Equal(markdown, site.Body.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Boxes_nest_in_lists_and_in_each_other_and_code_in_them_is_code()
    {
        var site = new SiteFixture(
            "- item\n\n  :::tip\n  in list\n\n  - inner\n  :::\n\n  after\n\n:::::info\n::::warning\n```md\n:::note\n::::\n```\n::::\nb\n:::::\n");
        Assert.Empty(site.Problems);
        Assert.Equal("after", site.Body.QuerySelector("li > .admonition-tip")!.NextElementSibling!.TextContent);
        Assert.Equal(":::note\n::::\n", site.Body.QuerySelector(".admonition-info .admonition-warning code")!.TextContent);
        Assert.Equal("b", site.Body.QuerySelector(".admonition-info > .admonition-body > p")!.TextContent);
    }

    [Fact]
    public void One_that_is_not_closed_is_reported_with_its_place()
    {
        var site = new SiteFixture("Text\n\n> :::note\n> Body\n\n::::tip\n\n:::info\nx\n:::\n\n:::unknown\n");
        Assert.Equal(
            [
                "input/page.md:3:3: `:::note` is not closed: everything that follows is in it; `:::` alone on a line ends it",
                "input/page.md:6:1: `:::tip` is not closed: everything that follows is in it; `::::` alone on a line ends it",
            ],
            site.Problems);
        Assert.Contains("<p>:::unknown</p>", site.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":::note{title=\"hm & *so*\"}", "hm & *so*", "", "admonition admonition-note")]
    [InlineData(":::note[Words]{#own title='hm' .a .b}", "hm", "own", "admonition admonition-note a b")]
    [InlineData(":::note{title=hm.so #own}", "hm.so", "own", "admonition admonition-note")]
    [InlineData(":::note[Words]{#own .a}", "Words", "own", "admonition admonition-note a")]
    public void Attribute_title_is_the_title(string opening, string title, string id, string classes)
    {
        var site = new SiteFixture($"{opening}\nBody\n:::\n");
        Assert.Empty(site.Problems);
        var box = site.Body.QuerySelector(".admonition")!;
        Assert.Equal((title, id, classes), (box.QuerySelector(".admonition-title")!.TextContent, box.Id, box.ClassName));
    }
}
