using AngleSharp.Html.Parser;
using Glassy.Diagnostics;

namespace Glassy.Tests.Pipelines;

/// <summary>What the program makes of an author's files, right ones and wrong ones.</summary>
public sealed class ContentTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_mistake_in_content_is_reported_with_its_place_and_the_last_good_site_stays()
    {
        _project.Write("input/index.md", "# Good\n");
        await BuiltProject.BuildAsync(_project.Root);
        var good = _project.Read("output/index.html");
        _project.Write("input/index.md", "# Bad\n\n{{ run.acuracy }}\n\n<ConfusionMatrixx />\n\n![x](/nowhere.png)\n");

        var failed = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(failed.Failed);
        var errors = failed.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.StartsWith(
            "error: input/index.md:3:1: {{ run.acuracy }}: unknown member 'acuracy'; did you mean `accuracy`?",
            errors[0],
            StringComparison.Ordinal);
        Assert.StartsWith(
            "error: input/index.md:5:1: there is no component <ConfusionMatrixx>; did you mean `ConfusionMatrix`?",
            errors[1],
            StringComparison.Ordinal);
        Assert.StartsWith("error: input/index.md:7:1: the picture `/nowhere.png` is not there", errors[2], StringComparison.Ordinal);
        Assert.Equal(good, _project.Read("output/index.html"));
    }

    [Fact]
    public async Task A_page_may_include_a_file_that_is_no_page_itself()
    {
        _project.Write("input/index.mdx", "import Note from './_note.mdx'\n\n# Page\n\n<Note name=\"x\" />\n");
        _project.Write("input/_note.mdx", "Hello {props.name}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Contains("Hello x", _project.Read("output/index.html"), StringComparison.Ordinal);
        Assert.Equal(["output/404.html", "output/index.html", "output/methods-and-checks/index.html"], _project.Files("output", "*.html"));
    }

    [Fact]
    public async Task Missing_pictures_are_warnings_where_that_is_asked_for()
    {
        _project.Write("input/index.md", "# Page\n\n![x](/nowhere.png)\n");

        var built = await BuiltProject.BuildAsync(_project.Root, Severity.Warning);

        Assert.False(built.Failed);
        Assert.StartsWith("warning: input/index.md:3:1: the picture `/nowhere.png`", built.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_static_folder_is_the_sites_root()
    {
        _project.Write(
            "input/index.md", "# Page\n\n![x](/img/dot.svg) ![y](@site/static/img/dot.svg) [z](/_files/a%20b.md)\n\n![q](/img/dto.svg)\n");
        _project.Write("static/img/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"/>");
        _project.Write("static/_files/a b.md", "as it is");
        _project.Write("static/robots.txt", "User-agent: me\n");

        var built = await BuiltProject.BuildAsync(_project.Root, Severity.Warning);

        Assert.False(built.Failed);
        Assert.Equal(
            "warning: input/index.md:5:1: the picture `/img/dto.svg` is not there: neither the project nor the run has it; did you mean `/img/dot.svg`?\n",
            built.Errors);
        Assert.Equal(("as it is", "User-agent: me\n"), (_project.Read("output/_files/a b.md"), _project.Read("output/robots.txt")));
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        var pictures = page.QuerySelectorAll("article p img").Select(img => img.GetAttribute("src")!).ToList();
        Assert.Matches(@"^\./assets/img/dot-[0-9a-f]{8}\.svg$", pictures[0]);
        Assert.Equal([pictures[0], "/img/dto.svg"], pictures.Skip(1));
        Assert.Contains("<svg", _project.Read("output/img/dot.svg"), StringComparison.Ordinal);
        Assert.Equal("./_files/a%20b.md", page.QuerySelector("article p a")!.GetAttribute("href"));
    }
}
