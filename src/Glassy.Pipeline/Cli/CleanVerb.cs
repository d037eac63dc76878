using System.CommandLine;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary><c>glassy clean</c>: removes what can be made again quickly; recorded runs and datasets stay.</summary>
internal sealed class CleanVerb
{
    private readonly CommonOptions _options;

    public CleanVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command("clean", "Remove output/ and .cache/; recorded runs and datasets stay");
        options.AddPlacesTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => InvokeAsync(arguments), token));
    }

    public Command Command { get; }

    private Task<int> InvokeAsync(ParseResult arguments)
    {
        var settings = _options.Read(arguments, NoProgress.Instance);
        Remove(settings.Output, settings.Project);
        Remove(settings.CacheFolder, settings.Project);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Remove(string folder, ProjectFolder project)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (folder == project.Root || project.Root.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new DiagnosticException(Diagnostic.Error("holds the project itself and is not removed (--output)", folder));
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"Removed {project.Relative(folder)}");
    }
}
