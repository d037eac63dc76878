using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>A page in a browser profile of its own.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    public OpenPage(IBrowserContext context, IPage page, string reader)
    {
        _context = context;
        Page = page;
        Reader = reader;
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.RequestFailed += (_, request) => Note(true, $"request failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>By what the server knows this page: see <see cref="SiteServer.ServedTo"/>.</summary>
    public string Reader { get; }

    /// <summary>Console errors, failed requests and exceptions so far.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    public async Task GoToAsync(Uri address) =>
        await Page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    /// <summary>
    /// Scrolls through the whole page, so that lazy pictures load: each place is drawn, for a picture that was never in a frame is not loaded.
    /// </summary>
    public async Task ReadToTheEndAsync()
    {
        await Page.EvaluateAsync("""
            async () => {
              for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
                scrollTo(0, y);
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              }
            }
            """);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete || !image.checkVisibility())");
    }

    /// <summary>How far what was drawn has moved, as browsers reckon it, with what moved.</summary>
    public async Task<LayoutShift[]> ShiftsAsync() => await Page.EvaluateAsync<LayoutShift[]>("""
        () => new Promise(done => {
          const found = [];
          const told = rect => `${rect.x},${rect.y} ${rect.width}x${rect.height}`;
          const nameOf = node => (node?.outerHTML ?? node?.textContent ?? 'something removed').slice(0, 80);
          new PerformanceObserver(list => list.getEntries().forEach(entry => found.push({
            value: entry.value,
            moved: entry.sources.map(source => `${nameOf(source.node)}: ${told(source.previousRect)} to ${told(source.currentRect)}`).join('; '),
          }))).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(found), 200);
        })
        """);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Enqueue(problem);
        }
    }
}
