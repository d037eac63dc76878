using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Glassy.BrowserTests;

/// <summary>
/// Serves a built site on loopback, as a static host does: gzipped text, 404.html for what is not there. It answers under
/// a base path that the site knows nothing of, and under the one it was built for, which only its 404 page names.
/// </summary>
public sealed partial class SiteServer : IAsyncDisposable
{
    /// <summary>Says who asks, so that what one page costs can be counted while others are read.</summary>
    public const string ReaderHeader = "Reader";

    private const string BasePath = "/some/base/";

    private readonly string _builtFor;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".jpg"] = "image/jpeg",
        [".txt"] = "text/plain; charset=utf-8",
        [".xml"] = "application/xml",
    };

    private readonly string _folder;
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string? Reader, string Path, long Bytes)> _served = new();
    private readonly ConcurrentDictionary<(string? Reader, string File), HeldAnswer> _held = new();
    private readonly Task _loop;

    public SiteServer(string folder)
    {
        _folder = folder;
        var origin = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(origin + "/");
        _listener.Start();
        Root = new Uri(origin + BasePath);
        _builtFor = BasePathOf(File.ReadAllText(Path.Combine(folder, "404.html")));
        Missing = new Uri(origin + _builtFor + "no/such/page/");
        _loop = Task.Run(ServeAsync);
    }

    /// <summary>The address of the site's first page, with its base path.</summary>
    public Uri Root { get; }

    /// <summary>An address, some folders deep, where the site has no page.</summary>
    public Uri Missing { get; }

    /// <summary>What has been served to one reader: path and bytes of the body as sent.</summary>
    /// <param name="reader">As its requests name it in the header <see cref="ReaderHeader"/>.</param>
    public IReadOnlyList<(string Path, long Bytes)> ServedTo(string reader) =>
        [.. _served.Where(request => request.Reader == reader).Select(request => (request.Path, request.Bytes))];

    /// <summary>Keeps one reader waiting for a file, from now on until the answer is released or refused.</summary>
    /// <param name="reader">As in <see cref="ServedTo"/>.</param>
    /// <param name="file">Its name, without folders.</param>
    public HeldAnswer Hold(string reader, string file) => _held[(reader, file)] = new HeldAnswer();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    /// <summary>The path before <c>assets/</c> in the address of the 404 page's style.</summary>
    private static string BasePathOf(string html) =>
        StyleAddress().Match(html) is { Success: true } match ? match.Groups[1].Value : "/";

    [GeneratedRegex("""<link rel="stylesheet" href="(/[^"]*?)assets/""")]
    private static partial Regex StyleAddress();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerOneAsync(context); // a reader that is slow to take its answer keeps no other waiting
        }
    }

    private async Task AnswerOneAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The browser closed the page before the answer was sent, or the server ended: nothing is left to answer.
            context.Response.Abort();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var response = context.Response;
        if (_held.TryGetValue((context.Request.Headers[ReaderHeader], Path.GetFileName(path)), out var held) && !await held.AskAsync())
        {
            response.StatusCode = 503;
            response.Close();
            return;
        }

        var file = FileFor(path);
        if (file is null && FileFor(path + "/") is not null)
        {
            response.StatusCode = 301; // as static hosts do: a folder's page is read at the folder, so that its relative links hold
            response.RedirectLocation = context.Request.Url.AbsolutePath + "/" + context.Request.Url.Query;
            response.Close();
            return;
        }

        response.StatusCode = file is null ? 404 : 200;
        var body = await File.ReadAllBytesAsync(file ?? Path.Combine(_folder, "404.html"));
        var type = Types[file is null ? ".html" : Path.GetExtension(file)];
        response.ContentType = type;
        if (type.StartsWith("text/", StringComparison.Ordinal)
            || type.Contains("xml", StringComparison.Ordinal)
            || type.Contains("json", StringComparison.Ordinal))
        {
            response.AddHeader("Content-Encoding", "gzip");
            body = Gzip(body);
        }

        _served.Enqueue((context.Request.Headers[ReaderHeader], path, body.Length));
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
        response.Close();
    }

    private string? FileFor(string path)
    {
        var basePath = new[] { BasePath, _builtFor }.FirstOrDefault(known => path.StartsWith(known, StringComparison.Ordinal));
        if (basePath is null)
        {
            return null;
        }

        var relative = path[basePath.Length..];
        var file = Path.GetFullPath(relative.Length == 0 || relative.EndsWith('/') ? relative + "index.html" : relative, _folder);
        return file.StartsWith(_folder, StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    private static byte[] Gzip(byte[] body)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return buffer.ToArray();
    }
}
