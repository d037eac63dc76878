using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Links;

namespace Glassy.Tests.Links;

public class LinkTests
{
    private static readonly SiteFiles Pictures = new(new Dictionary<string, PictureSize?>
    {
        ["assets/datasets/mnist/custom-test/0.png"] = new(28, 28),
        ["assets/datasets/mnist/custom-test/1.png"] = new(28, 28),
        ["img/robot.png"] = new(4, 4),
    });

    [Fact]
    public void Anchors_that_are_not_there_are_reported_with_the_links_place_and_the_nearest_one()
    {
        var site = new SiteFixture("""
            -- a.md --
            # Title

            ## Getting started

            [same](#getting-startd) and [there](#getting-started)

            > [other](./b.md#instal) [query](/b?x=1#uninstall-it)
            -- b.md --
            ## Install
            """);
        Assert.Equal(
            [
                "input/a.md:5:1: the link `#getting-startd` leads to no anchor: the page `/a` has no `getting-startd`; did you mean `getting-started`?",
                "input/a.md:7:3: the link `./b.md#instal` leads to no anchor: the page `/b` has no `instal`; did you mean `install`?",
                "input/a.md:7:26: the link `/b?x=1#uninstall-it` leads to no anchor: the page `/b` has no `uninstall-it`",
            ],
            site.Problems);
        Assert.All(site.Diagnostics, diagnostic => Assert.Equal(Severity.Warning, diagnostic.Severity));
    }

    [Fact]
    public void Every_id_that_a_rendered_page_has_is_an_anchor()
    {
        var site = new SiteFixture("""
            -- a.md --
            [1](b.md#own) [2](b.md#%C3%BCn%C3%AF) [3](b.md#in-html) [4](b.md#named) [5](b.md#user-content-fn-1)
            [6](b.md#from-partial) [7](b.md#) [8](#top) [9](b.md#jsx) [10](b.md#own:~:text=words) [11](b.md#a"b)
            -- b.md --
            import Part from './_part.mdx'

            ## Own heading {#own}

            ### Ünï

            <div title="a > b" id='in-html'><a href="https://example.org" name="named">x</a></div>

            Note[^1] <span id="a&quot;b">x</span>

            <Part />

            <section className="x" id="jsx">

            y

            </section>

            [^1]: Foot
            -- _part.mdx --
            ## From partial
            """);
        Assert.Empty(site.Problems);
    }

    [Fact]
    public void Text_and_code_that_look_like_an_id_are_none()
    {
        var site = new SiteFixture("[x](#y) id=\"y\" `<p id=\"y\">`\n\n```html\n<p id=\"y\">\n```\n");
        Assert.Equal(["input/page.md:1:1: the link `#y` leads to no anchor: the page `/page` has no `y`"], site.Problems);
    }

    [Fact]
    public void A_broken_anchor_in_a_partial_is_reported_in_the_partial()
    {
        var site = new SiteFixture("""
            -- a.md --
            import Part from './_part.mdx'

            ## Here

            <Part />
            -- _part.mdx --
            Text

            See [above](#here) and [x](#hree).
            """);
        Assert.Equal(
            ["input/_part.mdx:3:24: the link `#hree` leads to no anchor: the page `/a` has no `hree`; did you mean `here`? (included by input/a.md)"],
            site.Problems);
    }

    [Theory]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Warning)]
    [InlineData(null)]
    public void What_leads_nowhere_is_as_serious_as_the_author_wants(Severity? severity)
    {
        var config = new SiteConfig { OnBrokenLinks = severity, OnBrokenAnchors = severity, OnBrokenImages = severity };
        var site = new SiteFixture("[a](/nowhere) [b](#nowhere) ![c](/nowhere.png)\n", config: config);
        Assert.Equal(severity is null ? [] : [severity.Value, severity.Value, severity.Value], site.Diagnostics.Select(d => d.Severity));
    }

    [Theory]
    [InlineData("/assets/datasets/minst/custom-test/0.png", "/assets/datasets/mnist/custom-test/0.png")]
    [InlineData("img/Robto.png", "/img/robot.png")]
    [InlineData("/img/robot.jpg", "/img/robot.png")]
    [InlineData("elsewhere/far/away/robot.png", "/img/robot.png")]
    [InlineData("@site/static/img/robt.png", "/img/robot.png")]
    [InlineData("/im/robt.png?x=1", "/img/robot.png")]
    [InlineData("/nowhere.gif", null)]
    public void A_picture_that_is_not_there_names_the_nearest_that_is(string url, string? nearest)
    {
        var site = new SiteFixture($"# T\n\n- ![x]({url})\n", siteFiles: Pictures);
        var suggestion = nearest is null ? "" : $"; did you mean `{nearest}`?";
        Assert.Equal(
            [$"input/page.md:3:3: the picture `{url}` is not there: neither the project nor the run has it{suggestion}"], site.Problems);
    }

    [Fact]
    public void A_file_that_is_not_there_names_the_nearest_that_is()
    {
        var site = new SiteFixture(
            "[a](/img/robt.png)\n\n<img src={require('@site/static/img/robt.png').default} />\n", siteFiles: Pictures);
        Assert.Equal(
            [
                "input/page.md:1:1: the link `/img/robt.png` leads nowhere: no page or file of the site is there; did you mean `/img/robot.png`?",
                "input/page.md:3:11: the file `@site/static/img/robt.png` is not there: neither the project nor the run has it; did you mean `/img/robot.png`?",
            ],
            site.Problems);
    }

    [Fact]
    public void Of_two_pages_that_are_equally_near_the_first_by_its_address_is_named()
    {
        var site = new SiteFixture("-- a.md --\n---\nslug: /step-3\n---\n[x](/step-1)\n-- b.md --\n---\nslug: /step-2\n---\n");
        Assert.Equal(
            ["input/a.md:4:1: the link `/step-1` leads nowhere: no page or file of the site is there; did you mean `/step-2`?"],
            site.Problems);
    }

    [Fact]
    public void Docusaurus_addresses_lead_where_they_did()
    {
        var site = new SiteFixture("""
            -- a/page.md --
            [s](@site/static/img/robot.png) ![s](@site/static/img/robot.png) [d](@site/docs/b.md#x) [p](pathname:///api/x.html?y#z) ![p](pathname:///live.png)
            -- b.md --
            ## X
            """, siteFiles: Pictures);
        Assert.Empty(site.Problems);
        var hrefs = System.Text.RegularExpressions.Regex.Matches(site.HtmlOf("a/page.md"), "(?:href|src)=\"([^\"]*)\"")
            .Select(match => match.Groups[1].Value);
        Assert.Equal(["../../img/robot.png", "../../img/robot.png", "../../b#x", "../../api/x.html?y#z", "../../live.png"], hrefs);
    }

    [Fact]
    public void Links_lead_to_pages_that_are_made()
    {
        var site = new SiteFixture("""
            -- index.md --
            ---
            tags: [Big Picture]
            ---
            [tags](/tags) [tag](tags/big-picture#x) [category](/category/guides/) [typo](/tags/big-pictur)
            -- guide/_category_.yml --
            label: Guides
            link: {type: generated-index}
            -- guide/a.md --
            # A
            """);
        Assert.Equal(
            ["input/index.md:4:71: the link `/tags/big-pictur` leads nowhere: no page or file of the site is there; did you mean `/tags/big-picture`?"],
            site.Problems);
        Assert.Contains(
            "<a href=\"./tags\">tags</a> <a href=\"./tags/big-picture#x\">tag</a> <a href=\"./category/guides/\">category</a>",
            site.HtmlOf("index.md"),
            StringComparison.Ordinal);
    }
}
