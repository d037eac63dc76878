using System.Globalization;
using Deque.AxeCore.Playwright;
using Glassy.Metrics;
using Glassy.Publishing;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>
/// All test pictures: what is in the page, what is loaded, and that filters, orders, keys and addresses lead to the right ones.
/// </summary>
public sealed class GalleryTests(SiteFixture browser, GallerySite site) : IClassFixture<GallerySite>
{
    private UnpackedPredictions? _packed;

    private UnpackedPredictions Packed => _packed ??= PackedPredictions.Read(
        File.ReadAllBytes(site.PathOf(SiteFileNames.PredictionsPacked)), SiteFileNames.PredictionsPacked);

    [Fact]
    public async Task Only_what_is_seen_is_in_the_page_and_the_rest_comes_when_it_is_scrolled_to()
    {
        await using var open = await OpenAsync();
        Assert.InRange(await open.Page.Locator(".gallery li").CountAsync(), 40, 300);
        var first = await ShownAsync(open);
        Assert.Equal(Packed.GalleryOrder().Take(first.Count), first);

        await open.Page.Locator(".gallery .window").EvaluateAsync("box => { box.scrollTop = box.scrollHeight; }");

        await Assertions.Expect(open.Page.Locator($".gallery li[aria-posinset='{GallerySite.Total}']")).ToBeVisibleAsync();
        Assert.InRange(await open.Page.Locator(".gallery li").CountAsync(), 40, 300);
        Assert.Equal(Packed.GalleryOrder()[^1], (await ShownAsync(open))[^1]);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Little_is_loaded_before_anyone_scrolls_and_the_script_only_where_it_is_used()
    {
        await using var open = await OpenAsync();
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await using var other = await browser.OpenAsync(site.Other);

        var served = site.Server.ServedTo(open.Reader);
        Assert.InRange(served.Sum(request => request.Bytes), 1, 300 * 1024);
        Assert.InRange(served.Count(request => request.Path.Contains("/strips/all-", StringComparison.Ordinal)), 1, 2);
        Assert.InRange(served.Single(request => request.Path.EndsWith("/gallery.js", StringComparison.Ordinal)).Bytes, 1, 6 * 1024);
        Assert.DoesNotContain(site.Server.ServedTo(other.Reader), request => request.Path.Contains("gallery", StringComparison.Ordinal));
    }

    /// <summary>Of MNIST where it is here: 10,000 pictures.</summary>
    [Fact]
    public async Task On_the_sites_own_page_too()
    {
        await using var open = await browser.OpenAsync("image-classification/pictures/");
        await Assertions.Expect(open.Page.Locator(".gallery li[aria-posinset='1']")).ToBeVisibleAsync();
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.InRange(browser.Server.ServedTo(open.Reader).Sum(request => request.Bytes), 1, 300 * 1024);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Filters_leave_the_pictures_that_fit_and_what_is_chosen_is_in_the_address()
    {
        await using var open = await OpenAsync();
        await open.Page.GetByLabel("True class").SelectOptionAsync("4");
        await open.Page.GetByRole(AriaRole.Combobox, new() { Name = "Read", Exact = true }).SelectOptionAsync("right");
        await open.Page.GetByRole(AriaRole.Combobox, new() { Name = "group", Exact = true }).SelectOptionAsync("7");

        int[] expected = [.. Packed.GalleryOrder().Where(i => Packed.Labels[i] == 4 && Packed.Answers[i] == 4 && i % 20 == 7)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ShownAsync(open));
        await Assertions.Expect(open.Page.Locator(".found")).ToHaveTextAsync($"{expected.Length} of 1,000 pictures, 0 of them misread.");
        Assert.Contains("true=4&only=right&of.group=7", new Uri(open.Page.Url).Query, StringComparison.Ordinal);

        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.Locator(".found")).ToHaveTextAsync($"{expected.Length} of 1,000 pictures, 0 of them misread.");
        Assert.Equal(expected, await ShownAsync(open));

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator(".found")).ToContainTextAsync("1,000 of 1,000 pictures");
        Assert.Equal("", new Uri(open.Page.Url).Query);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("low")]
    [InlineData("sure")]
    [InlineData("unsure")]
    [InlineData("margin")]
    [InlineData("doubt")]
    [InlineData("by.1")]
    public async Task Each_order_is_that_of_the_packed_numbers(string order)
    {
        await using var open = await OpenAsync($"?sort={order}");
        var shown = await ShownAsync(open);

        double[] values = [.. shown.Select(index => ValueOf(order, index))];

        Assert.Equal(values.Order(), values);
        Assert.Equal(Enumerable.Range(0, GallerySite.Total).Select(index => ValueOf(order, index)).Order().Take(values.Length), values);
    }

