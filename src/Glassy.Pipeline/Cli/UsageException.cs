namespace Glassy.Cli;

/// <summary>The command line was not understood (exit code 2).</summary>
internal sealed class UsageException(string message) : Exception(message);
