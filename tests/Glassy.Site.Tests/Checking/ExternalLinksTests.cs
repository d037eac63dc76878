using System.Net;
using Glassy.Checking;

namespace Glassy.Tests.Checking;

public sealed class ExternalLinksTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryProject _project = new();
    private readonly Answers _answers = new();
    private readonly RecordedProgress _progress = new();

    public void Dispose()
    {
        _answers.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task An_address_that_answered_is_not_asked_again_for_a_week_and_one_that_did_not_is()
    {
        string[] addresses = ["https://a.example/", "https://b.example/gone"];

        var first = await CheckAsync(Noon, addresses);
        Assert.Equal(addresses.Order(), _answers.TakeAsked());
        Assert.Equal(first, await CheckAsync(Noon.AddDays(7), addresses));
        Assert.Equal(["https://b.example/gone"], _answers.TakeAsked());
        await CheckAsync(Noon.AddDays(7).AddTicks(1), addresses);
        Assert.Equal(addresses.Order(), _answers.TakeAsked());

        Assert.EndsWith("`https://b.example/gone`: answers 404 Not Found", Assert.Single(first), StringComparison.Ordinal);
        Assert.Equal(["Asking other sites", "Asking other sites", "Asking other sites"], _progress.Ended);
    }

    [Fact]
    public async Task A_damaged_memory_is_none()
    {
        await CheckAsync(Noon, ["https://a.example/"]);
        var memory = _project.PathOf(".cache/links");
        await File.WriteAllTextAsync(memory, (await File.ReadAllTextAsync(memory, Token))[..^3], Token);
        _answers.TakeAsked();

        await CheckAsync(Noon, ["https://a.example/"]);

        Assert.Equal(["https://a.example/"], _answers.TakeAsked());
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(429, null)]
    [InlineData(304, "answers 304 X")]
    [InlineData(404, "answers 404 X")]
    [InlineData(428, "answers 428 X")]
    [InlineData(500, "answers 500 X")]
    public async Task A_server_that_answers_with_success_or_asks_for_patience_is_there(int status, string? problem)
    {
        using var server = new LocalServer(LocalServer.Status(status));
        using var http = new HttpClient();

        Assert.Equal(problem is null ? [] : [$"`{server.Address}`: {problem}"], await AskAsync(http, server.Address));
        Assert.Equal(["GET /mnist/ HTTP/1.1"], server.Requests);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(404, "answers 404 X")]
    public async Task A_redirect_is_followed_to_its_end(int status, string? problem)
    {
        using var end = new LocalServer(LocalServer.Status(status));
        using var server = new LocalServer(LocalServer.Redirect(end.Address));
        using var http = new HttpClient();

        Assert.Equal(problem is null ? [] : [$"`{server.Address}`: {problem}"], await AskAsync(http, server.Address));
        Assert.Equal((1, 1), (server.Requests.Count, end.Requests.Count));
    }

    [Fact]
    public async Task A_server_that_is_silent_or_that_cannot_be_reached_is_named()
    {
        using var server = new LocalServer(LocalServer.Silence());
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        Assert.Equal([$"`{server.Address}`: does not answer in time"], await AskAsync(http, server.Address));

        var dead = LocalServer.DeadAddress();
        http.Dispose();
        using var patient = new HttpClient();
        Assert.StartsWith($"`{dead}`: Connection refused", Assert.Single(await AskAsync(patient, dead)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_head_of_an_answer_is_waited_for()
    {
        using var server = new LocalServer(LocalServer.Stall(new byte[100], sent: 1));
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        Assert.Empty(await AskAsync(http, server.Address).WaitAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task A_cancelled_check_ends_and_remembers_nothing()
    {
        using var server = new LocalServer(LocalServer.Silence());
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var check = AskAsync(http, server.Address, cancellation.Token);
        while (server.Requests.IsEmpty)
        {
            await Task.Delay(5, Token);
        }

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Empty(_project.AllFiles());
    }

    [Fact]
    public async Task Nothing_is_asked_when_it_is_cancelled_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CheckAsync(Noon, ["https://a.example/"], new CancellationToken(canceled: true)));
        Assert.Empty(_answers.TakeAsked());
    }

    [Fact]
    public async Task Eight_addresses_are_asked_at_once()
    {
        _answers.Together = 8;
        await CheckAsync(Noon, [.. Enumerable.Range(0, 24).Select(i => $"https://{i}.example/")]).WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(8, _answers.MostAtOnce);
    }

    [Fact]
    public async Task Every_answer_is_let_go_of()
    {
        await CheckAsync(Noon, ["https://a.example/", "https://b.example/gone"]);
        Assert.Equal(2, _answers.Contents.Count);
        Assert.All(_answers.Contents, content => Assert.Throws<ObjectDisposedException>(() => content.ReadAsStream(Token)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<IReadOnlyList<string>> CheckAsync(
        DateTimeOffset now,
        string[] addresses,
        CancellationToken? cancellationToken = null)
    {
        using var http = new HttpClient(_answers, disposeHandler: false);
        return await AskAsync(http, now, addresses, cancellationToken ?? Token);
    }

    private Task<IReadOnlyList<string>> AskAsync(HttpClient http, Uri address, CancellationToken? cancellationToken = null) =>
        AskAsync(http, Noon, [address.ToString()], cancellationToken ?? Token);

    private async Task<IReadOnlyList<string>> AskAsync(
        HttpClient http,
        DateTimeOffset now,
        string[] addresses,
        CancellationToken cancellationToken)
    {
        var links = new ExternalLinks(http, _project.PathOf(".cache/links"), new FixedTime(now), _progress);
        return [.. (await links.CheckAsync(addresses, cancellationToken)).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>Other sites: what is gone is at <c>/gone</c>.</summary>
    private sealed class Answers : HttpMessageHandler
    {
        private readonly List<string> _asked = [];
        private readonly TaskCompletionSource _areTogether = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _atOnce;

        /// <summary>How many requests wait for each other before they are answered.</summary>
        public int Together { get; set; }

        public int MostAtOnce { get; private set; }

        public List<HttpContent> Contents { get; } = [];

        public string[] TakeAsked()
        {
            string[] asked = [.. _asked.Order()];
            _asked.Clear();
            return asked;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent([]);
            lock (_asked)
            {
                _asked.Add(request.RequestUri!.ToString()); // a request has an address
                Contents.Add(content);
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
                if (_atOnce >= Together)
                {
                    _areTogether.TrySetResult();
                }
            }

            await _areTogether.Task.WaitAsync(cancellationToken);
            await Task.Delay(Together, cancellationToken); // one too many would come meanwhile
            lock (_asked)
            {
                _atOnce--;
            }

            var status = request.RequestUri.AbsolutePath == "/gone" ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            return new HttpResponseMessage(status) { Content = content };
        }
    }
}
