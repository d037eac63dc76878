namespace Glassy.Tests.Pipelines;

/// <summary>The search of a site.</summary>
public sealed class SearchFilesTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public SearchFilesTests()
    {
        _project.Write("input/index.md", "# Home\n\n<ClassReport />\n\n## Café {#place}\n\n`trainingLoss`\n");
        _project.Write("input/guide/_category_.yml", "label: Guides\nlink: {type: generated-index, description: All of them}\n");
        _project.Write("input/guide/a & b.md", "---\nkeywords: [felines]\n---\n# Cats\n");
        _project.Write("input/guide/hidden.md", "---\nunlisted: true\n---\n# Secret\n");
        _project.Write("input/draft.md", "---\ndraft: true\n---\n# Secret\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Listed_pages_and_category_pages_are_in_the_index_and_the_button_is_on_every_page()
    {
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  linkStyle: file\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var (index, terms, text) = (Read("index"), Read("terms-0"), Read("text-0"));
        Assert.Contains("\"titles\":[\"Cats\",\"Home\",\"Guides\"]", index, StringComparison.Ordinal);
        Assert.Contains(
            "\"hrefs\":[\"guide/a%20&%20b/index.html\",\"index.html\",\"category/guides/index.html\"]", index, StringComparison.Ordinal);
        Assert.Contains("\"trails\":[\"Guides\",\"\",\"\"]", index, StringComparison.Ordinal);
        Assert.Contains("\"Café\",\"place\",\"trainingLoss\"", text, StringComparison.Ordinal);
        Assert.Contains("rose 1", text, StringComparison.Ordinal); // a row of the class report
        Assert.DoesNotContain("Secret", index + text, StringComparison.Ordinal);
        Assert.DoesNotContain("ecret", terms, StringComparison.Ordinal);
        Assert.All(_project.Files("output", "*.html").Where(file => !file.EndsWith("redirect.html", StringComparison.Ordinal)), page =>
            Assert.Contains("class=\"tool search\"", _project.Read(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_that_wants_no_search_has_neither_index_nor_button()
    {
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  search: false\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(_project.Files("output/assets/search", "*"));
        Assert.DoesNotContain("tool search", _project.Read("output/index.html"), StringComparison.Ordinal);
    }

    private string Read(string name) => _project.Read($"output/assets/search/{name}.js");
}
