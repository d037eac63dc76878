using System.Diagnostics;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class GitCommitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_a_checkout_there_is_none()
    {
        using var project = new TemporaryProject();
        Assert.Null(await GitCommit.FindAsync(project.Root, Token));
    }

    [Fact]
    public async Task In_a_checkout_it_is_the_head()
    {
        using var project = new TemporaryProject();
        await Git(project, "init", "--quiet");
        Assert.Null(await GitCommit.FindAsync(project.Root, Token));
        await Git(project, "-c", "user.name=a", "-c", "user.email=a@b.invalid", "commit", "--quiet", "--allow-empty", "-m", "x");
        Assert.Matches("^[0-9a-f]{40}$", await GitCommit.FindAsync(project.Root, Token));
    }

    private static async Task Git(TemporaryProject project, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = project.Root });
        Assert.NotNull(git);
        await git.WaitForExitAsync(Token);
        Assert.Equal(0, git.ExitCode);
    }
}
