using Glassy.Preview;

namespace Glassy.Tests.Preview;

public sealed class LiveSiteTests
{
    private static readonly string[] Page = ["a/index.html", "404.html"];
    private static readonly Mistake Wrong = new("input/a.md:1:1", "wrong", []);

    private readonly LiveSite _live = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_loaded_again_when_a_file_of_its_own_changes_and_not_when_another_does()
    {
        var next = _live.NextAsync(Page, _live.Version, _live.Mistakes, Token);

        _live.Change(["b/index.html"]);
        await Task.Delay(50, Token);
        Assert.False(next.IsCompleted);

        _live.Change(["a/index.html"]);
        Assert.True((await next).Reload);
    }

    [Fact]
    public async Task A_change_between_sending_a_page_and_its_listening_is_not_lost()
    {
        var sent = _live.Version;
        _live.Change(["a/index.html"]);

        Assert.True((await _live.NextAsync(Page, sent, null, Token)).Reload);
        Assert.False((await _live.NextAsync(Page, _live.Version, null, Token)).Reload);
    }

    [Fact]
    public async Task A_style_concerns_every_page()
    {
        var next = _live.NextAsync(Page, _live.Version, _live.Mistakes, Token);

        _live.ChangeAll();

        Assert.True((await next).Reload);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123-7")]
    [InlineData("nonsense")]
    public async Task A_page_of_an_earlier_preview_is_loaded_again(string version) =>
        Assert.True((await _live.NextAsync(Page, version, null, Token)).Reload);

    [Fact]
    public async Task Mistakes_are_told_at_once_then_when_they_change_and_when_they_are_mended()
    {
        var version = _live.Version;
        var none = await _live.NextAsync(Page, version, null, Token);
        var next = _live.NextAsync(Page, version, none.Mistakes, Token);

        _live.Show([Wrong]);
        var shown = await next;
        next = _live.NextAsync(Page, version, shown.Mistakes, Token);
        _live.Show([]);
        var mended = await next;

        Assert.Empty(none.Mistakes);
        Assert.Equal([Wrong], shown.Mistakes);
        Assert.Equal((false, 0), (mended.Reload, mended.Mistakes.Count));
    }

    [Fact]
    public async Task Who_stops_listening_waits_no_longer()
    {
        using var gone = new CancellationTokenSource();
        var next = _live.NextAsync(Page, _live.Version, _live.Mistakes, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
