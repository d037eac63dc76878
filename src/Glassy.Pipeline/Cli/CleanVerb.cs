using System.CommandLine;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary><c>glassy clean</c>: removes what can be made again quickly; recorded runs and datasets stay.</summary>
internal sealed class CleanVerb
{
    private readonly CommonOptions _options;

    public CleanVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command("clean", "Remove the built site and .cache/; recorded runs and datasets stay");
        options.AddPlacesTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => InvokeAsync(arguments), token));
    }

    public Command Command { get; }

    private Task<int> InvokeAsync(ParseResult arguments)
    {
        var settings = _options.Read(arguments, NoProgress.Instance);
        var files = UserData.Read(new SiteManifest(settings.Output).RemoveAll);
        Console.WriteLine(
            FormattableString.Invariant($"Removed {files:N0} files of the site from {settings.Project.Relative(settings.Output)}"));
        if (Directory.Exists(settings.CacheFolder))
        {
            Directory.Delete(settings.CacheFolder, recursive: true);
            Console.WriteLine($"Removed {settings.Project.Relative(settings.CacheFolder)}");
        }

        return Task.FromResult(ExitCode.Done);
    }
}
