using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>The Markdown beside every page, and the list of it.</summary>
public sealed class PlainPagesTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public PlainPagesTests()
    {
        _project.Write(
            "input/index.md",
            "---\ntags: [Big]\ntitle: Home\ndescription: Where it begins\n---\nRight {{ run.correct }} times. See [a](./guide/a.md#deep).\n");
        _project.Write("input/guide/_category_.yml", "label: Guides\nlink: {type: generated-index, description: All of them}\n");
        _project.Write(
            "input/guide/a.md",
            "# A\n\n## Deep\n\n<ClassReport />\n\n<ImagesTable dirname=\"test\" classdigit=\"rose\" heading=\"Roses\" size={12} />\n");
        _project.Write("input/guide/hidden.md", "---\nunlisted: true\n---\n# Hidden\n");
        _project.Write("input/draft.md", "---\ndraft: true\n---\n# Draft\n");
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("", "guide/a/index.md", "guide/a/index.html", "https://example.org/docs/guide/a#deep")]
    [InlineData("  trailingSlash: true\n", "guide/a/index.md", "guide/a/index.html", "https://example.org/docs/guide/a/#deep")]
    [InlineData("  trailingSlash: false\n", "guide/a.md", "guide/a.html", "https://example.org/docs/guide/a#deep")]
    public async Task Every_page_has_its_Markdown_beside_it_and_leads_to_it(string setting, string markdown, string page, string link)
    {
        Configure("  url: https://example.org\n  basePath: /docs\n" + setting);

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Matches(
            $@"^# Home\n\nRight \d+ times\. See \[a\]\({System.Text.RegularExpressions.Regex.Escape(link)}\)\.\n$",
            _project.Read("output/index.md"));
        var text = _project.Read("output/" + markdown);
        Assert.StartsWith("# A\n\n## Deep\n\n**How well each class is told from the others**", text, StringComparison.Ordinal);
        Assert.Contains("\n| Class | Precision | Recall | F1 | Support |\n| --- | ---: |", text, StringComparison.Ordinal);
        Assert.Contains($"**Roses**", text, StringComparison.Ordinal);
        Assert.Contains(
            $"5 pictures, [shown on the page]({link.Replace("#deep", "", StringComparison.Ordinal)})", text, StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(_project.Read("output/" + page));
        Assert.Equal(Path.GetFileName(markdown), html.QuerySelector(".as-markdown a")!.GetAttribute("href"));
        Assert.Equal(Path.GetFileName(markdown), html.QuerySelector("link[type='text/markdown']")!.GetAttribute("href"));
        Assert.DoesNotContain("text/markdown", _project.Read("output/404.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_pages_has_sections_and_neither_unlisted_pages_nor_drafts()
    {
        Configure("  url: https://example.org\n  basePath: /docs\n  tagline: What grows *here*\n");

        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);

        Assert.Equal(
            "# Flowers\n\n> What grows \\*here\\*\n\n## Guides\n\n- [Guides](https://example.org/docs/category/guides/index.md): All of them\n"
            + "- [A](https://example.org/docs/guide/a/index.md): Deep\n\n## Pages\n\n- [Home](https://example.org/docs/index.md): Where it begins\n",
            _project.Read("output/llms.txt"));
        Assert.Equal(
            "# Guides\n\nAll of them\n\n- [A](https://example.org/docs/guide/a): Deep\n", _project.Read("output/category/guides/index.md"));
        Assert.Equal("# Big\n\n- [Home](https://example.org/docs/): Where it begins\n", _project.Read("output/tags/big/index.md"));
        Assert.Equal("# Hidden\n", _project.Read("output/guide/hidden/index.md"));
    }

    [Fact]
    public async Task An_authors_own_files_win_and_without_the_sites_address_links_are_relative()
    {
        Configure("");
        _project.Write("static/guide/a/index.md", "mine");

        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);

        Assert.Equal("mine", _project.Read("output/guide/a/index.md"));
        Assert.Contains("[a](./guide/a#deep)", _project.Read("output/index.md"), StringComparison.Ordinal);
        Assert.Contains("- [Home](./index.md)", _project.Read("output/llms.txt"), StringComparison.Ordinal);
    }

    private void Configure(string site) =>
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  title: Flowers\n" + site);
}
