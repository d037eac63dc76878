using System.CommandLine;
using Glassy.Execution;
using Glassy.Pipelines;

namespace Glassy.Cli;

/// <summary>A verb that runs pipelines: <c>build</c>, <c>train</c>, <c>render</c>.</summary>
internal sealed class BuildVerb
{
    private readonly CommonOptions _options;
    private readonly Func<BuildSettings, Bootstrapper> _pipelines;
    private readonly bool _mayTrain;
    private readonly Option<bool> _strict = new(
        "--strict")
    { Description = "End with 1 when a check of the run fails that checks.mute does not explain" };

    public BuildVerb(
        string name,
        string description,
        CommonOptions options,
        Func<BuildSettings, Bootstrapper> pipelines,
        bool mayTrain = true,
        bool hasShards = false)
    {
        _options = options;
        _pipelines = pipelines;
        _mayTrain = mayTrain;
        Command = new Command(name, description);
        options.AddAllTo(Command);
        if (hasShards)
        {
            options.AddShardTo(Command);
        }

        Command.Options.Add(_strict);
        Command.SetAction(InvokeAsync);
    }

    public Command Command { get; }

    public Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        VerbRunner.RunAsync(() => BuildAsync(arguments, cancellationToken), _options.Root(arguments), cancellationToken);

    private async Task<int> BuildAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var verbosity = _options.Verbosity(arguments);
        var started = TimeProvider.System.GetTimestamp();
        var (settings, result) = await RunAsync(arguments, verbosity, cancellationToken).ConfigureAwait(false);
        DiagnosticPrinter.Print(result.Diagnostics, settings.Project);
        if (verbosity != Verbosity.Quiet)
        {
            Summary.Print(result, settings, TimeProvider.System.GetElapsedTime(started), verbosity, Console.Out);
        }

        var failedChecks = arguments.GetValue(_strict) ? Summary.FailedChecks(result) : [];
        foreach (var check in verbosity == Verbosity.Quiet ? failedChecks : [])
        {
            await Console.Error.WriteLineAsync(check).ConfigureAwait(false);
        }

        return result.Failed || failedChecks.Count > 0 ? ExitCode.Problems : ExitCode.Done;
    }

    private Task<(BuildSettings Settings, ExecutionResult Result)> RunAsync(
        ParseResult arguments,
        Verbosity verbosity,
        CancellationToken cancellationToken) => ProgressRunner.RunAsync(verbosity, async progress =>
        {
            var settings = _options.Read(arguments, progress) with { MayTrain = _mayTrain };
            return (settings, await _pipelines(settings).RunAsync(cancellationToken).ConfigureAwait(false));
        });
}
