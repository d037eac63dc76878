using System.Security.Cryptography;
using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets.Files;

public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] Content = Noise(200_000);
    private static readonly byte[] Body = IdxFixture.Gzip(Content);
    private static readonly DownloadFile File = new("x.gz", Convert.ToHexStringLower(SHA256.HashData(Content)));

    private readonly TemporaryProject _project = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly FastTime _time = new(factor: 20);
    private readonly RecordedProgress _progress = new();

    /// <summary>Long time-outs: a busy machine must not look like a bad mirror.</summary>
    private DownloadPolicy _policy = DownloadPolicy.Patient with
    {
        ResponseTimeout = TimeSpan.FromMinutes(10),
        StallTimeout = TimeSpan.FromMinutes(10)
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task A_file_is_saved_under_its_name_and_progress_reaches_its_size()
    {
        using var server = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, server.Address);

        Assert.Equal(["sets/x.gz"], _project.AllFiles());
        Assert.Equal(Body, await System.IO.File.ReadAllBytesAsync(_project.PathOf("sets/x.gz"), Token));
        Assert.Equal(["GET /mnist/x.gz HTTP/1.1"], server.Requests);
        Assert.Equal(["Downloading x.gz"], _progress.Titles);
        Assert.Equal(Body.Length, _progress.Amounts.Last());
        Assert.Equal(_progress.Amounts.Distinct().Order(), _progress.Amounts);
        Assert.InRange(_progress.Amounts.First(), 1, 1 << 16); // a buffer
        Assert.Equal(_progress.Titles, _progress.Ended);
    }

    [Fact]
    public async Task On_404_the_next_mirror_is_asked_at_once()
    {
        using var first = new LocalServer(LocalServer.Status(404));
        using var second = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, first.Address, second.Address);

        Assert.Single(first.Requests);
        Assert.Single(second.Requests);
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task On_503_the_same_mirror_is_asked_again_after_a_wait()
    {
        using var server = new LocalServer(LocalServer.Status(503), LocalServer.Body(Body));
        using var second = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, server.Address, second.Address);

        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(second.Requests);
        Assert.Contains(TimeSpan.FromSeconds(1), _time.Asked);
        Assert.Equal(["x.gz: 127.0.0.1: HTTP 503; asking again in 1 s"], _progress.Messages);
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task Waits_double_and_then_the_next_mirror_is_asked()
    {
        using var first = new LocalServer(LocalServer.Status(500));
        using var second = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, first.Address, second.Address);

        Assert.Equal(3, first.Requests.Count);
        Assert.Equal([1.0, 2.0], _time.Asked.Select(wait => wait.TotalSeconds).Where(seconds => seconds is > 0 and < 10));
    }

    [Fact]
    public async Task A_body_that_ends_early_is_asked_for_again()
    {
        using var server = new LocalServer(LocalServer.Truncated(Body, 1000), LocalServer.Body(Body));
        await DownloadAsync(Token, server.Address);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task Wrong_bytes_are_not_kept_and_the_next_mirror_is_asked()
    {
        using var first = new LocalServer(LocalServer.Body(IdxFixture.Gzip([1, 2, 3])));
        using var second = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, first.Address, second.Address);

        Assert.Single(first.Requests);
        Assert.Equal(Body, await System.IO.File.ReadAllBytesAsync(_project.PathOf("sets/x.gz"), Token));
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task A_stalled_body_is_asked_for_again()
    {
        _policy = _policy with { StallTimeout = TimeSpan.FromSeconds(20) };
        using var server = new LocalServer(LocalServer.Stall(Body, 1000), LocalServer.Body(Body));
        await DownloadAsync(Token, server.Address);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task A_slow_but_steady_body_is_waited_for()
    {
        var limit = TimeSpan.FromSeconds(200); // ten seconds, as the time runs here: longer than a busy machine keeps a piece waiting
        _policy = _policy with { Attempts = 1, ResponseTimeout = limit, StallTimeout = limit };
        using var server = new LocalServer(LocalServer.Slow(Body, pieces: 24, pause: TimeSpan.FromSeconds(0.5)));
        await DownloadAsync(Token, server.Address);

        Assert.Single(server.Requests);
        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task When_no_mirror_has_it_every_reason_is_given_and_nothing_stays()
    {
        _policy = _policy with { Attempts = 2, StallTimeout = TimeSpan.FromSeconds(20) };
        using var stalled = new LocalServer(LocalServer.Stall(Body, 1000));
        using var wrong = new LocalServer(LocalServer.Body([1, 2, 3]));
        using var broken = new LocalServer(LocalServer.Body([.. Body[..10], 0xff, 0xff, 0xff]));
        using var gone = new LocalServer(LocalServer.Status(410));
        var exception = await Assert.ThrowsAsync<DownloadException>(
            () => DownloadAsync(Token, stalled.Address, wrong.Address, broken.Address, gone.Address, LocalServer.DeadAddress()));

        Assert.Equal(
            "x.gz could not be downloaded (127.0.0.1: stalled after 1,000 bytes; "
            + $"127.0.0.1: sent other bytes (SHA-256 039058c6f2c0…, expected {File.Sha256[..12]}…); "
            + "127.0.0.1: sent a corrupt gzip; 127.0.0.1: HTTP 410; 127.0.0.1: cannot be reached)",
            exception.Message);
        Assert.Empty(_project.AllFiles());
    }

    [Fact]
    public async Task Cancelling_in_the_middle_leaves_nothing_behind()
    {
        using var server = new LocalServer(LocalServer.Stall(Body, 100_000));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var download = new Downloader(_http, TimeProvider.System, _progress, DownloadPolicy.Patient)
            .DownloadAsync(File, [server.Address], _project.PathOf("sets"), cancel.Token);
        while (_progress.Amounts.LastOrDefault() < 100_000)
        {
            await Task.Delay(5, Token);
        }

        Assert.NotEmpty(_project.AllFiles());
        Assert.All(_project.AllFiles(), file => Assert.StartsWith("sets/.x.gz.", file, StringComparison.Ordinal));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        Assert.Empty(_project.AllFiles());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_while_a_mirror_is_silent_ends_the_wait()
    {
        using var server = new LocalServer(LocalServer.Silence());
        await CancelAsync(server, () => !server.Requests.IsEmpty);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_between_two_attempts_ends_the_wait()
    {
        using var server = new LocalServer(LocalServer.Status(503));
        await CancelAsync(server, () => !_progress.Messages.IsEmpty);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task An_answer_is_let_go_of_whether_or_not_it_is_used(int status)
    {
        using var answer = new AnswerOnce(status, Body);
        using var http = new HttpClient(answer, disposeHandler: false);
        var download = new Downloader(http, _time, _progress, _policy).DownloadAsync(
            File, [new Uri("http://a.example/")], _project.PathOf("sets"), Token);
        await Record.ExceptionAsync(() => download);

        Assert.Equal(status != 200, download.IsFaulted);
        Assert.Throws<ObjectDisposedException>(() => answer.Content.ReadAsStream(Token));
    }

    [Fact]
    public async Task What_an_interrupted_process_had_fetched_is_swept()
    {
        _project.Write("sets/.x.gz.0123456789abcdef0123456789abcdef/x.gz", "half");
        using var server = new LocalServer(LocalServer.Body(Body));
        await DownloadAsync(Token, server.Address);

        Assert.Equal(["sets/x.gz"], _project.AllFiles());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_reported()
    {
        _project.Write("sets", "a file where the folder should be");
        using var server = new LocalServer(LocalServer.Body(Body));
        var exception = await Assert.ThrowsAsync<DownloadException>(() => DownloadAsync(Token, server.Address));
        Assert.StartsWith("x.gz could not be saved: ", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    /// <summary>Cancels once something has happened, where time stands still: nothing but the token can end the download.</summary>
    private async Task CancelAsync(LocalServer server, Func<bool> hasHappened)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var download = new Downloader(_http, new StandingTime(), _progress, DownloadPolicy.Patient)
            .DownloadAsync(File, [server.Address], _project.PathOf("sets"), cancel.Token);
        while (!hasHappened())
        {
            await Task.Delay(5, Token);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Empty(_project.AllFiles());
    }

    private Task DownloadAsync(CancellationToken cancellationToken, params Uri[] mirrors) =>
        new Downloader(_http, _time, _progress, _policy).DownloadAsync(File, mirrors, _project.PathOf("sets"), cancellationToken);

    /// <summary>No timer ever fires.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private sealed class AnswerOnce(int status, byte[] body) : HttpMessageHandler
    {
        public ByteArrayContent Content { get; } = new(body);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = Content });
    }
}
