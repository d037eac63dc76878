using System.Net;
using Glassy.Checking;
using Glassy.Progress;

namespace Glassy.Tests.Checking;

public sealed class ExternalLinksTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryProject _project = new();
    private readonly Answers _answers = new();

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

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<IReadOnlyList<string>> CheckAsync(DateTimeOffset now, string[] addresses)
    {
        using var http = new HttpClient(_answers, disposeHandler: false);
        var links = new ExternalLinks(http, _project.PathOf(".cache/links"), new FixedTime(now), NoProgress.Instance);
        return [.. (await links.CheckAsync(addresses, Token)).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>Other sites: what is gone is at <c>/gone</c>.</summary>
    private sealed class Answers : HttpMessageHandler
    {
        private readonly List<string> _asked = [];

        public string[] TakeAsked()
        {
            string[] asked = [.. _asked.Order()];
            _asked.Clear();
            return asked;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_asked)
            {
                _asked.Add(request.RequestUri!.ToString()); // a request has an address
            }

            return Task.FromResult(new HttpResponseMessage(request.RequestUri.AbsolutePath == "/gone" ? HttpStatusCode.NotFound : HttpStatusCode.OK));
        }
    }
}
