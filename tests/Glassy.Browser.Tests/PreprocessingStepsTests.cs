using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>The table of pictures that shows what preprocessing makes of them.</summary>
public sealed class PreprocessingStepsTests(SiteFixture browser, RunsSite site) : IClassFixture<RunsSite>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Each_picture_is_another_tile_at_a_whole_multiple_of_its_pixels_and_axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(site.Steps, width, scheme);
        await open.ReadToTheEndAsync();

        var pictures = open.Page.Locator(".steps td img");
        await Assertions.Expect(pictures).ToHaveCountAsync(10 * 4); // ten digits; as they are, and three columns
        var scales = await pictures.EvaluateAllAsync<double[]>(
            "images => images.map(image => image.getBoundingClientRect().height / image.naturalHeight)");
        var offsets = await pictures.EvaluateAllAsync<double[]>(
            "images => images.map(image => parseFloat(getComputedStyle(image).objectPosition))");
        Assert.All(
            scales, scale => Assert.True(scale >= 1 && scale == Math.Round(scale), $"a picture is drawn at {scale} times its pixels"));
        Assert.Equal(offsets.Length, offsets.Distinct().Count());

        var result = await open.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_picture_grows_to_its_own_tile()
    {
        await using var open = await browser.OpenAsync(site.Steps);
        var picture = open.Page.Locator(".steps tbody tr").Nth(3).Locator("img").Nth(2);
        await picture.ClickAsync();

        var large = open.Page.Locator("dialog img.tile");
        await Assertions.Expect(large).ToBeVisibleAsync();
        Assert.Equal(await picture.GetAttributeAsync("alt"), await large.GetAttributeAsync("alt"));
        Assert.Equal(
            await picture.EvaluateAsync<int>("image => +getComputedStyle(image).getPropertyValue('--i')"),
            await large.EvaluateAsync<int>(
                "image => Math.round(-parseFloat(getComputedStyle(image).objectPosition) / image.getBoundingClientRect().width)"));
    }
}
