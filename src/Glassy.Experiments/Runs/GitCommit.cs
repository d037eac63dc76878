using System.ComponentModel;
using System.Diagnostics;

namespace Glassy.Runs;

/// <summary>Which commit the project is at.</summary>
public static class GitCommit
{
    /// <param name="folder">Absolute path of a folder in a checkout, or not.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>40 hex digits; null outside a git checkout, before its first commit, or without git.</returns>
    public static async Task<string?> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["rev-parse", "--verify", "--quiet", "HEAD"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start);
            if (git is null)
            {
                return null;
            }

            var output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed: the commit is not known
        }
    }
}
