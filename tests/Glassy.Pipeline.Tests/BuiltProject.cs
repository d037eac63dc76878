using System.Collections.Concurrent;
using Glassy.Checking;
using Glassy.Cli;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Pipelines;
using Glassy.Progress;

namespace Glassy.Tests;

/// <summary>A build of a whole project, in this process: what it wrote, said and found wrong.</summary>
internal sealed class BuiltProject : IProgressSink
{
    private readonly ConcurrentQueue<string> _began = new();

    private BuiltProject()
    {
    }

    public bool Failed { get; private set; } = true;

    /// <summary>The messages, a line each, as the program prints them but for their sources.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>How many files were new or other than before; null when the build failed.</summary>
    public int? FilesWritten { get; private set; }

    /// <summary>The long work that was begun.</summary>
    public IReadOnlyCollection<string> Began => _began;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="root">The project's folder.</param>
    /// <param name="onMissingImages">As the option of that name; null for what the configuration says.</param>
    /// <param name="run">The run that is shown, by the beginning of its id; null for that of the configuration.</param>
    public static async Task<BuiltProject> BuildAsync(string root, Severity? onMissingImages = null, string? run = null)
    {
        var built = new BuiltProject();
        try
        {
            var project = new ProjectFolder(root);
            var config = ConfigReader.Read(await File.ReadAllTextAsync(project.Absolute("glassy.yml"), Token), "glassy.yml");
            config = config with { Site = config.Site with { OnBrokenImages = onMissingImages ?? config.Site.OnBrokenImages } };
            var settings = new BuildSettings(project, project.Absolute("input"), project.Absolute("output"), config, built) { RunId = run };
            var result = await BuildPipelines.OfSite(settings).RunAsync(Token);
            built.Failed = result.Failed;
            built.FilesWritten = result.Of<WriteReport>()?.Written;
            built.Print(result.Diagnostics);
        }
        catch (DiagnosticException mistakes)
        {
            built.Print(mistakes.Diagnostics);
        }

        return built;
    }

    /// <summary>What is wrong with the links of the built site.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> CheckAsync(string root, string basePath = "/") =>
        (await new SiteChecker(Path.Combine(root, "output"), basePath, NoProgress.Instance).CheckAsync(Token)).Problems;

    IProgressTask IProgressSink.Start(string title, long total)
    {
        _began.Enqueue(title);
        return NoProgress.Instance;
    }

    void IProgressSink.Message(string line)
    {
        // The program's own tests read what it says when all is well.
    }

    void IProgressSink.Warning(string line) => Errors += $"warning: {line}\n";

    private void Print(IEnumerable<Diagnostic> diagnostics)
    {
        using var lines = new StringWriter { NewLine = "\n" };
        DiagnosticPrinter.Print(diagnostics, project: null, lines, isColoured: false);
        Errors += lines.ToString();
    }
}
