using Glassy.Progress;

namespace Glassy.Cli;

/// <summary>Shows how far work has come: bars on a terminal, lines elsewhere.</summary>
internal static class ProgressRunner
{
    public static Task<T> RunAsync<T>(Verbosity verbosity, Func<IProgressSink, Task<T>> work)
    {
        var quiet = verbosity == Verbosity.Quiet;
        return quiet || Console.IsOutputRedirected || Console.IsErrorRedirected
            ? work(new PlainProgress(Console.Out, Console.Error, quiet))
            : SpectreProgress.RunAsync(work);
    }
}
