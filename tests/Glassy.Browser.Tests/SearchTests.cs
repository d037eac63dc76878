using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

public sealed class SearchTests(SiteFixture site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("Control+k")]
    public async Task Keys_open_it_arrows_choose_and_Enter_leads_to_the_place(string key)
    {
        await using var open = await site.OpenAsync("");
        await open.Page.Keyboard.PressAsync(key);
        await AskAsync(open, "confusion matrix");
        var chosen = open.Page.Locator(".search-box [aria-selected=true]");

        await Assertions.Expect(chosen).ToContainTextAsync("Confusion matrix");
        // every option has one
        await Assertions.Expect(Input(open)).ToHaveAttributeAsync("aria-activedescendant", (await chosen.GetAttributeAsync("id"))!);
        var first = await chosen.TextContentAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(chosen).Not.ToHaveTextAsync(first!); // just read
        await open.Page.Keyboard.PressAsync("ArrowUp");
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page).ToHaveURLAsync(new Regex("/image-classification/glassy/#confusion-matrix$"));
        await Assertions.Expect(open.Page.Locator("#confusion-matrix")).ToBeInViewportAsync();
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_click_on_a_place_of_the_same_page_closes_it_and_goes_there()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await AskAsync(open, "confusion matrix");
        await open.Page.Locator(".search-box [role=option]", new() { HasText = "Confusion matrix" }).First.ClickAsync();

        await Assertions.Expect(open.Page.Locator(".search-box")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("#confusion-matrix")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Escape_closes_it_and_gives_the_focus_back_and_a_slash_in_a_field_is_a_slash()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var button = open.Page.GetByRole(AriaRole.Button, new() { Name = "Search" });
        await button.FocusAsync();
        await open.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(Input(open)).ToBeFocusedAsync();
        await open.Page.Keyboard.TypeAsync("a/b");

        await Assertions.Expect(Input(open)).ToHaveValueAsync("a/b");
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open.Page.Locator(".search-box")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(SiteFixture.WriteUp, true)]
    [InlineData(SiteFixture.Missing, false)]
    public async Task It_works_from_disk_under_a_base_path_and_on_the_page_of_no_address(string path, bool fromDisk)
    {
        await using var open = await site.OpenAsync(path, fromDisk: fromDisk);
        await open.Page.Keyboard.PressAsync("/");
        await AskAsync(open, "recogniesr");

        await Assertions.Expect(open.Page.Locator(".search-box mark").First).ToHaveTextAsync(new Regex("^recognise"));
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page)
            .ToHaveURLAsync(new Regex(fromDisk ? "/image-classification/glassy/index.html(#|$)" : "/image-classification/glassy/(#|$)"));
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Mr. Glassy the Bot");
        Assert.DoesNotContain(open.Problems, problem => problem.Contains("assets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_number_of_results_is_announced_and_what_to_try_without_any()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await open.Page.Keyboard.PressAsync("/");
        await AskAsync(open, "pictures");
        var status = open.Page.Locator(".search-box [role=status]");

        await Assertions.Expect(status).ToHaveTextAsync(new Regex("^[0-9]+ pages?(, the best 10 shown)?$"));
        await Input(open).FillAsync("zzqqxxyy");
        await Assertions.Expect(status).ToContainTextAsync("Nothing is found for “zzqqxxyy”. Try");
        await Assertions.Expect(open.Page.Locator(".search-box [role=option]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_while_it_is_open(int width, ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, width, scheme);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await AskAsync(open, "pictures");

        var result = await open.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.Equal(
            0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task What_is_typed_while_its_script_is_on_its_way_is_not_lost()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        var script = site.Server.Hold(open.Reader, "search.js");

        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("recogniesr");
        await script.Asked.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Assertions.Expect(Input(open)).ToHaveCountAsync(0);
        script.Release();

        await Assertions.Expect(open.Page.Locator(".search-box mark").First).ToHaveTextAsync(new Regex("^recognise"));
        await Assertions.Expect(Input(open)).ToHaveValueAsync("recogniesr");
        await open.Page.Keyboard.TypeAsync("x");
        await Assertions.Expect(Input(open)).ToHaveValueAsync("recogniesrx");
    }

    [Fact]
    public async Task Keys_are_the_pages_own_again_where_its_script_cannot_be_had()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        site.Server.Hold(open.Reader, "search.js").Refuse();
        await open.Page.EvaluateAsync("() => { window.seen = ''; addEventListener('keypress', event => { window.seen += event.key; }); }");

        await open.Page.Keyboard.PressAsync("/");
        var seen = "";
        for (var i = 0; i < 200 && seen.Length == 0; i++) // a key is kept as long as the script may still come
        {
            await open.Page.Keyboard.TypeAsync("a");
            seen = await open.Page.EvaluateAsync<string>("() => window.seen");
        }

        Assert.Equal("a", seen);
    }

    [Fact]
    public async Task Nothing_of_it_is_loaded_before_it_is_used_and_without_script_there_is_no_button()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await using var plain = await site.OpenAsync(SiteFixture.WriteUp, script: false);

        Assert.DoesNotContain(
            site.Server.ServedTo(open.Reader).Concat(site.Server.ServedTo(plain.Reader)),
            request => request.Path.Contains("search", StringComparison.Ordinal));
        await Assertions.Expect(open.Page.Locator(".search")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator(".search")).ToBeHiddenAsync();
    }

    private static ILocator Input(OpenPage open) => open.Page.GetByRole(AriaRole.Combobox);

    private static async Task AskAsync(OpenPage open, string query)
    {
        await Input(open).FillAsync(query);
        await open.Page.Locator(".search-box mark").First.WaitForAsync();
    }
}
