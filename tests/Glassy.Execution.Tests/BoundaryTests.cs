using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Tests;

/// <summary>What content may show: files of the project, by whatever way they are named.</summary>
public sealed class BoundaryTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly TemporaryProject _elsewhere = new();

    public BoundaryTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links take a privilege on Windows");
        _project.Write("input/page.md", "x");
        _project.Write("input/deep/other.md", "x");
        _project.Write(".git/config", "token");
        _project.Write("input/.env", "token");
        var secret = _elsewhere.Write("secret", "token");
        Link("input/out", secret);
        Link("input/folder", _elsewhere.Root);
        Link("input/chain", "out");
        Link("input/git", "../.git");
        Link("input/again", "page.md");
        Link("input/up", "..");
        Link("input/self", "self");
        Link("input/relative-out", $"../../{Path.GetFileName(_elsewhere.Root)}/secret");
    }

    public void Dispose()
    {
        _project.Dispose();
        _elsewhere.Dispose();
    }

    [Theory]
    [InlineData("input/page.md")]
    [InlineData("./input/deep/../page.md")]
    [InlineData("input/again")]
    [InlineData("input/not-there.md")]
    [InlineData(".")]
    public void A_file_of_the_project_is_shown(string path) => Assert.Null(_project.Folder.WhyClosed(path));

    [Theory]
    [InlineData("../x", "outside of the project")]
    [InlineData("..", "outside of the project")]
    [InlineData("input/../../x", "outside of the project")]
    [InlineData("/etc/passwd", "outside of the project")]
    [InlineData("/proc/self/environ", "outside of the project")]
    [InlineData("/dev/zero", "outside of the project")]
    [InlineData(".git/config", "hidden")]
    [InlineData("input/.env", "hidden")]
    [InlineData("input/../.git/config", "hidden")]
    [InlineData("input/..data", "hidden")]
    [InlineData("input/out", "a link that leads out of the project")]
    [InlineData("input/chain", "a link that leads out of the project")]
    [InlineData("input/folder", "a link that leads out of the project")]
    [InlineData("input/folder/secret", "a link that leads out of the project")]
    [InlineData("input/relative-out", "a link that leads out of the project")]
    [InlineData("input/git/config", "a link to a hidden file")]
    [InlineData("input/up", "in a circle")]
    [InlineData("input/self", "in a circle")]
    public void Nothing_else_is(string path, string reason) =>
        Assert.Contains(reason, _project.Folder.WhyClosed(path), StringComparison.Ordinal);

    [Fact]
    public void A_project_that_is_reached_by_a_link_is_inside_itself()
    {
        var link = Path.Combine(_elsewhere.Root, "project");
        Directory.CreateSymbolicLink(link, _project.Root);

        Assert.Null(new ProjectFolder(link).WhyClosed("input/page.md"));
        Assert.NotNull(new ProjectFolder(link).WhyClosed("input/out"));
    }

    [Fact]
    public void All_links_that_lead_out_of_a_folder_are_named_at_once_and_nothing_is_listed()
    {
        var error = Assert.Throws<DiagnosticException>(() => ContentFiles.In(_project.PathOf("input"), _project.Folder));

        Assert.Equal(
            ["input/chain", "input/folder", "input/git", "input/out", "input/relative-out", "input/self", "input/up"],
            error.Diagnostics.Select(mistake => mistake.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_inside_the_project_are_files_like_others()
    {
        foreach (var link in new[] { "chain", "folder", "git", "out", "relative-out", "self", "up" })
        {
            File.Delete(_project.PathOf($"input/{link}"));
        }

        Link("input/more", "deep");

        Assert.Equal(
            ["again", "deep/other.md", "more/other.md", "page.md"],
            ContentFiles.In(_project.PathOf("input"), _project.Folder).Select(file => file.Relative));
        Assert.Empty(ContentFiles.In(_project.PathOf("none"), _project.Folder));
    }

    [Fact]
    public void A_circle_behind_a_link_is_named_where_it_closes_however_many_lead_into_it()
    {
        _project.Write("static/a.txt", "x");
        _project.Write("pages/b.txt", "x");
        Link("pages/more", "../static");
        Link("static/one", ".");
        Link("static/two", ".");

        var error = Assert.Throws<DiagnosticException>(() => ContentFiles.In(_project.PathOf("pages"), _project.Folder));

        Assert.Equal(["pages/more/one", "pages/more/two"], error.Diagnostics.Select(mistake => mistake.File).Order(StringComparer.Ordinal));
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(_project.PathOf(path), target);
}
