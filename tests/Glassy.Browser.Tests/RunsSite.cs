using System.Diagnostics;
using Glassy.Pipelines;

namespace Glassy.BrowserTests;

/// <summary>A small site of its own with a table of many runs and one of preprocessing, built of a scratch project and served.</summary>
public sealed class RunsSite : IAsyncDisposable
{
    private const string Configuration = """
        dataset: digits
        samples: 1
        run:
          epochs: 1
          hidden: [8]
        runs:
          - { name: sweep, epochs: [1, 10, 2], batchSize: [50, 100, 200] }
          - { name: seeds, seed: 1..3 }
        site:
          title: Runs
        """;

    private readonly Lazy<SiteServer> _server = new(Build);

    public SiteServer Server => _server.Value;

    /// <summary>The page with the tables.</summary>
    public Uri Tables => new(_server.Value.Root, "");

    /// <summary>A page without one.</summary>
    public Uri Other => new(_server.Value.Root, "other/");

    /// <summary>A page with the steps of preprocessing.</summary>
    public Uri Steps => new(_server.Value.Root, "steps/");

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await _server.Value.DisposeAsync();
        }
    }

    /// <summary>The project stays where it is, so that its runs are recorded once.</summary>
    private static SiteServer Build()
    {
        var project = Path.Combine(AppContext.BaseDirectory, "runs-project");
        Directory.CreateDirectory(Path.Combine(project, "input"));
        File.WriteAllText(Path.Combine(project, "glassy.yml"), Configuration);
        File.WriteAllText(
            Path.Combine(project, "input", "index.md"), "---\nslug: /\n---\n# Runs\n\n<RunTable />\n\n<RunTable recipe=\"seeds\" />\n");
        File.WriteAllText(Path.Combine(project, "input", "other.md"), "# Other\n");
        File.WriteAllText(
            Path.Combine(project, "input", "steps.md"),
            "# Steps\n\n<PreprocessingSteps steps=\"thin-zhang-suen, skeleton, binarize + dilate\" />\n");
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BuildSettings).Assembly.Location, "--root", project, "--verbosity", "quiet"])
        {
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start");
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? new SiteServer(Path.Combine(project, "output"))
            : throw new InvalidOperationException($"the site could not be built:\n{errors}");
    }
}
