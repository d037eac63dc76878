namespace Glassy.Tests.Rendering;

public class PartialTests
{
    [Fact]
    public void Partials_take_props_children_and_other_partials()
    {
        var site = new SiteFixture("""
            -- a/page.md --
            import Note from './_note.mdx';
            import Two from '@site/docs/_two.md'

            <Note name="x" count={3}>

            *children*

            </Note>

            Inline <Two what="y" /> too

            | t |
            |---|
            | <Two what="z" /> |
            -- a/_note.mdx --
            import Two from '../_two.md';

            Name {props.name}, count {props.count}{props.none}.

            {props.children}

            <Two what={props.name} />
            -- _two.md --
            ---
            title: Ignored
            ---
            **{props.what}**
            """);
        Assert.Empty(site.Problems);
        Assert.Equal("Name x, count 3.", site.Body.QuerySelector("p")!.TextContent);
        Assert.Equal("children", site.Body.QuerySelector("em")!.TextContent);
        Assert.Equal(["x", "y", "z"], site.Body.QuerySelectorAll("strong").Select(e => e.TextContent));
        Assert.Equal("z", site.Body.QuerySelector("td strong")!.TextContent);
        Assert.Single(site.Rendered);
    }

    [Fact]
    public void Headings_of_partials_join_the_ids_and_the_contents_of_the_page()
    {
        var site = new SiteFixture("""
            -- page.md --
            import P from './_p.md';

            ## Setup

            <P name="One" />

            - <P name="Two" />

            ## Setup
            -- _p.md --
            ## Setup
            ### For {props.name}
            """);
        Assert.Empty(site.Problems);
        string[] ids = ["setup", "setup-1", "for-propsname", "setup-2", "for-propsname-1", "setup-3"];
        Assert.Equal(ids, site.Body.QuerySelectorAll("h2, h3").Select(h => h.Id));
        Assert.Equal(ids, site.Rendered[0].Toc.Select(entry => entry.Id));
        Assert.Equal("For Two", site.Rendered[0].Toc[4].Html.Value);
    }

    [Fact]
    public void A_mistake_in_a_partial_is_reported_where_it_is_with_the_page_that_includes_it()
    {
        var site = new SiteFixture("""
            -- page.md --
            import P from './sub/_p.md';

            text <P />

            [no](./nowhere.md)
            -- sub/_p.md --
            ---
            id: x
            ---

            a <Nope /> {props.a.b}

            [page](../page.md) [no](./nowhere.md)

            ## A {#x}
            ## B {#x}
            """);
        Assert.Equal(
            [
                "input/page.md:5:1",
                "input/sub/_p.md:5:3",
                "input/sub/_p.md:5:13",
                "input/sub/_p.md:7:20",
                "input/sub/_p.md:10:1",
            ],
            site.Problems.Select(problem => string.Join(':', problem.Split(':').Take(3))));
        Assert.All(site.Problems.Skip(1), problem => Assert.EndsWith("(included by input/page.md)", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_partial_that_includes_itself_is_an_error_that_names_the_way()
    {
        var site = new SiteFixture("""
            -- page.md --
            import A from './_a.md';

            <A />
            -- _a.md --
            import B from './_b.md';

            a <B />
            -- _b.md --
            import A from './_a.md';

            b

            <A />
            """);
        Assert.Equal(
            ["input/_b.md:5:1: <A> includes itself: input/_a.md → input/_b.md → input/_a.md (included by input/page.md)"],
            site.Problems);
    }

    [Fact]
    public void Addresses_in_a_partial_are_relative_to_the_partial()
    {
        var site = new SiteFixture("""
            -- a/page.md --
            import P from '../b/_p.md';

            <P />
            -- b/_p.md --
            [other](./other.md)
            -- b/other.md --
            # Other
            """);
        Assert.Empty(site.Problems);
        Assert.Contains("href=\"../../b/other\"", site.HtmlOf("a/page.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Partials_that_include_one_another_again_and_again_end_in_an_error()
    {
        var levels = string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"-- _p{i}.md --\nimport P from './_p{i + 1}.md';\n\n<P />\n\n<P />\n"));
        var site = new SiteFixture($"-- page.md --\nimport P from './_p0.md';\n\n<P />\n{levels}-- _p20.md --\nx\n");
        Assert.Contains("more than 2000 partials are included on one page", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<P>\n\nChild\n\n</P>", "<p>Child</p><p>after</p>")]
    [InlineData("<P>\n\n- one\n\n</P>", "<ul><li>one</li></ul><p>after</p>")]
    [InlineData("<P />", "<p>after</p>")]
    [InlineData("<P><b>bold</b></P>", "<p><b>bold</b></p><p>after</p>")]
    public void No_paragraph_is_around_children_that_are_blocks(string use, string expected)
    {
        var site = new SiteFixture(
            $"-- page.md --\n---\nhide_title: true\n---\nimport P from './_p.md';\n\n{use}\n-- _p.md --\n{{props.children}}\n\nafter\n");
        Assert.Empty(site.Problems);
        Assert.Equal(expected, site.Html.Replace("\n", "", StringComparison.Ordinal));
    }
}
