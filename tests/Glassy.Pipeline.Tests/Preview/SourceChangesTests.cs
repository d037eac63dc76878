using Glassy.Preview;

namespace Glassy.Tests.Preview;

public sealed class SourceChangesTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly SourceChanges _changes;

    public SourceChangesTests()
    {
        _project.Write("input/a.md", "a");
        _project.Write("glassy.yml", "");
        _changes = new SourceChanges(
            [_project.PathOf("input"), _project.PathOf("static")], [_project.PathOf("glassy.yml")], TimeSpan.FromMilliseconds(150));
    }

    public void Dispose()
    {
        _changes.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_written_in_steps_makes_one_batch()
    {
        var next = NextAsync();
        File.WriteAllText(_project.PathOf("input/a.md"), "");
        File.AppendAllText(_project.PathOf("input/a.md"), "b");
        File.AppendAllText(_project.PathOf("input/a.md"), "c");

        Assert.Equal(["input/a.md"], await next);
        await AssertQuietAsync();
    }

    [Fact]
    public async Task A_file_that_is_written_beside_its_place_and_renamed_into_it_has_changed()
    {
        var next = NextAsync();
        _project.Write("input/4913", "");
        File.Delete(_project.PathOf("input/4913"));
        File.Move(_project.PathOf("input/a.md"), _project.PathOf("input/a.md~"));
        _project.Write("input/.a.md.swp", "b");
        File.Move(_project.PathOf("input/.a.md.swp"), _project.PathOf("input/a.md"));
        File.Delete(_project.PathOf("input/a.md~"));

        Assert.Equal(["input/a.md"], await next);
    }

    [Fact]
    public async Task What_editors_keep_for_themselves_is_no_change()
    {
        _project.Write("input/.a.md.swp", "x");
        _project.Write("input/.git/index", "x");
        _project.Write("input/a.md~", "x");
        _project.Write("input/#a.md#", "x");
        _project.Write("elsewhere.md", "x");

        await AssertQuietAsync();
    }

    [Fact]
    public async Task New_folders_removed_files_and_the_configuration_are_changes()
    {
        var next = NextAsync();
        _project.Write("input/new/b.md", "b");
        Assert.Contains("input/new", await next);

        next = NextAsync();
        _project.Write("input/new/c.md", "c");
        Assert.Equal(["input/new/c.md"], await next);

        next = NextAsync();
        File.Delete(_project.PathOf("input/a.md"));
        Assert.Equal(["input/a.md"], await next);

        next = NextAsync();
        _project.Write("glassy.yml", "dataset: digits");
        Assert.Equal(["glassy.yml"], await next);
    }

    [Fact]
    public async Task A_folder_that_comes_later_or_is_made_anew_is_watched()
    {
        var next = NextAsync();
        _project.Write("static/a.txt", "a");
        Assert.Contains("static", await next);

        next = NextAsync();
        Directory.Delete(_project.PathOf("static"), recursive: true);
        _project.Write("static/a.txt", "a");
        Assert.Contains("static", await next);

        next = NextAsync();
        _project.Write("static/a.txt", "b");
        Assert.Equal(["static/a.txt"], await next);
    }

    private async Task<IReadOnlyList<string>> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var changed = await _changes.NextAsync(patience.Token);
        Assert.NotNull(changed);
        return [.. changed.Select(_project.Folder.Relative).Order(StringComparer.Ordinal)];
    }

    private async Task AssertQuietAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(500);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _changes.NextAsync(end.Token));
    }
}
