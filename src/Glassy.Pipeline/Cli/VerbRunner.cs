using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Cli;

/// <summary>The edge of every verb: what went wrong becomes a message and an exit code.</summary>
internal static class VerbRunner
{
    /// <param name="run">The verb's work; returns its exit code.</param>
    /// <param name="cancellationToken">Asked for by Ctrl-C.</param>
    public static Task<int> RunAsync(Func<Task<int>> run, CancellationToken cancellationToken) =>
        RunAsync(run, root: null, cancellationToken);

    /// <inheritdoc cref="RunAsync(Func{Task{int}}, CancellationToken)"/>
    /// <param name="root">The project's folder, where the sources of mistakes lie; null when there is none.</param>
    public static async Task<int> RunAsync(Func<Task<int>> run, string? root, CancellationToken cancellationToken)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (DiagnosticException mistakes)
        {
            DiagnosticPrinter.Print(mistakes.Diagnostics, root is null ? null : new ProjectFolder(root));
            return ExitCode.Problems;
        }
        catch (UsageException mistake)
        {
            await Console.Error.WriteLineAsync($"glassy: {mistake.Message}").ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted; the site is as it was.").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            // The system's own words name the file and what was refused: "Access to the path '…' is denied."
            await Console.Error.WriteLineAsync($"error: {refused.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return ExitCode.Problems;
        }
        catch (Exception fault)
        {
            // The edge of the program: a fault that nobody expected is shown whole, and the exit code says so.
            await Console.Error.WriteLineAsync($"error: unexpected: {fault}").ConfigureAwait(false);
            return ExitCode.Problems;
        }
    }
}