    [Fact]
    public async Task A_picture_is_the_tile_at_its_place_in_the_strips()
    {
        var (order, perStrip) = (Packed.GalleryOrder(), 4096 / 28);
        foreach (var place in new[] { 0, perStrip - 1, perStrip, 500, GallerySite.Total - 1 })
        {
            await using var open = await OpenAsync($"?picture={order[place]}");
            var image = open.Page.Locator("dialog img");

            Assert.EndsWith($"all-{place / perStrip}.png", await image.GetAttributeAsync("src"), StringComparison.Ordinal);
            Assert.Equal(place % perStrip, await image.EvaluateAsync<int>("image => +image.style.getPropertyValue('--i')"));
        }
    }

    [Fact]
    public async Task A_picture_opens_with_its_largest_scores_and_a_mistake_leads_to_its_page()
    {
        await using var open = await OpenAsync();
        var index = Packed.GalleryOrder()[2];
        await open.Page.Locator(".gallery li").Nth(2).ClickAsync();

        var dialog = open.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        Assert.Contains($"picture={index}", open.Page.Url, StringComparison.Ordinal);
        var row = dialog.Locator("tr.truth");
        await Assertions.Expect(row).ToContainTextAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Math.Exp(-Packed.Scores!.Losses[index]):P1}").Replace(" ", "", StringComparison.Ordinal));
        Assert.InRange(await dialog.Locator("tbody tr").CountAsync(), 5, 7);
        Assert.Equal(6 * 28, await dialog.Locator("img").EvaluateAsync<double>("image => image.getBoundingClientRect().height"));
        await Assertions.Expect(dialog).ToContainTextAsync($"group: {index % 20}");

        await dialog.GetByRole(AriaRole.Link, new() { Name = "More of this mistake" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("h1")).ToContainTextAsync($"Test picture {index}:");
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task What_was_read_right_leads_to_no_page_and_its_neighbours_are_a_key_away()
    {
        await using var open = await OpenAsync("?only=right&sort=unsure");
        var shown = await ShownAsync(open);
        await open.Page.Locator(".gallery li").Nth(0).ClickAsync();
        var dialog = open.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".mistake")).ToBeHiddenAsync();

