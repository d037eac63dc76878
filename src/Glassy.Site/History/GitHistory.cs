using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Glassy.History;

/// <summary>When and by whom each file below a folder was last changed, as git knows it.</summary>
public sealed class GitHistory
{
    private readonly Dictionary<string, FileChange> _changes;

    private GitHistory(Dictionary<string, FileChange> changes, bool isShallow) => (_changes, IsShallow) = (changes, isShallow);

    /// <summary>
    /// Whether the checkout lacks older commits. Files that changed last in one of those, or in the oldest that is there, are not known.
    /// </summary>
    public bool IsShallow { get; }

    /// <summary>The last change of a file; null when no commit that is there made one.</summary>
    /// <param name="path">Relative to the folder, with <c>/</c>.</param>
    public FileChange? Of(string path) => _changes.GetValueOrDefault(path);

    /// <summary>Reads the history of a whole folder at once.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The history, or what git says instead of telling one.</returns>
    public static async Task<(GitHistory? History, string? Refusal)> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var (shallow, refusal) = await RunAsync(folder, ["rev-parse", "--is-shallow-repository"], cancellationToken).ConfigureAwait(
                false);
            if (shallow is null)
            {
                return (null, refusal);
            }

            // A rename is a change of the new name: the file was not there before. A merge changes nothing of its own.
            string[] log =
            [
                "-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=UTF-8",
                "log", "--no-renames", "--diff-filter=d", "--name-only", "--relative", "-z", "--format=%x01%ct%x01%P%x01%aN", "--", ".",
            ];
            var (text, noLog) = await RunAsync(folder, log, cancellationToken).ConfigureAwait(false);
            var isShallow = shallow.Trim() == "true";
            return text is null ? (null, noLog) : (new GitHistory(Parse(text, isShallow), isShallow), null);
        }
        catch (Win32Exception)
        {
            return (null, "git is not installed");
        }
    }

    /// <summary>The first commit that names a file is its last change: git writes the newest first.</summary>
    private static Dictionary<string, FileChange> Parse(string log, bool isShallow)
    {
        var changes = new Dictionary<string, FileChange>(StringComparer.Ordinal);
        FileChange? commit = null;
        foreach (var entry in log.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry[0] == '\u0001')
            {
                var parts = entry.Split('\u0001');
                var isBoundary = isShallow && parts[2].Length == 0; // it seems to have made every file that older commits made
                commit = isBoundary
                    ? null
                    : new FileChange(DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)), parts[3]);
            }
            else if (commit is not null)
            {
                changes.TryAdd(entry.TrimStart('\n'), commit);
            }
        }

        return changes;
    }

    private static async Task<(string? Output, string Refusal)> RunAsync(
        string folder,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException("git did not start");
        var output = git.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await git.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var text = await output.ConfigureAwait(false);
        await git.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return git.ExitCode == 0 ? (text, "") : (null, errors.Trim().Split('\n')[0]);
    }
}
