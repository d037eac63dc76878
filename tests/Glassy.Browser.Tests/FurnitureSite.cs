using System.Diagnostics;
using Glassy.Pipelines;

namespace Glassy.BrowserTests;

/// <summary>A small site of its own with all that can stand around a page, built and served once.</summary>
public sealed class FurnitureSite : IAsyncLifetime
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("glassy-furniture-");
    private SiteServer? _server;

    /// <summary>The address of the site's first page.</summary>
    public Uri Root => _server!.Root; // started before the first test

    public async ValueTask InitializeAsync()
    {
        Write(
            "glassy.yml",
            "dataset: digits\nrun: {epochs: 1, hidden: [8]}\nsite: {title: Furniture, announcement: \"**New:** [read](/guide/a)\"}\n");
        Write("input/index.md", "# Home\n");
        Write("input/guide/a.md", "---\ntags: [cats]\nlast_update: {date: 2024-05-01}\n---\n# A\n\n## Part\n");
        Write(
            "site/navbar.yml",
            "- guide/a\n- {label: More, items: [index, {label: Topics, to: /tags}]}\n- {label: Out, href: 'https://example.org', position: right}\n");
        Write("site/footer.yml", "links: [{title: Docs, items: [guide/a]}]\ncopyright: © Us\n");
        Write("site/redirects.yml", "/old: /guide/a\n/older: /guide/a#part\n");
        var digits = Path.Combine(BuiltSite.Repository(), "data", "datasets", "digits");
        foreach (var file in Directory.EnumerateFiles(digits))
        {
            Write($"data/datasets/digits/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));
        }

        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BuildSettings).Assembly.Location, "--root", _project.FullName, "--verbosity", "quiet"])
        {
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start");
        var errors = await build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.Equal((0, ""), (build.ExitCode, errors));
        _server = new SiteServer(Path.Combine(_project.FullName, "output"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _project.Delete(recursive: true);
    }

    private void Write(string file, string text) => Write(file, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string file, byte[] content)
    {
        var path = Path.Combine(_project.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a path in the project has a folder
        File.WriteAllBytes(path, content);
    }
}