        await open.Page.Keyboard.PressAsync("ArrowLeft"); // there is none before the first
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.Locator("img")).ToHaveAttributeAsync("alt", $"{Packed.Labels[shown[2]]}, test picture {shown[2]}");

        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator(".gallery li").Nth(2).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        Assert.DoesNotContain("picture=", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrow_keys_go_from_picture_to_picture_and_tab_goes_past_them()
    {
        await using var open = await OpenAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).FocusAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(1, await FocusedAsync(open));

        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(2, await FocusedAsync(open));
        await open.Page.Keyboard.PressAsync("ArrowDown");
        var below = await FocusedAsync(open);
        Assert.InRange(below, 6, 40);
        await open.Page.Keyboard.PressAsync("End");
        Assert.Equal(GallerySite.Total, await FocusedAsync(open));
        await open.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(GallerySite.Total - (below - 2), await FocusedAsync(open));
        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal(1, await FocusedAsync(open));

        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => +!!document.activeElement.closest('.gallery li')"));
    }

    [Fact]
    public async Task Without_script_the_first_pictures_are_there_and_where_all_are_is_said()
    {
        await using var plain = await browser.OpenAsync(site.Gallery, script: false);

        await Assertions.Expect(plain.Page.Locator(".gallery li img")).ToHaveCountAsync(96);
        await Assertions.Expect(plain.Page.Locator(".filters")).ToBeHiddenAsync();
        var sentence = plain.Page.Locator(".gallery noscript"); // which this browser does not render when scripts are off by its tools
        Assert.StartsWith(
            "The first 96 of 1,000: label least probable first",
            await sentence.EvaluateAsync<string>("element => element.textContent"),
            StringComparison.Ordinal);
        Assert.Equal(
            site.Server.Root + "predictions.csv", await sentence.EvaluateAsync<string>("element => element.querySelector('a').href"));
        Assert.Empty(plain.Problems);
    }

    [Fact]
    public async Task From_disk_it_is_the_same()
    {
        await using var open = await browser.OpenAsync(site.FromDisk);
        await open.Page.GotoAsync(site.FromDisk.AbsoluteUri + "?only=wrong&sort=index"); // a file's Uri has no query
        await Assertions.Expect(open.Page.Locator(".gallery li[aria-posinset='1']")).ToBeVisibleAsync();
        var shown = await ShownAsync(open);
        Assert.Equal(Enumerable.Range(0, GallerySite.Total).Where(i => Packed.Labels[i] != Packed.Answers[i]).Take(shown.Count), shown);

        await open.Page.Locator(".gallery li").Nth(1).ClickAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "More of this mistake" }).ClickAsync();

        await Assertions.Expect(open.Page.Locator("h1")).ToContainTextAsync($"Test picture {shown[1]}:");
        Assert.Empty(open.Problems);
    }

    /// <summary>The same page with other numbers in the place of its own: the strips that it then looks for are not there.</summary>
    [Fact]
    public async Task A_hundred_thousand_pictures_are_no_more_elements()
    {
        const int count = 100_000;
        await using var open = await browser.OpenAsync(site.Other);
        var random = new Random(1);
        Prediction[] many = [.. Enumerable.Range(0, count).Select(i =>
        {
            double[] shares = [.. Enumerable.Range(0, 10).Select(_ => Math.Pow(random.NextDouble(), 9) + 1e-9)];
            return new Prediction(
                i,
                random.Next(10),
                Array.IndexOf(shares, shares.Max()),
                [.. shares.Select(share => (float)Math.Log(share / shares.Sum()))]);
        })];
        var script = PackedPredictions.WriteScript(PackedPredictions.Write(many, 10));
        await open.Page.RouteAsync(
            "**/predictions-packed.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", BodyBytes = script }));
        await open.Page.RouteAsync(
            "**/all-*.png",
            route => route.FulfillAsync(new() { ContentType = "image/png", Path = site.PathOf("assets/strips/all-0.png") }));
        await open.Page.RouteAsync(
            "**/all.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "glassyAttributes([])" }));

        await open.GoToAsync(new Uri(site.Gallery, "?sort=margin&true=3"));

        await Assertions.Expect(open.Page.Locator(".found")).ToContainTextAsync("of 100,000 pictures");
        Assert.InRange(await open.Page.Locator(".gallery li").CountAsync(), 40, 300);
        await open.Page.Locator(".gallery li button").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        Assert.Equal(many.Count(prediction => prediction.Label == 3), await FocusedAsync(open));
        Assert.InRange(await open.Page.Locator(".gallery li").CountAsync(), 10, 300);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_with_a_picture_open_or_not_and_nothing_shifts_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(site.Gallery, width, scheme);
        await Assertions.Expect(open.Page.Locator(".gallery li[aria-posinset='1']")).ToBeVisibleAsync();
        var shifts = await open.ShiftsAsync();
        Assert.Empty(shifts);
        await AssertCleanAsync(open);

        await open.Page.Locator(".gallery li").Nth(1).ClickAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertCleanAsync(open);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        Assert.Empty(open.Problems);
    }

    private static async Task AssertCleanAsync(OpenPage open)
    {
        var result = await open.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
    }

    private async Task<OpenPage> OpenAsync(string query = "")
    {
        var open = await browser.OpenAsync(new Uri(site.Gallery, query));
        await Assertions.Expect(open.Page.Locator(".gallery li[aria-posinset='1']")).ToBeAttachedAsync();
        return open;
    }

    /// <summary>What an order sorts by, the least first.</summary>
    private double ValueOf(string order, int index)
    {
        var scores = Packed.Scores!; // of digits there are some
        return order switch
        {
            "index" => index,
            "low" => scores.Losses[index],
            "sure" => scores.Rests[index],
            "unsure" => -scores.Rests[index],
            "margin" => Margin(),
            "doubt" => Packed.Labels[index] == Packed.Answers[index]
                ? Margin()
                : Math.Round(Math.Exp(-scores.Losses[index]) - (1 - scores.Rests[index]), 9),
            _ => index % 20, // the second attribute
        };

        double Margin()
        {
            double[] levels = [.. scores.Levels.Select(column => column[index] / 255.0).OrderDescending()];
            return Math.Round(levels[0] - levels[1], 9);
        }
    }

    /// <summary>The indices of the pictures in the page, in order.</summary>
    private static async Task<IReadOnlyList<int>> ShownAsync(OpenPage open) => await open.Page.Locator(".gallery li[aria-posinset] img")
        .EvaluateAllAsync<int[]>("images => images.map(image => +/test picture (\\d+)/.exec(image.alt)[1])");

    /// <summary>The place of the picture that has the focus, from 1; 0 for none.</summary>
    private static async Task<int> FocusedAsync(OpenPage open) =>
        await open.Page.EvaluateAsync<int>("() => +(document.activeElement.closest('.gallery li')?.getAttribute('aria-posinset') ?? 0)");
}
