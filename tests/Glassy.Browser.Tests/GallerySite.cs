using System.Diagnostics;
using System.Globalization;
using Glassy.Pipelines;

namespace Glassy.BrowserTests;

/// <summary>
/// A small site of its own with all test pictures of the digits, who come from twenty writers; built of a scratch project and served.
/// </summary>
public sealed class GallerySite : IAsyncDisposable
{
    /// <summary>Test pictures of the digits.</summary>
    public const int Total = 1000;

    private const string Configuration = """
        dataset: { name: digits, attributes: writers.csv }
        samples: 1
        run:
          epochs: 1
          hidden: [16]
        site:
          title: Gallery
        """;

    private static readonly string Project = Path.Combine(AppContext.BaseDirectory, "gallery-project");

    private readonly Lazy<SiteServer> _server = new(Build);

    public SiteServer Server => _server.Value;

    /// <summary>The page with the gallery.</summary>
    public Uri Gallery => new(_server.Value.Root, "pictures/");

    /// <summary>A page without one.</summary>
    public Uri Other => new(_server.Value.Root, "other/");

    /// <summary>The page with the gallery, from disk.</summary>
    public Uri FromDisk => new(PathOf("pictures/index.html"));

    /// <summary>A file of the built site.</summary>
    public string PathOf(string file)
    {
        _ = _server.Value; // the site is built for whoever asks first
        return Path.Combine(Project, "output", file);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await _server.Value.DisposeAsync();
        }
    }

    /// <summary>The project stays where it is, so that its run is recorded once.</summary>
    private static SiteServer Build()
    {
        Directory.CreateDirectory(Path.Combine(Project, "input"));
        File.WriteAllText(Path.Combine(Project, "glassy.yml"), Configuration);
        File.WriteAllText(
            Path.Combine(Project, "writers.csv"),
            "split,index,writer,group\n" + string.Concat(
                Enumerable.Range(0, Total).Select(i => string.Create(CultureInfo.InvariantCulture, $"test,{i},{i % 20},{i % 20}\n"))));
        File.WriteAllText(Path.Combine(Project, "input", "index.md"), "---\nslug: /\n---\n# Home\n\n<Headline />\n");
        File.WriteAllText(
            Path.Combine(Project, "input", "pictures.md"),
            "---\nhide_table_of_contents: true\n---\n# All pictures\n\n<Gallery errors=\"./errors.md\" />\n");
        File.WriteAllText(Path.Combine(Project, "input", "errors.md"), "# Errors\n\n<ErrorsExplorer />\n");
        File.WriteAllText(Path.Combine(Project, "input", "other.md"), "# Other\n");
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
