using System.CommandLine;
using System.Globalization;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Preview;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary><c>glassy preview</c>: serves the site on this machine, and keeps it and the open pages as the sources are.</summary>
internal sealed class PreviewVerb
{
    private const int DefaultPort = 4173;
    private const int HighestPort = 65535;

    /// <summary>Longer than an editor needs from one step of writing a file to the next, and too short to be noticed.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);

    /// <summary>Besides the folder with the Markdown.</summary>
    private static readonly string[] Watched = ["site", "static", "data/runs", "data/test"];

    private readonly CommonOptions _options;
    private readonly Func<BuildSettings, Bootstrapper> _pipelines;

    private readonly Option<int> _port = new("--port")
    {
        Description = "Where the site is served; 0 for any free one",
        HelpName = "n",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= HighestPort)
            {
                return port;
            }

            result.AddError($"--port is '{text}', expected 0 to {HighestPort}");
            return default;
        },
    };

    public PreviewVerb(CommonOptions options, Func<BuildSettings, Bootstrapper> pipelines)
    {
        (_options, _pipelines) = (options, pipelines);
        Command = new Command("preview", "Serve the site on this machine; build and show again what changes") { _port };
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => InvokeAsync(arguments, token), options.Root(arguments), token));
    }

    public Command Command { get; }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // A whole build takes every core; pages and changes must not wait for it.
        ThreadPool.SetMinThreads(2 * Environment.ProcessorCount + 4, 4);
        var verbosity = _options.Verbosity(arguments);
        var settings = _options.Read(arguments, NoProgress.Instance);
        var log = new PreviewLog(verbosity, new ProjectFolder(_options.Root(arguments)), Console.Out);
        var live = new LiveSite();
        var builder = new PreviewBuilder(
            settings.Project, progress => _options.Read(arguments, progress), _pipelines, live, log, TimeProvider.System);
        await using var server = await PreviewServer.StartAsync(arguments.GetValue(_port), live, Served, cancellationToken)
            .ConfigureAwait(false);
        using var changes = new SourceChanges(
            [settings.Input, .. Watched.Select(settings.Project.Absolute)],
            [_options.ConfigPath(arguments, settings.Project), .. LabelNotes.PathsOf(settings.Project), .. PredictionsOf(settings)],
            Quiet);

        var isGood = await ProgressRunner.RunAsync(verbosity, progress => builder.BuildAsync(mayTrain: true, progress, cancellationToken))
            .ConfigureAwait(false);
        changes.Attach(); // data/runs may be new
        await Console.Out.WriteLineAsync($"{new Uri(server.Origin, Served().BasePath)} shows the site as it changes; Ctrl-C ends it")
            .ConfigureAwait(false);
        try
        {
            await new PreviewLoop(builder, changes, TimeProvider.System).RunAsync(isGood, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This is how a preview ends.
        }

        return ExitCode.Done;

        (string Folder, string BasePath) Served() => (settings.Output, (builder.Served ?? settings).Config.Site.BasePath);
    }

    /// <summary>Absolute paths of the files with what other programs' models say, and of these models.</summary>
    private static IEnumerable<string> PredictionsOf(BuildSettings settings) => settings.Config.Runs
        .SelectMany(entry => entry.Foreign.SelectMany(foreign => foreign.Files).Concat(entry.Onnx.Select(model => model.Weights)))
        .Select(settings.Project.Absolute);
}
