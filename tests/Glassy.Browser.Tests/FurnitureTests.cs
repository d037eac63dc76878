using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>What stands around the pages, as its readers use it.</summary>
public sealed class FurnitureTests(SiteFixture browser, FurnitureSite site) : IClassFixture<FurnitureSite>
{
    private Uri Page => new(site.Root, "guide/a/");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_with_all_menus_open(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(Page, width, scheme);
        await open.Page.Locator(width > 600 ? ".bar-nav summary" : ".menu").ClickAsync();

        var result = await open.Page.RunAxe();

        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))));
        Assert.Equal(
            0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(open.Problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_menu_opens_by_keyboard_with_and_without_script(bool script)
    {
        await using var open = await browser.OpenAsync(Page, script: script);
        var summary = open.Page.Locator(".bar-nav summary");
        await summary.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page.Locator(".bar-nav details a").First).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(open.Page.Locator(".bar-nav details a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_open_menu_closes_on_Escape_and_when_the_reader_turns_elsewhere()
    {
        await using var open = await browser.OpenAsync(Page);
        var (summary, link) = (open.Page.Locator(".bar-nav summary"), open.Page.Locator(".bar-nav details a").First);
        await summary.ClickAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await Assertions.Expect(summary).ToBeFocusedAsync();

        await summary.ClickAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await open.Page.Locator("h1").ClickAsync();

        await Assertions.Expect(link).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_the_phone_menu_has_the_navbar_and_the_announcement_stays()
    {
        await using var open = await browser.OpenAsync(Page, width: 390, script: false);
        await Assertions.Expect(open.Page.Locator(".announcement")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".announcement button")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator(".bar-nav a").First).ToBeHiddenAsync();

        await open.Page.Locator(".menu").ClickAsync();
        await open.Page.Locator(".site-links summary").ClickAsync();

        await Assertions.Expect(open.Page.Locator(".site-links a[aria-current=page]")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".site-links details a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_closed_announcement_is_not_drawn_again_and_moves_nothing()
    {
        await using var open = await browser.OpenAsync(Page);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Close the announcement" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator(".announcement")).ToBeHiddenAsync();

        await open.Page.GotoAsync(site.Root.AbsoluteUri);

        await Assertions.Expect(open.Page.Locator(".announcement")).ToBeHiddenAsync();
        var shifts = await open.ShiftsAsync();
        Assert.Empty(shifts);
    }

    [Theory]
    [InlineData("old/?a=1#part", true, "guide/a/?a=1#part")]
    [InlineData("older/?a=1", true, "guide/a/?a=1#part")]
    [InlineData("old/?a=1#part", false, "guide/a/")]
    [InlineData("older/", false, "guide/a/#part")]
    public async Task An_old_address_leads_on_and_with_script_keeps_query_and_fragment(string old, bool script, string expected)
    {
        await using var open = await browser.OpenAsync(Page, script: script);
        await open.Page.GotoAsync(new Uri(site.Root, old).AbsoluteUri);

        await Assertions.Expect(open.Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(new Uri(site.Root, expected).AbsoluteUri)));
    }
}
