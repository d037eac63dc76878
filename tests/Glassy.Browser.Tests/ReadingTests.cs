using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>What helps a reader along the page: larger pictures, wrapped code, the way back to the top.</summary>
public sealed class ReadingTests(SiteFixture site)
{
    [Fact]
    public async Task A_picture_grows_by_whole_multiples_of_its_pixels_and_the_arrows_go_through_its_figure()
    {
        await using var open = await site.OpenAsync(SiteFixture.Making);
        var figure = open.Page.Locator("figure.tiles").First;
        var pictures = await figure.Locator("img").CountAsync();
        await figure.Locator("img").Nth(1).ClickAsync();
        var dialog = open.Page.Locator("dialog.zoom");
        await Assertions.Expect(dialog.Locator(".zoom-text")).ToContainTextAsync($"(2 of {pictures})");

        var scale = await dialog.EvaluateAsync<double[]>(
            "zoom => { const i = zoom.querySelector('img'); return [i.getBoundingClientRect().height / i.naturalHeight, i.getBoundingClientRect().width / i.getBoundingClientRect().height]; }");
        Assert.Equal(0, scale[0] % 1, 6);
        Assert.True(scale[0] >= 10, $"the picture is {scale[0]} times its pixels");
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.Locator(".zoom-text")).ToContainTextAsync($"(3 of {pictures})");
        await open.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task By_keyboard_a_figure_is_one_stop_that_opens_its_pictures_and_gets_the_focus_back()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, width: 390);
        var button = open.Page.Locator("figure.tiles .enlarge").First;
        await button.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page.Locator("dialog.zoom")).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Code_that_is_too_wide_can_be_wrapped_and_other_code_has_no_button_for_it()
    {
        await using var open = await site.OpenAsync(SiteFixture.Making, width: 390);
        var buttons = open.Page.Locator(".code-tools .wrap");
        var wide = await open.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('pre')].filter(p => p.scrollWidth > p.clientWidth).length");
        Assert.True(wide > 0, "no code is wider than a phone");
        await Assertions.Expect(buttons.Locator("visible=true")).ToHaveCountAsync(wide);

        var box = open.Page.Locator(".code", new() { Has = open.Page.Locator(".wrap:not([hidden])") }).First;
        await box.Locator(".wrap").ClickAsync();
        Assert.True(await box.Locator("pre").EvaluateAsync<bool>("p => p.scrollWidth <= p.clientWidth"));
        await Assertions.Expect(box.Locator(".wrap")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task The_way_back_to_the_top_shows_when_it_is_far()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var up = open.Page.GetByRole(AriaRole.Link, new() { Name = "Back to top" });
        await Assertions.Expect(up).ToBeHiddenAsync();
        await open.Page.EvaluateAsync("() => scrollTo(0, 5000)");
        await up.ClickAsync();

        Assert.Equal(0, await open.Page.EvaluateAsync<double>("() => scrollY"));
        await Assertions.Expect(up).ToBeHiddenAsync();
    }
}
