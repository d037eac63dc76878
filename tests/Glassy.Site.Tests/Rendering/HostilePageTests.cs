namespace Glassy.Tests.Rendering;

/// <summary>
/// Pages that ended the process, or were bugs to it: each is a mistake of its own, and other pages' mistakes are told too.
/// </summary>
public sealed class HostilePageTests
{
    private const string Other = "\n-- other.md --\n{{ unknown }}\n";

    public static TheoryData<string, string> Pages => new()
    {
        { "# H\n\n## <TOCInline toc={toc} />", "input/page.md:3:4: <TOCInline>: it cannot stand in a heading, which it would list" },
        { "a <E\nb", "input/page.md:1:3: <E>: the tag <E does not end: `>` or `/>` expected" },
        { "# H\n\n" + new string('[', 3000), "input/page.md:3:1: the page is nested too deeply to be read" },
        { "# H\n\n" + new string('[', 100_000), "input/page.md:3:1: the page is nested too deeply to be read" },
        { "# H\n\n" + string.Concat(Enumerable.Repeat("> ", 3000)) + "x", "input/page.md:3:1: the page is nested too deeply to be read" },
        { "# H\n\n{"
            + new string('[', 100_000)
            + new string(']', 100_000)
            + "}", "input/page.md:3:1: the page is nested too deeply to be read" },
        { "[k](javascript:alert(1))", "input/page.md:1:1: the address `javascript:alert(1)` has the scheme `javascript`" },
        { "<javascript:alert(1)>", "input/page.md:1:1: the address `javascript:alert(1)` has the scheme `javascript`" },
        { "<a href=\" java\nscript:x\">k</a>", "input/page.md:1:9: the address ` javascript:x` has the scheme `javascript`" },
        { "<iframe src=\"data:text/html,x\"></iframe>", "input/page.md:1:13: the address `data:text/html,x` has the scheme `data`" },
        { "<form action=\"javascript:x\"></form>", "input/page.md:1:14: the address `javascript:x` has the scheme `javascript`" },
        { "<object data=\"javascript:x\"></object>", "input/page.md:1:14: the address `javascript:x` has the scheme `javascript`" },
        { "---\ncustom_edit_url: \"javascript:x\"\n---\n# H", "input/page.md:2:18: `custom_edit_url`: the address `javascript:x` has the scheme `javascript`" },
        { "---\nslug: /"
            + new string('0', 300)
            + "\n---\n# H", "input/page.md:2:7: `slug`: a part of it has 300 bytes, expected 200 or fewer" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_a_mistake_and_the_next_one_is_read(string page, string expected)
    {
        var problems = new SiteFixture("-- page.md --\n" + page + Other).Problems;

        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("input/other.md:1:1: {{ unknown }}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_browser_would_run_is_not_on_the_page_whatever_broken_links_are()
    {
        var site = new SiteFixture(
            "[k](javascript:alert(1)) <a href=\"javascript:alert(1)\">k</a>",
            config: new Glassy.Configuration.SiteConfig { OnBrokenLinks = null, OnBrokenImages = null });

        Assert.Equal(2, site.Problems.Count);
        Assert.DoesNotContain("javascript:", site.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_and_a_sidebar_do_not_lead_to_scripts_either()
    {
        var site = new SiteFixture(
            "-- page.md --\n# A\n-- site/redirects.yml --\n/old: \"javascript:x\"\n-- site/sidebars.yml --\nside:\n  - type: link\n    label: x\n    href: \"javascript:x\"\n-- site/navbar.yml --\n- label: n\n  href: \"javascript:x\"\n");

        Assert.Equal(
            ["site/navbar.yml", "site/redirects.yml", "site/sidebars.yml"],
            site.Diagnostics
                .Where(mistake => mistake.Message.Contains("has the scheme `javascript`", StringComparison.Ordinal))
                .Select(mistake => mistake.File)
                .Order(StringComparer.Ordinal));
    }
}
