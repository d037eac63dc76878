using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

public sealed class WriteUpTests(SiteFixture site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_write_up_opens_and_nothing_fails(bool fromDisk)
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, fromDisk: fromDisk);

        Assert.NotEmpty(await open.Page.Locator("h1").InnerTextAsync());
        await open.ReadToTheEndAsync();

        Assert.Empty(open.Problems);
    }

    [Theory]
    [InlineData(SiteFixture.WriteUp)]
    [InlineData("")]
    public async Task Every_picture_is_drawn_at_a_whole_multiple_of_its_pixels(string path)
    {
        await using var open = await site.OpenAsync(path);
        await open.ReadToTheEndAsync();

        var broken = await open.Page.EvaluateAsync<string[]>(
            "() => [...document.images].filter(i => i.checkVisibility()).filter(i => i.naturalWidth === 0 || i.getBoundingClientRect().width === 0).map(i => i.currentSrc + ' ' + i.alt)");
        var scales = await open.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.digits img')].filter(i => i.checkVisibility()).map(i => i.getBoundingClientRect().height / i.naturalHeight)");

        Assert.Empty(broken);
        Assert.NotEmpty(scales);
        Assert.All(scales, scale => Assert.True(scale >= 1 && scale == Math.Round(scale), $"a digit is drawn at {scale} times its pixels"));
    }

    [Fact]
    public async Task Each_digit_shows_its_own_tile_of_the_strip()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);

        var wrong = await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.digits img')].filter(image => image.checkVisibility()).filter(image => {
              const style = getComputedStyle(image);
              const tile = Number(style.getPropertyValue('--i'));
              return Math.abs(parseFloat(style.objectPosition) + tile * image.getBoundingClientRect().width) > 0.01;
            }).map(image => image.alt)
            """);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(1280, 7_500)]
    [InlineData(390, 14_000)]
    public async Task The_write_up_is_a_story_and_not_a_list(int width, int mostPixels)
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, width);
        await open.ReadToTheEndAsync();

        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 1, mostPixels);
        Assert.InRange(await open.Page.Locator("*").CountAsync(), 1, 1_500);
        Assert.InRange(await open.Page.Locator(".toc a").CountAsync(), 1, 15);
    }

    [Fact]
    public async Task A_mistake_leads_to_its_place_among_all_of_them()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var mistake = open.Page.Locator(".cards .wrong a").First;
        var place = (await mistake.GetAttributeAsync("href"))!.Split('#')[1]; // it leads to an anchor
        await mistake.Locator("img").ClickAsync();

        await Assertions.Expect(open.Page).ToHaveURLAsync(new Regex($"/errors/#{place}$"));
        await Assertions.Expect(open.Page.Locator($"#{place} img")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Opening_takes_few_requests_and_little_data()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);

        var served = site.Server.ServedTo(open.Reader);
        Assert.InRange(served.Count, 1, 15);
        Assert.InRange(served.Sum(request => request.Bytes), 1, 300 * 1024);
    }

    [Fact]
    public async Task Reading_to_the_end_takes_few_requests_and_the_page_itself_stays_small()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await open.ReadToTheEndAsync();

        Assert.InRange(site.Server.ServedTo(open.Reader).Count, 1, 40);
        Assert.InRange(new FileInfo(Path.Combine(SiteFixture.Folder, SiteFixture.WriteUp, "index.html")).Length, 1, 150 * 1024);
    }

    [Theory]
    [InlineData(SiteFixture.WriteUp, 1280)]
    [InlineData(SiteFixture.WriteUp, 390)]
    [InlineData("", 1280)]
    [InlineData("", 390)]
    public async Task Nothing_shifts_after_it_is_drawn(string path, int width)
    {
        await using var open = await site.OpenAsync(path, width);
        await open.ReadToTheEndAsync();

        var shifts = await open.ShiftsAsync();

        Assert.True(shifts.Sum(shift => shift.Value) <= 0.02, string.Join('\n', shifts.Select(shift => $"{shift}")));
    }

    [Fact]
    public async Task Style_and_script_stay_small()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);

        var served = site.Server.ServedTo(open.Reader);
        Assert.InRange(Assert.Single(served, request => request.Path.EndsWith(".css", StringComparison.Ordinal)).Bytes, 1, 15 * 1024);
        Assert.InRange(Assert.Single(served, request => request.Path.EndsWith(".js", StringComparison.Ordinal)).Bytes, 1, 5 * 1024);
    }

    [Theory]
    [InlineData(SiteFixture.WriteUp, 320)]
    [InlineData(SiteFixture.WriteUp, 390)]
    [InlineData(SiteFixture.WriteUp, 768)]
    [InlineData("", 320)]
    [InlineData("", 390)]
    [InlineData(SiteFixture.Missing, 320)]
    public async Task Nothing_scrolls_the_page_sideways(string path, int width)
    {
        await using var open = await site.OpenAsync(path, width);

        var overflow = await open.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
    }

    [Fact]
    public async Task The_contents_follow_the_reader_and_keep_their_place_in_view()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var last = open.Page.Locator(".toc a").Last;
        await open.Page.EvaluateAsync("() => scrollTo(0, document.documentElement.scrollHeight)");

        await Assertions.Expect(last).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_confusion_matrix_is_a_table_that_says_which_axis_is_the_truth()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var matrix = open.Page.Locator(".matrix table").First;

        await Assertions.Expect(matrix.Locator("th[scope=colgroup]")).ToHaveTextAsync("Predicted class");
        await Assertions.Expect(matrix.Locator("th[scope=rowgroup]")).ToHaveTextAsync("True class");
        Assert.Equal(
            await matrix.Locator("tbody th[scope=row]").AllInnerTextsAsync(),
            await matrix.Locator("thead tr:nth-child(2) th").AllInnerTextsAsync());
    }
}
