using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>Tabs by keyboard, their memory, and how they choose together.</summary>
public sealed class TabsTests(SiteFixture browser, TabsSite site) : IClassFixture<TabsSite>
{
    [Theory]
    [InlineData("ArrowRight", "Windows")]
    [InlineData("ArrowRight ArrowRight", "Linux")]
    [InlineData("ArrowRight ArrowRight ArrowRight", "macOS")]
    [InlineData("ArrowLeft", "Linux")]
    [InlineData("End", "Linux")]
    [InlineData("End Home", "macOS")]
    public async Task Arrow_keys_home_and_end_choose_and_only_the_chosen_tab_is_a_stop(string keys, string expected)
    {
        await using var open = await browser.OpenAsync(site.AddressOf(""));
        await Tab(open, "macOS").FocusAsync();

        foreach (var key in keys.Split(' '))
        {
            await open.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(Tab(open, expected)).ToBeFocusedAsync();
        await Assertions.Expect(Tab(open, expected)).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(1, await open.Page.Locator(".tabs").First.Locator("[role=tab][tabindex='0']").CountAsync());
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Groups_of_one_name_choose_together_here_and_on_other_pages_and_others_do_not()
    {
        await using var open = await browser.OpenAsync(site.AddressOf(""));

        await Tab(open, "Windows").ClickAsync();
        Assert.Equal(["First of win.", "Second of win.", "Alone win."], await Shown(open));
        await Tab(open, "macOS").ClickAsync();
        Assert.Equal(["First of mac.", "Second of mac.", "Alone win."], await Shown(open));
        await Tab(open, "Linux").ClickAsync();
        Assert.Equal(["First of linux.", "Second of mac.", "Alone win."], await Shown(open));

        await open.GoToAsync(new Uri(site.AddressOf("other/")));
        Assert.Equal(["Other linux."], await Shown(open));
        await open.GoToAsync(new Uri(site.AddressOf("")));
        Assert.Equal(["First of linux.", "Second of mac.", "Alone win."], await Shown(open));
    }

    [Fact]
    public async Task The_address_holds_the_choice_and_makes_it()
    {
        await using var open = await browser.OpenAsync(site.AddressOf("?os=win"));
        Assert.Equal("First of win.", (await Shown(open))[0]);

        await Tab(open, "Linux").ClickAsync();

        Assert.EndsWith("?os=linux", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_one_panel_shows_and_the_labels_choose()
    {
        await using var open = await browser.OpenAsync(site.AddressOf(""), script: false);
        await Assertions.Expect(open.Page.GetByText("First of mac.")).ToBeVisibleAsync();

        await open.Page.Locator("label", new() { HasText = "Windows" }).ClickAsync();

        await Assertions.Expect(open.Page.GetByText("First of win.")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByText("First of mac.")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_tabs_boxes_and_code(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(site.AddressOf(""), width, scheme);
        await open.Page.Locator("summary", new() { HasText = "More" }).ClickAsync();

        var result = await open.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private static ILocator Tab(OpenPage open, string name) => open.Page.GetByRole(AriaRole.Tab, new() { Name = name });

    private static async Task<IReadOnlyList<string>> Shown(OpenPage open) =>
        [.. (await open.Page.Locator(".tab-panel.shown").AllInnerTextsAsync()).Select(text => text.Trim())];
}
