using Glassy.Components.Binding;
using Glassy.Components.Layout;

namespace Glassy.Tests.Components.Layout;

public sealed class ProjectFilesTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void CodeRegion_cuts_dedents_and_colours_a_region_of_a_real_file()
    {
        _project.Write(
            "src/A.cs",
            "class A\n{\n    #region loop\n    // region: inner\n    for (;;)\n    {\n        // <go>\n    }\n    // endregion\n\n    #endregion\n}\n");
        var site = Render("<CodeRegion file=\"src/A.cs\" region=\"loop\" />");
        var model = site.Templates.Model<CodeRegion.Model>();
        Assert.Empty(site.Problems);
        Assert.Equal(("src/A.cs", "csharp", 4), (model.Title, model.Language, model.StartLine));
        Assert.Equal("<i class=\"k\">for</i> (;;)\n{\n    <i class=\"c\">// &lt;go&gt;</i>\n}\n", model.Html.Value);
        Assert.Equal("https://example.org/x/blob/HEAD/src/A.cs#L4-L9", model.Href);
    }

    [Fact]
    public void A_missing_region_names_those_that_there_are()
    {
        _project.Write("a.py", "# region: train\nx = 1\n# endregion\n");
        var site = Render("<CodeRegion file=\"a.py\" region=\"trian\" />");
        Assert.Equal(
            ["input/page.md:1:32: <CodeRegion> `region`: `a.py` has no region `trian`; did you mean `train`? known: train"], site.Problems);
    }

    [Fact]
    public void WorkspaceTree_shows_the_project_without_what_is_made()
    {
        foreach (var file in new[]
        {
            "src/A/B.cs",
            "src/x.cs",
            "README.md",
            "bin/a",
            "output/i.html",
            ".git/x",
            "data/runs/1/run.json",
            "data/test/1.png",
            "a.md"
        })
        {
            _project.Write(file, "");
        }

        var model = Render("<WorkspaceTree depth={2} caption=\"C\" />").Templates.Model<WorkspaceTree.Model>();
        Assert.Equal("C", model.Caption);
        Assert.Equal(".\n├── data\n│   └── test\n├── src\n│   ├── A\n│   └── x.cs\n├── README.md\n└── a.md", model.Text);
    }

    [Fact]
    public void WorkspaceTree_takes_a_tree_written_by_hand()
    {
        var model = Render("<WorkspaceTree>\n\n```\n.\n└── a  the first\n```\n\n</WorkspaceTree>").Templates.Model<WorkspaceTree.Model>();
        Assert.Equal(".\n└── a  the first", model.Text);
    }

    private SiteFixture Render(string page) =>
        new(page, new ComponentSite { Project = _project.Folder, Repository = "https://example.org/x" });
}
