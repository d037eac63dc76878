using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Glassy.Datasets.Drawings;
using Glassy.Drawing;
using Glassy.Imaging;
using Glassy.Models;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>The sheet as its readers use it: by mouse, finger and keyboard, from a server and from disk, with and without script.</summary>
public sealed class DrawPadTests(SiteFixture browser, DrawPadSite site) : IClassFixture<DrawPadSite>
{
    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("7")]
    public async Task What_is_drawn_is_read_as_the_program_reads_it(string digit)
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();

        await page.DrawAsync(digit);

        await Assertions.Expect(page.Said).ToHaveTextAsync(digit);
        var seen = await page.SeenAsync();
        var expected = DrawingPreprocessor.Prepare(await page.SheetPictureAsync(), new ImageShape(28, 28, 1), Polarity.BrightOnDark);
        Assert.NotNull(expected);
        Assert.All(expected.Zip(seen), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 2));
        var probabilities = Probabilities(site.Published, [.. seen.Select(level => (byte)level)]);
        Assert.All(probabilities.Zip(await page.BarsAsync()), pair => Assert.Equal(100 * pair.First, pair.Second, 0.06));
        Assert.StartsWith($"Read as {digit}, ", await page.Status.TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task The_answer_is_there_in_the_frame_of_the_last_stroke()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();
        await page.Sheet.EvaluateAsync("""
            sheet => {
              window.took = [];
              let frames = 0, begun = -1;
              const count = () => { frames++; requestAnimationFrame(count); };
              requestAnimationFrame(count);
              sheet.addEventListener('pointerup', () => { begun = frames; }, true);
              new MutationObserver(() => {
                if (begun >= 0) took.push(frames - begun);
                begun = -1;
              }).observe(document.querySelector('[data-status]'), { childList: true });
            }
            """);

        for (var i = 0; i < 5; i++)
        {
            await page.DrawAsync("3");
            await page.Clear.ClickAsync();
        }

        var frames = await open.Page.EvaluateAsync<int[]>("() => took");
        Assert.NotEmpty(frames);
        Assert.All(frames, count => Assert.InRange(count, 0, 1));
    }

    [Fact]
    public async Task Undo_and_clear_go_back_step_by_step_and_an_empty_sheet_has_no_answer()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();
        await Assertions.Expect(page.Undo).ToBeDisabledAsync();

        await page.DrawAsync("7");
        var seven = await page.SeenAsync();
        await page.DrawAsync("1");
        await page.Undo.ClickAsync();
        Assert.All(seven.Zip(await page.SeenAsync()), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 2));
        await page.Clear.ClickAsync();
        await Assertions.Expect(page.Said).ToHaveTextAsync("");
        await Assertions.Expect(page.Status).ToHaveTextAsync("The sheet is empty");
        Assert.All(await page.SeenAsync(), level => Assert.Equal(0, level));
        await open.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Said).ToHaveTextAsync("7");
        await page.Undo.ClickAsync();

        await Assertions.Expect(page.Said).ToHaveTextAsync("");
        await Assertions.Expect(page.Undo).ToBeDisabledAsync();
        await Assertions.Expect(page.Clear).ToBeDisabledAsync();
        await Assertions.Expect(open.Page.GetByText("Nothing is drawn yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_finger_draws_on_the_sheet_without_moving_the_page_and_scrolls_beside_it()
    {
        await using var open = await browser.OpenAsync(site.Address, width: 390);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();
        await page.Sheet.EvaluateAsync("sheet => sheet.scrollIntoView({ block: 'center' })");
        var before = await open.Page.EvaluateAsync<double>("() => scrollY");
        var box = await page.Sheet.BoundingBoxAsync();
        Assert.NotNull(box);
        var points = DrawPadPage.Digits["7"]
            .Chunk(2)
            .Select(point => (X: box.X + (point[0] * box.Width), Y: box.Y + (point[1] * box.Height)))
            .ToList();
        await using var devtools = await open.Page.Context.NewCDPSessionAsync(open.Page);
        await devtools.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });

        await TouchAsync(devtools, "touchStart", points[0]);
        foreach (var point in points.Skip(1))
        {
            await TouchAsync(devtools, "touchMove", point);
        }

        await TouchAsync(devtools, "touchEnd", null);

        await Assertions.Expect(page.Said).ToHaveTextAsync("7");
        Assert.Equal(before, await open.Page.EvaluateAsync<double>("() => scrollY"));
        Assert.Equal("none", await page.Sheet.EvaluateAsync<string>("sheet => getComputedStyle(sheet).touchAction"));
        Assert.Equal("auto", await page.Sheet.EvaluateAsync<string>("sheet => getComputedStyle(sheet.parentElement).touchAction"));
    }

    [Fact]
    public async Task By_keyboard_a_test_picture_is_chosen_read_and_undone()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.Picks.Nth(4).FocusAsync();

        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Picks.Nth(4)).ToHaveAttributeAsync("aria-pressed", "true");
        var expected = Probabilities(site.Published, site.Published.Gallery[4]);
        Assert.Equal(site.Published.Gallery[4].Select(level => (int)level), await page.SeenAsync());
        Assert.All(expected.Zip(await page.BarsAsync()), pair => Assert.Equal(100 * pair.First, pair.Second, 0.06));
        await Assertions.Expect(page.Status).ToHaveTextAsync(new Regex("^Read as "));
        await page.Undo.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Status).ToHaveTextAsync("The sheet is empty");
        await Assertions.Expect(page.Picks.First).ToBeFocusedAsync(); // the button that was pressed is out of use, and so is Clear
    }

    [Fact]
    public async Task On_a_dense_screen_the_sheet_is_as_sharp_as_the_screen_and_reads_the_same()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();
        await page.DrawAsync("3");
        var seen = await page.SeenAsync();
        await using var devtools = await open.Page.Context.NewCDPSessionAsync(open.Page);

        await devtools.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new() { ["width"] = 1280, ["height"] = 800, ["deviceScaleFactor"] = 3, ["mobile"] = false });
        await page.Clear.ClickAsync();
        await page.DrawAsync("3");

        Assert.Equal(840, await page.Sheet.EvaluateAsync<int>("sheet => sheet.width"));
        Assert.Equal(seen, await page.SeenAsync());
    }

    [Fact]
    public async Task The_weights_come_when_the_sheet_is_near_and_the_whole_page_is_at_most_150_KB()
    {
        await using var open = await browser.OpenAsync(new Uri(site.Server.Root, "far/"));
        Assert.DoesNotContain(site.Server.ServedTo(open.Reader), file => file.Path.EndsWith("model.js", StringComparison.Ordinal));

        await open.Page.Locator(".glassy-draw").ScrollIntoViewIfNeededAsync();
        await new DrawPadPage(open.Page).ReadyAsync();
        await open.ReadToTheEndAsync();

        Assert.Single(site.Server.ServedTo(open.Reader), file => file.Path.EndsWith("model.js", StringComparison.Ordinal));
        Assert.InRange(site.Server.ServedTo(open.Reader).Sum(file => file.Bytes), 80_000, 150 * 1024);
    }

    [Fact]
    public async Task From_disk_it_reads_as_from_a_server()
    {
        await using var open = await browser.OpenAsync(site.File);
        var page = new DrawPadPage(open.Page);

        await page.Picks.Nth(1).ClickAsync();
        await Assertions.Expect(page.Said).ToHaveTextAsync("1");
        await page.Clear.ClickAsync();
        await page.DrawAsync("7");

        await Assertions.Expect(page.Said).ToHaveTextAsync("7");
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Without_script_the_test_pictures_stand_with_their_answers()
    {
        await using var open = await browser.OpenAsync(site.Address, width: 320, script: false);

        await Assertions.Expect(open.Page.Locator("noscript p")).ToHaveTextAsync(new Regex("^Drawing needs JavaScript"));
        await Assertions.Expect(open.Page.Locator("[data-sheet]")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator(".glassy-draw-start li").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".glassy-draw-start li").First).ToHaveTextAsync(new Regex("^read as 0"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(site.Address, width, scheme);
        var page = new DrawPadPage(open.Page);
        await page.Picks.First.ClickAsync();
        await Assertions.Expect(page.Said).ToHaveTextAsync("0");

        var result = await open.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private static async Task TouchAsync(ICDPSession devtools, string type, (double X, double Y)? point) => await devtools.SendAsync(
        "Input.dispatchTouchEvent",
        new()
        {
            ["type"] = type,
            ["touchPoints"] = point is { } at ? new[] { new { x = at.X, y = at.Y } } : Array.Empty<object>(),
        });

    /// <summary>[classes] of the published weights, worked out here with no code of the site's.</summary>
    private static double[] Probabilities(BrowserModel model, byte[] pixels)
    {
        var inputs = new float[pixels.Length];
        InputNormalizer.Normalize(pixels, new ImageShape(model.Height, model.Width, 1), model.Normalize, inputs);
        var values = inputs.Select(value => (double)value).ToArray();
        foreach (var layer in model.Layers)
        {
            var weights = layer.Dequantize();
            values = [.. layer.Biases.Select((bias, row) =>
            {
                var sum = bias + values.Select((value, i) => value * weights[(row * layer.Inputs) + i]).Sum();
                return layer.Relu ? Math.Max(sum, 0) : sum;
            })];
        }

        var powers = values.Select(Math.Exp).ToArray();
        return [.. powers.Select(power => power / powers.Sum())];
    }
}
