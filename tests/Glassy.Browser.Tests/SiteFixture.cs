using System.Globalization;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>The built site, served, and a browser to look at it with.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private static readonly string[] BrowserArguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SiteServer? _server;
    private int _readers;

    /// <summary>The write-up's address from the site's root.</summary>
    public const string WriteUp = "image-classification/glassy/";

    /// <summary>The page beside it with samples, listings, drawings and the log.</summary>
    public const string Making = "image-classification/making/";

    /// <summary>Stands for an address where there is no page, some folders deep.</summary>
    public const string Missing = "(missing)";

    /// <summary>The folder of the site that is looked at: see <see cref="BuiltSite"/>.</summary>
    public static string Folder => BuiltSite.Folder;

    public SiteServer Server
    {
        get
        {
            Require();
            return _server!; // started with the browser, and Require has seen both browser and site
        }
    }

    private static string Chromium => Environment.GetEnvironmentVariable("GLASSY_CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _server = new SiteServer(Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = BrowserArguments });
    }

    /// <summary>Opens a page of the site in a browser profile of its own, and records what goes wrong in it.</summary>
    /// <param name="path">From the site's root: <c>""</c>, <see cref="WriteUp"/>, <see cref="Missing"/>.</param>
    /// <param name="width">Of the window, CSS pixels; below 600 it is as tall as a phone.</param>
    /// <param name="scheme">What the system prefers.</param>
    /// <param name="script">Whether JavaScript is on.</param>
    /// <param name="fromDisk">Whether the page is opened as a file, without the server.</param>
    public async Task<OpenPage> OpenAsync(
        string path,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        bool script = true,
        bool fromDisk = false)
    {
        Require();
        return await OpenAsync(AddressOf(path, fromDisk), width, scheme, script);
    }

    /// <summary>Opens any page in a browser profile of its own, and records what goes wrong in it.</summary>
    public async Task<OpenPage> OpenAsync(Uri address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Require();
        var reader = Interlocked.Increment(ref _readers).ToString(CultureInfo.InvariantCulture);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = new Dictionary<string, string> { [SiteServer.ReaderHeader] = reader },
        });
        var page = new OpenPage(context, await context.NewPageAsync(), reader);
        await page.GoToAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private Uri AddressOf(string path, bool fromDisk) => (path, fromDisk) switch
    {
        (Missing, _) => Server.Missing,
        (_, true) => new Uri(Path.Combine(Folder, path + "index.html")),
        _ => new Uri(Server.Root, path),
    };

    private static void Require()
    {
        if (!File.Exists(Chromium))
        {
            var reason = $"there is no browser at {Chromium}: install Debian's chromium, or set GLASSY_CHROMIUM to one";
            if (Environment.GetEnvironmentVariable("GLASSY_REQUIRE_BROWSER") == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }
    }
}
