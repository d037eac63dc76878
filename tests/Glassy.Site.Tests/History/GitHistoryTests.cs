using System.Diagnostics;
using Glassy.History;

namespace Glassy.Tests.History;

public sealed class GitHistoryTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_file_has_its_own_last_change()
    {
        _project.Write("input/ä ö.md", "1");
        _project.Write("input/deep/old.md", "1");
        _project.Write("input/deep/gone.md", "1");
        await CommitAsync("Zoë Müller", "2024-01-01T12:00:00+02:00");
        _project.Write("other.md", "1");
        File.Move(_project.PathOf("input/deep/old.md"), _project.PathOf("input/deep/new.md"));
        File.Delete(_project.PathOf("input/deep/gone.md"));
        await CommitAsync("Bob", "2024-02-01T12:00:00Z");
        _project.Write("input/ä ö.md", "2");
        await CommitAsync("Łukasz", "2024-03-01T12:00:00Z");
        _project.Write("input/not added.md", "1");

        var (history, refusal) = await GitHistory.ReadAsync(_project.PathOf("input"), Token);

        Assert.Null(refusal);
        Assert.NotNull(history);
        Assert.False(history.IsShallow);
        Assert.Equal(new FileChange(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero), "Łukasz"), history.Of("ä ö.md"));
        Assert.Equal(new FileChange(new DateTimeOffset(2024, 2, 1, 12, 0, 0, TimeSpan.Zero), "Bob"), history.Of("deep/new.md"));
        Assert.Equal("Zoë Müller", history.Of("deep/gone.md")?.Author); // taking a file away is no change of it
        Assert.Null(history.Of("other.md"));
        Assert.Null(history.Of("not added.md"));
    }

    [Fact]
    public async Task In_a_shallow_checkout_what_only_missing_commits_changed_is_not_known()
    {
        _project.Write("old/input/a.md", "1");
        _project.Write("old/input/b.md", "1");
        await CommitAsync("A", "2024-01-01T12:00:00Z", "old");
        _project.Write("old/input/b.md", "2");
        await CommitAsync("B", "2024-02-01T12:00:00Z", "old");
        _project.Write("old/input/b.md", "3");
        await CommitAsync("C", "2024-03-01T12:00:00Z", "old");
        await GitAsync(_project.Root, "clone", "--quiet", "--depth", "2", new Uri(_project.PathOf("old")).AbsoluteUri, "new");

        var (history, _) = await GitHistory.ReadAsync(_project.PathOf("new/input"), Token);

        Assert.NotNull(history);
        Assert.True(history.IsShallow);
        Assert.Null(history.Of("a.md"));
        Assert.Equal("C", history.Of("b.md")?.Author);
    }

    [Fact]
    public async Task Outside_a_checkout_git_says_why_there_is_none()
    {
        var (history, refusal) = await GitHistory.ReadAsync(_project.Root, Token);

        Assert.Null(history);
        Assert.Contains("not a git repository", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_cancelled_there_is_no_refusal() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => GitHistory.ReadAsync(_project.Root, new CancellationToken(canceled: true)));

    private async Task CommitAsync(string author, string date, string folder = ".")
    {
        var root = _project.PathOf(folder);
        await GitAsync(root, "init", "--quiet");
        await GitAsync(root, "add", "--all");
        await GitAsync(
            root, ["-c", $"user.name={author}", "-c", "user.email=a@b.invalid", "commit", "--quiet", "-m", "x", "--date", date], date);
    }

    private static Task GitAsync(string folder, params string[] arguments) => GitAsync(folder, arguments, null);

    private static async Task GitAsync(string folder, string[] arguments, string? date)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder };
        if (date is not null)
        {
            start.Environment["GIT_COMMITTER_DATE"] = date;
        }

        using var git = Process.Start(start);
        Assert.NotNull(git);
        await git.WaitForExitAsync(Token);
        Assert.Equal(0, git.ExitCode);
    }
}
