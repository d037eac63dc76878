using System.Diagnostics;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Pipelines;
using Glassy.Runs;

namespace Glassy.BrowserTests;

/// <summary>
/// A small site of its own with a sheet to draw on, which reads the bundled digits; built of a scratch project and served.
/// </summary>
public class DrawPadSite : IAsyncDisposable
{
    private readonly Lazy<SiteServer> _server;

    public DrawPadSite() => _server = new Lazy<SiteServer>(Build);

    protected string Project => Path.Combine(AppContext.BaseDirectory, ProjectName);

    protected virtual string ProjectName => "draw-project";

    /// <summary>What <c>glassy.yml</c> says of the run; nothing for the usual one.</summary>
    protected virtual string Recipe => "";

    public SiteServer Server => _server.Value;

    /// <summary>The page's address.</summary>
    public Uri Address => new(Server.Root, "");

    /// <summary>The page as a file.</summary>
    public Uri File => new(Path.Combine(Folder, "index.html"));

    /// <summary>The whole model that the site publishes.</summary>
    public BrowserModel Published => BrowserModelScript.Read(System.IO.File.ReadAllBytes(Path.Combine(Folder, "assets/drawing/model.js")));

    /// <summary>The run itself.</summary>
    public Run Run
    {
        get
        {
            _ = Server;
            return new RunStore(new ProjectFolder(Project)).List()[^1]; // an earlier program may have recorded others in this folder
        }
    }

    /// <summary>The run's own weights and what they said of the test pictures.</summary>
    public (ModelWeights Weights, IReadOnlyList<Prediction> Predictions) Recorded
    {
        get
        {
            var (run, store) = (Run, new RunStore(new ProjectFolder(Project)));
            return (store.LoadWeights(run), store.LoadPredictions(run));
        }
    }

    /// <summary>The place of one of the site's files.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    private string Folder
    {
        get
        {
            _ = Server;
            return Path.Combine(Project, "output");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await _server.Value.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The project stays where it is, so that its run is recorded once.</summary>
    private SiteServer Build()
    {
        Directory.CreateDirectory(Path.Combine(Project, "input"));
        System.IO.File.WriteAllText(
            Path.Combine(Project, "glassy.yml"),
            $"dataset: digits\nsamples: 1\n{Recipe}site:\n  title: Draw\n  basePath: /draw/\n  linkStyle: file\n");
        System.IO.File.WriteAllText(Path.Combine(Project, "input", "index.md"), "# Draw\n\n<DrawPad />\n");
        System.IO.File.WriteAllText(
            Path.Combine(Project, "input", "far.md"),
            "# Far\n\n" + string.Concat(Enumerable.Repeat("Read this first.\n\n", 80)) + "<DrawPad />\n");
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BuildSettings).Assembly.Location, "--root", Project, "--verbosity", "quiet"])
        {
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start");
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? new SiteServer(Path.Combine(Project, "output"))
            : throw new InvalidOperationException($"the site could not be built:\n{errors}");
    }
}
