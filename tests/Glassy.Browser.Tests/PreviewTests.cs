using System.Diagnostics;
using Glassy.Pipelines;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary><c>glassy preview</c> of a small project, seen by somebody who writes.</summary>
public sealed class PreviewTests(SiteFixture site) : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("glassy-").FullName;
    private Process? _preview;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_root, "glassy.yml"), "dataset: digits\nrun:\n  epochs: 1\nsite:\n  title: Preview\n");
        Directory.CreateDirectory(Path.Combine(_root, "input"));
        Save("# Home\n\n", "The first text.");
        var start = new ProcessStartInfo("dotnet", [typeof(BuildSettings).Assembly.Location, "preview", "--port", "0"])
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
        };
        _preview = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        while (await _preview.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                _address = line.Split(' ')[0];
                break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_preview is not null)
        {
            _preview.Kill();
            await _preview.WaitForExitAsync();
            _preview.Dispose();
        }

        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_saved_page_shows_its_new_text_where_its_reader_was()
    {
        await using var open = await site.OpenAsync(new Uri(_address));
        await open.Page.EvaluateAsync("() => scrollTo(0, 700)");

        Save("# Home\n\n", "The second text.");
        await Assertions.Expect(open.Page.Locator("main article")).ToContainTextAsync("The second text.");

        await open.Page.WaitForFunctionAsync("() => document.readyState === 'complete' && Math.round(scrollY) === 700");
        // a page that is left listens no more
        Assert.DoesNotContain(open.Problems, problem => !problem.Contains("/__glassy/events", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_lies_over_the_page_with_its_source_and_goes_when_it_is_mended()
    {
        await using var open = await site.OpenAsync(new Uri(_address));
        var alert = open.Page.GetByRole(AriaRole.Alert);

        Save("# Home\n\n", "Right {{ run.acuracy }} <of> the time");
        await Assertions.Expect(alert).ToContainTextAsync("input/index.md:");
        await Assertions.Expect(alert).ToContainTextAsync("did you mean");
        await Assertions.Expect(alert.Locator(".faulty").First).ToContainTextAsync("| Right {{ run.acuracy }} <of> the time");
        await Assertions.Expect(open.Page.Locator("main article")).ToContainTextAsync("The first text.");

        Save("# Home\n\n", "The mended text.");
        await Assertions.Expect(open.Page.Locator("main article")).ToContainTextAsync("The mended text.");
        await Assertions.Expect(alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_opened_while_there_are_mistakes_shows_them_and_they_can_be_hidden()
    {
        Save("# Home\n\n", "<Nothing />");
        await using var open = await site.OpenAsync(new Uri(_address));
        var alert = open.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("<Nothing>");

        await alert.GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();

        await Assertions.Expect(alert).ToHaveCountAsync(0);
        await Assertions.Expect(open.Page.Locator("main article")).ToContainTextAsync("The first text.");
    }

    /// <summary>Saves the page: long enough to be scrolled.</summary>
    private void Save(string heading, string text) => File.WriteAllText(
        Path.Combine(_root, "input", "index.md"),
        heading + string.Concat(Enumerable.Repeat("A paragraph.\n\n", 100)) + text + "\n");
}
