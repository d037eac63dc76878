using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Glassy.Diagnostics;
using Glassy.Preview;

namespace Glassy.Tests.Preview;

public sealed partial class PreviewServerTests : IAsyncLifetime
{
    private const string Page = "<!doctype html><title>A</title><body><p>ä</p></body>";

    private readonly TemporaryProject _project = new();
    private readonly LiveSite _live = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private string _basePath = "/";
    private PreviewServer? _server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _project.Write("output/index.html", Page);
        _project.Write("output/404.html", "<body>not here</body>");
        _project.Write("output/guide/index.html", Page);
        _project.Write("output/flat.html", Page);
        _project.Write("output/assets/a.css", "body {}");
        _server = await PreviewServer.StartAsync(0, _live, () => (_project.PathOf("output"), _basePath), Token);
        _client.BaseAddress = _server.Origin;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server!.DisposeAsync(); // started above
        _project.Dispose();
    }

    [Fact]
    public async Task It_listens_on_this_machine_only()
    {
        Assert.Equal("127.0.0.1", _server!.Origin.Host);
        Assert.NotEqual(0, _server.Origin.Port);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "somebody.example" } };

        Assert.Equal(HttpStatusCode.Forbidden, (await _client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guide/")]
    [InlineData("/guide/?q=1")]
    [InlineData("/flat")]
    [InlineData("/flat.html")]
    public async Task A_page_is_the_file_with_the_script_and_the_file_stays_as_it_is(string address)
    {
        var answer = await _client.GetAsync(address, Token);
        var body = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(
            (HttpStatusCode.OK, "text/html; charset=utf-8", "no-store"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString()));
        Assert.Equal(Page, Script().Replace(body, ""));
        Assert.NotEqual(Page, body);
        Assert.All(
            new[] { "index.html", "guide/index.html", "flat.html" },
            file => Assert.Equal(Page, File.ReadAllText(_project.PathOf("output/" + file))));
        Assert.Contains(
            "EventSource", await _client.GetStringAsync(Script().Match(body).Groups["script"].Value, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_files_are_sent_as_they_are()
    {
        var answer = await _client.GetAsync("/assets/a.css", Token);

        Assert.Equal(
            ("text/css; charset=utf-8", "no-store"),
            (answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString()));
        Assert.Equal("body {}", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_folder_without_slash_leads_to_the_one_with_it()
    {
        var answer = await _client.GetAsync("/guide?q=1", Token);

        Assert.Equal((HttpStatusCode.Redirect, "/guide/?q=1"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task What_is_not_there_is_the_404_page_with_the_script()
    {
        var answer = await _client.GetAsync("/nothing/here", Token);
        var body = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("<body>not here</body>", Script().Replace(body, ""));
        Assert.NotEqual("<body>not here</body>", body);
    }

    [Fact]
    public async Task Before_the_first_build_a_page_waits_for_it()
    {
        Directory.Delete(_project.PathOf("output"), recursive: true);
        var answer = await _client.GetAsync("/", Token);
        var body = await answer.Content.ReadAsStringAsync(Token);
        var events = WebUtility.HtmlDecode(Script().Match(body).Groups["events"].Value);

        _live.Change(["index.html"]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("event: reload", await _client.GetStringAsync(events, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_is_under_its_base_path_and_the_root_leads_there()
    {
        _basePath = "/base/";

        Assert.Equal(Page, Script().Replace(await _client.GetStringAsync("/base/guide/", Token), ""));
        Assert.Equal("/base/guide/", (await _client.GetAsync("/base/guide", Token)).Headers.Location?.OriginalString);
        Assert.Equal("/base/", (await _client.GetAsync("/", Token)).Headers.Location?.OriginalString);
        Assert.Equal("/base/", (await _client.GetAsync("/base", Token)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/guide/", Token)).StatusCode);
    }

    [Fact]
    public async Task It_is_read_only()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/guide/");
        var answer = await _client.SendAsync(head, Token);

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _client.PostAsync("/guide/", new StringContent("x"), Token)).StatusCode);
    }

    [Theory]
    [InlineData("/..%2f..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/guide/..%5c..%5csecret.txt")]
    public async Task Nothing_beside_the_site_can_be_read(string address)
    {
        _project.Write("secret.txt", "not the site's");

        Assert.DoesNotContain(
            "not the site's",
            await (await _client.GetAsync(new Uri(_server!.Origin + address.TrimStart('/')), Token)).Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_is_told_of_mistakes_of_their_end_and_of_its_change()
    {
        var events = WebUtility.HtmlDecode(Script().Match(await _client.GetStringAsync("/guide/", Token)).Groups["events"].Value);
        using var answer = await _client.GetAsync(events, HttpCompletionOption.ResponseHeadersRead, Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Token), Encoding.UTF8);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["retry: 500"], await EventAsync(lines));
        Assert.Equal(["event: mistakes", "data: []"], await EventAsync(lines));

        _live.Show([new Mistake("a.md:1:2", "wrong\n<b>", [new ExcerptLine(1, "text", 2, true)])]);
        Assert.Equal(
            [
                "event: mistakes",
                """data: [{"place":"a.md:1:2","message":"wrong\n\u003Cb\u003E","excerpt":[{"number":1,"text":"text","column":2,"isFaulty":true}]}]"""
            ],
            await EventAsync(lines));

        _live.Show([]);
        Assert.Equal(["event: mistakes", "data: []"], await EventAsync(lines));

        _live.Change(["guide/index.html"]);
        Assert.Equal(["event: reload", "data:"], await EventAsync(lines));
        Assert.Null(await lines.ReadLineAsync(Token));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        var port = _server!.Origin.Port;

        var refused = await Assert.ThrowsAsync<DiagnosticException>(() => PreviewServer.StartAsync(port, _live, () => ("", "/"), Token));

        Assert.Equal(
            $"port {port} is taken by another program on this machine; choose one by --port, or any free one by --port 0",
            Assert.Single(refused.Diagnostics).Message);
    }

    private static async Task<IReadOnlyList<string>> EventAsync(StreamReader lines)
    {
        var read = new List<string>();
        while (await lines.ReadLineAsync(Token) is { Length: > 0 } line)
        {
            read.Add(line);
        }

        return read;
    }

    [GeneratedRegex("""<script src="(?<script>[^"]+)" data-events="(?<events>[^"]+)" defer></script>""")]
    private static partial Regex Script();
}
