using System.CommandLine;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary>A verb that runs pipelines: <c>build</c>, <c>train</c>, <c>render</c>.</summary>
internal sealed class BuildVerb
{
    private readonly CommonOptions _options;
    private readonly Func<BuildSettings, Bootstrapper> _pipelines;
    private readonly bool _mayTrain;

    public BuildVerb(
        string name,
        string description,
        CommonOptions options,
        Func<BuildSettings, Bootstrapper> pipelines,
        bool mayTrain = true)
    {
        _options = options;
        _pipelines = pipelines;
        _mayTrain = mayTrain;
        Command = new Command(name, description);
        Command.SetAction(InvokeAsync);
    }

    public Command Command { get; }

    public async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var verbosity = _options.Verbosity(arguments);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var (settings, result) = await RunAsync(arguments, verbosity, cancellationToken).ConfigureAwait(false);
            DiagnosticPrinter.Print(result.Diagnostics, Console.Error);
            if (verbosity != Verbosity.Quiet)
            {
                Summary.Print(result, settings, TimeProvider.System.GetElapsedTime(started), verbosity, Console.Out);
            }

            return result.Failed ? ExitCode.Problems : ExitCode.Done;
        }
        catch (DiagnosticException mistakes)
        {
            DiagnosticPrinter.Print(mistakes.Diagnostics, Console.Error);
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
        catch (Exception fault)
        {
            // The edge of the program: a fault that nobody expected is shown whole, and the exit code says so.
            await Console.Error.WriteLineAsync($"error: unexpected: {fault}").ConfigureAwait(false);
            return ExitCode.Problems;
        }
    }

    private async Task<(BuildSettings Settings, ExecutionResult Result)> RunAsync(
        ParseResult arguments,
        Verbosity verbosity,
        CancellationToken cancellationToken)
    {
        var quiet = verbosity == Verbosity.Quiet;
        return quiet || Console.IsOutputRedirected || Console.IsErrorRedirected
            ? await Execute(new PlainProgress(Console.Out, Console.Error, quiet)).ConfigureAwait(false)
            : await SpectreProgress.RunAsync(Execute).ConfigureAwait(false);

        async Task<(BuildSettings, ExecutionResult)> Execute(IProgressSink progress)
        {
            var settings = _options.Read(arguments, progress) with { MayTrain = _mayTrain };
            return (settings, await _pipelines(settings).RunAsync(cancellationToken).ConfigureAwait(false));
        }
    }
}
