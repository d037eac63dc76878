namespace Glassy.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something is wrong with the data or the content (or with this program).</summary>
    public const int Problems = 1;

    public const int WrongUsage = 2;

    /// <summary>As shells have it for a process ended by Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
