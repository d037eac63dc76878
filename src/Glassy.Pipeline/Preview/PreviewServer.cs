using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Glassy.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Glassy.Preview;

/// <summary>Serves a site's folder on loopback, as a static host would; pages carry the preview's script besides.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const string Events = "/__glassy/events";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly WebApplication _application;
    private readonly LiveSite _live;
    private readonly Func<(string Folder, string BasePath)> _site;

    private PreviewServer(WebApplication application, LiveSite live, Func<(string Folder, string BasePath)> site)
    {
        (_application, _live, _site) = (application, live, site);
        _application.Run(AnswerAsync);
    }

    /// <summary>The address of the server, without the site's base path.</summary>
    public Uri Origin =>
        new(_application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Begins to serve.</summary>
    /// <param name="port">On 127.0.0.1; 0 for any that is free.</param>
    /// <param name="live">What pages are told of.</param>
    /// <param name="site">The site's folder (absolute path) and its base path, asked for with each request.</param>
    /// <exception cref="DiagnosticException">The port is taken, or not allowed.</exception>
    public static async Task<PreviewServer> StartAsync(
        int port, LiveSite live, Func<(string Folder, string BasePath)> site, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var server = new PreviewServer(builder.Build(), live, site);
        try
        {
            await server._application.StartAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new DiagnosticException(Diagnostic.Error(refused.InnerException is AddressInUseException
                ? $"port {port} is taken by another program on this machine; choose one by --port, or any free one by --port 0"
                : $"port {port} cannot be used: {refused.Message.ReplaceLineEndings(" ")}; choose another by --port, or any free one by --port 0"));
        }
    }

    /// <summary>Ends what is being sent, and the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!LoopbackNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            // Another site's name that leads here: its pages must not read this one.
            return RefuseAsync(response, StatusCodes.Status403Forbidden, "This preview is for this machine only.");
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            return RefuseAsync(response, StatusCodes.Status405MethodNotAllowed, "A site can only be read.");
        }

        return request.Path.Value switch
        {
            ScriptTag.Script => SendScriptAsync(context),
            Events => SendEventsAsync(context),
            var path => SendFileAsync(context, path ?? "/"),
        };
    }

    private static Task RefuseAsync(HttpResponse response, int status, string reason)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(reason + "\n");
    }

    private static async Task SendScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        using var script = typeof(PreviewServer).Assembly.GetManifestResourceStream("preview.js")!; // embedded by the project file
        await script.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task SendFileAsync(HttpContext context, string path)
    {
        var (folder, basePath) = _site();
        var version = _live.Version; // before the file is read: a change meanwhile is then told of
        if (!path.StartsWith(basePath, StringComparison.Ordinal))
        {
            if (path + "/" == basePath || path == "/")
            {
                context.Response.Redirect(basePath);
                return;
            }

            await RefuseAsync(context.Response, StatusCodes.Status404NotFound, $"The site is at {basePath}").ConfigureAwait(false);
            return;
        }

        var address = path[(basePath.Length - 1)..];
        var file = SiteFile.Find(folder, address);
        if (file.Folder is { } withSlash)
        {
            context.Response.Redirect(
                Uri.EscapeDataString(basePath + withSlash.TrimStart('/')).Replace("%2F", "/") + context.Request.QueryString);
            return;
        }

        context.Response.StatusCode = file.IsFound ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        var type = file.Path is null ? "text/html; charset=utf-8" : SiteFile.ContentTypeOf(file.Path);
        if (!type.StartsWith("text/html", StringComparison.Ordinal))
        {
            // without a file it is text/html
            await Results.File(file.Path!, type, enableRangeProcessing: true).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await SendPageAsync(context, file.Path, type, EventsOf(file.Concerning(address), version)).ConfigureAwait(false);
    }

    private static async Task SendPageAsync(HttpContext context, string? file, string type, string events)
    {
        var page = file is null
            ? """<!doctype html><html lang="en"><meta charset="utf-8"><title>Not built yet</title><body><p>This page is not there. It appears here when a build has made it.</p></body></html>"""u8.ToArray()
            : await File.ReadAllBytesAsync(file, context.RequestAborted).ConfigureAwait(false);
        var sent = ScriptTag.Insert(page, events);
        (context.Response.ContentType, context.Response.ContentLength) = (type, sent.Length);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(sent, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static string EventsOf(IEnumerable<string> files, string version) =>
        $"{Events}?version={version}{string.Concat(files.Select(file => "&file=" + Uri.EscapeDataString(file)))}";

    /// <summary>Server-sent events (HTML, 9.2): <c>mistakes</c> as often as they change, <c>reload</c> once.</summary>
    private async Task SendEventsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var files = query["file"].OfType<string>().ToList();
        var version = query["version"].ToString();
        context.Response.ContentType = "text/event-stream";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _application.Lifetime.ApplicationStopping);
        try
        {
            await SendAsync("retry: 500\n\n").ConfigureAwait(false);
            IReadOnlyList<Mistake>? known = null;
            while (true)
            {
                var (reload, mistakes) = await _live.NextAsync(files, version, known, ending.Token).ConfigureAwait(false);
                if (reload)
                {
                    await SendAsync("event: reload\ndata:\n\n").ConfigureAwait(false);
                    return;
                }

                await SendAsync($"event: mistakes\ndata: {JsonSerializer.Serialize(mistakes, Json)}\n\n").ConfigureAwait(false);
                known = mistakes;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page was closed, or the preview ends: nobody listens any more.
        }

        async Task SendAsync(string text)
        {
            await context.Response.WriteAsync(text, ending.Token).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(ending.Token).ConfigureAwait(false);
        }
    }

    /// <summary>The verb listens for Ctrl-C; the server's host must not do so too.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
