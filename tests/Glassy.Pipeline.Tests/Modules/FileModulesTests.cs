using Glassy.Execution;
using Glassy.Modules;

namespace Glassy.Tests.Modules;

public sealed class FileModulesTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Output => _project.PathOf("output");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Files_are_read_in_ordinal_order_without_hidden_ones()
    {
        foreach (var file in new[] { "b.md", "a/z.md", "B.md", ".hidden.md", ".git/x.md", "a/x.txt" })
        {
            _project.Write(Path.Combine("input", file), file);
        }

        var documents = await ReadAsync(
            new ReadFiles(_project.PathOf("input"), _project.Folder, f => f.EndsWith(".md", StringComparison.Ordinal)));

        Assert.Equal(["B.md", "a/z.md", "b.md"], documents.Select(d => d.Destination));
        Assert.Equal("a/z.md", documents[1].Text);
    }

    [Fact]
    public async Task Copied_files_go_below_their_destination()
    {
        _project.Write("theme/css/a.css", "x");

        var documents = await ReadAsync(new CopyFiles(_project.PathOf("theme"), _project.Folder, "assets"));

        var document = Assert.Single(documents);
        Assert.Equal(("assets/css/a.css", null), (document.Destination, document.Content));
    }

    [Fact]
    public async Task What_a_build_had_written_when_it_was_ended_is_known_to_the_next_one()
    {
        await WriteAsync(("a.html", "1"));
        Directory.CreateDirectory(Path.Combine(Output, "b.html")); // which stops the writing of pages, after other files

        Assert.NotNull(await Record.ExceptionAsync(() => WriteAsync(("a.html", "1"), ("b.html", "1"), ("s/secret.txt", "1"))));
        Assert.True(File.Exists(Path.Combine(Output, "s/secret.txt")));
        Directory.Delete(Path.Combine(Output, "b.html"));
        await WriteAsync(("a.html", "1"));

        Assert.False(Directory.Exists(Path.Combine(Output, "s")));
        Assert.Equal(["a.html"], new SiteManifest(Output).Read());
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_stops_the_build_before_the_first_file()
    {
        _project.Write("a.txt", "x");
        var result = await RunAsync(
        [
            new Document { Destination = "a.txt", Source = _project.PathOf("a.txt") },
            new Document { Destination = "b.txt", Source = _project.PathOf("gone.txt") },
        ]);

        Assert.Equal(_project.PathOf("gone.txt"), Assert.Single(result.Diagnostics).File);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../x")]
    [InlineData("link/passwd")]
    [InlineData("")]
    public void A_list_of_files_that_names_others_is_not_followed(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links take a privilege on Windows");
        var kept = _project.Write("x", "mine");
        Directory.CreateDirectory(Output);
        Directory.CreateSymbolicLink(Path.Combine(Output, "link"), _project.Root);
        _project.Write("output/.glassy-files", $"a.html\n{name}\n");

        var error = Assert.Throws<InvalidDataException>(() => new SiteManifest(Output).RemoveAll());

        Assert.Contains($".glassy-files:2: names `{name}`", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(kept));
    }

    [Fact]
    public async Task Only_changed_bytes_are_written_and_only_what_an_earlier_build_wrote_is_removed()
    {
        await WriteAsync(("a.html", "1"), ("b.html", "1"), ("c/d.txt", "1"));
        _project.Write("output/foreign.txt", "mine");
        var untouched = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(Output, "a.html"), untouched);

        var report = await WriteAsync(("a.html", "1"), ("b.html", "2"));

        Assert.Equal(new WriteReport(Written: 1, Unchanged: 1, Removed: 1, Pages: 2), report);
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(Path.Combine(Output, "a.html")));
        Assert.Equal("2", await File.ReadAllTextAsync(Path.Combine(Output, "b.html"), Token));
        Assert.False(File.Exists(Path.Combine(Output, "c/d.txt")));
        Assert.True(File.Exists(Path.Combine(Output, "foreign.txt")));
    }

    [Fact]
    public async Task Folders_that_are_empty_without_an_earlier_builds_files_are_removed_with_them_and_no_others()
    {
        await WriteAsync(("a/a.html", "1"), ("a/b/index.html", "1"), ("kept/index.html", "1"), ("shared/index.html", "1"));
        _project.Write("output/shared/foreign.txt", "mine");
        Directory.CreateDirectory(Path.Combine(Output, "foreign"));

        await WriteAsync(("a.html", "1"), ("kept/other.html", "1"));

        Assert.Equal(
            ["foreign", "kept", "shared"],
            Directory.EnumerateDirectories(Output, "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));

        await WriteAsync();

        Assert.True(Directory.Exists(Output));
    }

    [Fact]
    public async Task Two_sources_for_one_file_are_an_error_that_names_both_and_nothing_is_written()
    {
        var result = await RunAsync([
            new Document { Source = "x.md", Destination = "a.html" }.WithText("1"),
            new Document { Source = "y.md", Destination = "a.html" }.WithText("2"),
        ]);

        Assert.Contains("two sources for 'a.html': x.md and y.md", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task A_changed_file_is_replaced_whole_under_the_eyes_of_who_reads_the_old_one()
    {
        await WriteAsync(("a.html", "the old page"));
        using var reading = new StreamReader(new FileStream(
            Path.Combine(Output, "a.html"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        await WriteAsync(("a.html", "new"));

        Assert.Equal("the old page", await reading.ReadToEndAsync(Token));
        Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(Output, "a.html"), Token));
        Assert.Empty(Directory.GetFiles(Output, "*.part"));
    }

    [Fact]
    public async Task Pages_are_written_after_what_they_show()
    {
        await WriteAsync(("a.html", "old"));

        Directory.CreateDirectory(Path.Combine(Output, "a.png")); // so that the picture cannot be written

        Assert.NotNull(await Record.ExceptionAsync(() => WriteAsync(("a.html", "shows a.png"), ("a.png", "picture"))));

        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(Output, "a.html"), Token));
    }

    [Fact]
    public async Task A_destination_outside_of_the_output_folder_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync([new Document { Destination = "../a.html" }.WithText("1")]));

    private static async Task<IReadOnlyList<Document>> ReadAsync(IModule module)
    {
        IReadOnlyList<Document> read = [];
        await Bootstrapper.Create()
            .AddPipeline(new TestPipeline("A").DoAsync(Phase.Input, async c => read = await module.ExecuteAsync(c)))
            .RunAsync(Token);
        return read;
    }

    private async Task<WriteReport> WriteAsync(params (string Path, string Text)[] files)
    {
        var result = await RunAsync([.. files.Select(f => new Document { Destination = f.Path }.WithText(f.Text))]);
        return result.Of<WriteReport>()!; // it was written
    }

    private Task<ExecutionResult> RunAsync(IReadOnlyList<Document> documents)
    {
        var write = new WriteFiles(Output, ["Pages"]);
        return Bootstrapper.Create()
            .AddPipeline(new TestPipeline("Pages").Do(Phase.Process, _ => documents))
            .AddPipeline(new TestPipeline<WriteReport>("Site", write, Phase.Output))
            .RunAsync(Token);
    }
}
