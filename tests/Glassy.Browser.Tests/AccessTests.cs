using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

public sealed class AccessTests(SiteFixture site)
{
    /// <summary>Each page wide and narrow, light and dark, but not each with each: axe takes ten seconds for the write-up.</summary>
    public static TheoryData<string, int, ColorScheme> PagesAndSizes()
    {
        var data = new TheoryData<string, int, ColorScheme>();
        foreach (var path in new[] { SiteFixture.WriteUp, "", SiteFixture.Missing })
        {
            data.Add(path, 1280, ColorScheme.Light);
            data.Add(path, 390, ColorScheme.Dark);
        }

        foreach (var path in new[]
        {
            SiteFixture.Making,
            "image-classification/results/",
            "guide/components/",
            "guide/writing/",
            "category/guide/"
        })
        {
            data.Add(path, 1280, ColorScheme.Light);
            data.Add(path, 320, ColorScheme.Dark);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndSizes))]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string path, int width, ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(path, width, scheme);

        var result = await open.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_and_leads_to_the_text()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await open.Page.Keyboard.PressAsync("Tab");
        var skip = open.Page.Locator(".skip");

        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_reader_chooses_and_then_stays()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, scheme: ColorScheme.Dark);
        var dark = await PaperAsync(open);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to light theme" }).ClickAsync();
        var light = await PaperAsync(open);
        await open.Page.ReloadAsync();

        Assert.NotEqual(dark, light);
        Assert.Equal(light, await PaperAsync(open));
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to dark theme" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_phone_menu_opens_and_Escape_closes_it()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, width: 390, script: false);
        var current = open.Page.Locator(".sidebar a[aria-current=page]");
        await Assertions.Expect(current).ToBeHiddenAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await Assertions.Expect(current).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(current).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Without_script_the_page_is_whole(ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, scheme: scheme, script: false);
        var page = open.Page;

        await Assertions.Expect(page.Locator(".sidebar a[aria-current=page]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".toc a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".matrix table").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".tiles img").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".theme")).ToBeHiddenAsync();
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task From_disk_the_links_lead_to_pages()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, fromDisk: true);
        await open.Page.Locator(".brand").ClickAsync();
        await open.Page.WaitForLoadStateAsync();

        Assert.EndsWith("/index.html", new Uri(open.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await Assertions.Expect(open.Page.Locator("main")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Copying_code_takes_it_as_it_is()
    {
        await using var open = await site.OpenAsync(SiteFixture.Making);
        await open.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var code = open.Page.Locator(".code").First;
        await code.HoverAsync();
        await code.Locator(".copy").ClickAsync();

        await Assertions.Expect(code.Locator(".copy")).ToHaveAttributeAsync("aria-label", "Copied");
        Assert.Equal(
            (await code.Locator("pre").TextContentAsync())?.TrimEnd('\n'),
            await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task The_page_is_copied_as_the_Markdown_that_lies_beside_it()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp);
        await open.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as Markdown" }).ClickAsync();

        await Assertions.Expect(open.Page.Locator(".as-markdown [role=status]")).ToHaveTextAsync("Copied the page as Markdown");
        Assert.Equal(
            await File.ReadAllTextAsync(
                Path.Combine(SiteFixture.Folder, SiteFixture.WriteUp, "index.md"), TestContext.Current.CancellationToken),
            await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Without_script_the_Markdown_is_a_link()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, script: false);

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Link, new() { Name = "View as Markdown" })).ToBeVisibleAsync();
    }

    private static Task<string> PaperAsync(OpenPage open) =>
        open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
