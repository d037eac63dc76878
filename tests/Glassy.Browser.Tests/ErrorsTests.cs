using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>The confusion matrix, the explorer of wrong predictions and the pictures' own pages.</summary>
public sealed partial class ErrorsTests(SiteFixture site)
{
    private const string Errors = "image-classification/errors/";

    [Theory]
    [InlineData(SiteFixture.WriteUp)]
    [InlineData(Errors)]
    public async Task A_cell_opens_its_pictures_beside_the_matrix_and_puts_them_into_the_address(string path)
    {
        await using var open = await site.OpenAsync(path);
        var cell = open.Page.Locator(".matrix td.miss a").First;
        var (count, href) = (int.Parse(await cell.InnerTextAsync()), (await cell.GetAttributeAsync("href"))!);
        await cell.ClickAsync();

        await Assertions.Expect(open.Page.Locator(".panel li")).ToHaveCountAsync(count);
        var (truth, predicted) = await NamesAsync(open.Page.Locator(".panel .cell"));
        var alts = await open.Page.Locator(".panel img").EvaluateAllAsync<string[]>("images => images.map(i => i.alt)");
        Assert.All(alts, alt => Assert.StartsWith($"{truth} predicted as {predicted}, test picture ", alt, StringComparison.Ordinal));
        Assert.Equal(href[href.IndexOf('#', StringComparison.Ordinal)..], new Uri(open.Page.Url).Fragment);
        await Assertions.Expect(open.Page.Locator(".panel .cell-name")).ToBeInViewportAsync();
        await open.Page.GoBackAsync();
        await Assertions.Expect(open.Page.Locator(".panel")).ToHaveCountAsync(0);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task An_address_with_a_cell_opens_it()
    {
        await using var first = await site.OpenAsync(SiteFixture.WriteUp);
        await first.Page.Locator(".matrix td.miss a").First.ClickAsync();
        await Assertions.Expect(first.Page.Locator(".panel")).ToBeVisibleAsync();

        await using var shared = await site.OpenAsync(new Uri(first.Page.Url));

        await Assertions.Expect(shared.Page.Locator(".panel .cell-name"))
            .ToHaveTextAsync(await first.Page.Locator(".panel .cell-name").InnerTextAsync());
    }

    [Fact]
    public async Task Arrow_keys_move_through_the_matrix_and_Escape_leaves_the_pictures()
    {
        await using var open = await site.OpenAsync(Errors);
        var links = open.Page.Locator(".matrix td a");
        await links.First.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        var before = await open.Page.Locator(".panel .cell-name").InnerTextAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(open.Page.Locator(".panel .cell-name")).Not.ToHaveTextAsync(before);
        var focused = await open.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
        var opened = await NamesAsync(open.Page.Locator(".panel .cell"));
        Assert.StartsWith($"{opened.Truth} predicted as {opened.Predicted}: ", focused, StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open.Page.Locator(".panel")).ToHaveCountAsync(0);
        await Assertions.Expect(open.Page.Locator(".matrix td a:focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Counts_become_shares_of_the_row_and_of_the_column_and_counts_again()
    {
        await using var open = await site.OpenAsync(Errors);
        var cell = open.Page.Locator(".matrix td.hit a").First;
        var row = open.Page.Locator(".matrix tbody tr").First;
        var count = await cell.InnerTextAsync();
        var (right, total) = (Number(count), Number(await row.Locator("td.sum").First.InnerTextAsync()));
        var column = Number(await open.Page.Locator(".matrix tfoot td.sum").First.InnerTextAsync());

        await open.Page.GetByLabel("share of the true class").CheckAsync();
        await Assertions.Expect(cell).ToHaveTextAsync($"{right / total * 100:F0}%");
        await open.Page.GetByLabel("share of the predicted class").CheckAsync();
        await Assertions.Expect(cell).ToHaveTextAsync($"{right / column * 100:F0}%");
        await open.Page.GetByLabel("counts").CheckAsync();
        await Assertions.Expect(cell).ToHaveTextAsync(count);
    }

    [Fact]
    public async Task Without_script_a_cell_leads_to_its_pictures()
    {
        await using var open = await site.OpenAsync(SiteFixture.WriteUp, script: false);
        var cell = open.Page.Locator(".matrix td.miss a").First;
        var count = int.Parse(await cell.InnerTextAsync());
        await cell.ClickAsync();

        var pictures = open.Page.Locator(".cell:target li");
        await Assertions.Expect(pictures).ToHaveCountAsync(count);
        await Assertions.Expect(pictures.First.Locator("img")).ToBeInViewportAsync();
        await Assertions.Expect(open.Page.Locator(".filters")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_the_cells_of_the_drawings_show_theirs_below_the_matrix()
    {
        await using var open = await site.OpenAsync(SiteFixture.Making, script: false);
        var matrix = open.Page.Locator(".matrix").Last;
        await Assertions.Expect(matrix.Locator(".cell").First).ToBeHiddenAsync();
        await matrix.Locator("td a").First.ClickAsync();

        await Assertions.Expect(matrix.Locator(".cell:target img").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filters_leave_the_pictures_that_fit_and_are_in_the_address()
    {
        await using var open = await site.OpenAsync(Errors);
        var pictures = open.Page.Locator(".explorer > .cells li");
        var all = await pictures.CountAsync();
        var (truth, predicted) = await NamesAsync(open.Page.Locator(".explorer > .cells .cell").First);
        var count = await open.Page.Locator(".explorer > .cells .cell").First.Locator("li").CountAsync();
        await open.Page.Locator("select[name=true]").SelectOptionAsync(truth);
        await open.Page.Locator("select[name=predicted]").SelectOptionAsync(predicted);

        await Assertions.Expect(open.Page.Locator(".explorer > .cells li:visible")).ToHaveCountAsync(count);
        await Assertions.Expect(open.Page.Locator(".found")).ToHaveTextAsync($"{count} of {all} wrong predictions.");
        await using var shared = await site.OpenAsync(new Uri(open.Page.Url));
        await Assertions.Expect(shared.Page.Locator(".explorer > .cells li:visible")).ToHaveCountAsync(count);
        await shared.Page.GetByText("Show all").ClickAsync();
        await Assertions.Expect(shared.Page.Locator(".explorer > .cells li:visible")).ToHaveCountAsync(all);
        Assert.Equal("", new Uri(shared.Page.Url).Query);
    }

    [Fact]
    public async Task Sorted_by_loss_the_highest_is_first_and_a_filter_has_worked_when_its_change_is_told()
    {
        await using var open = await site.OpenAsync(Errors);
        await open.Page.Locator("select[name=sort]").SelectOptionAsync("loss");
        var losses = await open.Page.Locator(".explorer > .cells li").EvaluateAllAsync<double[]>("items => items.map(i => +i.dataset.l)");
        var shown = await open.Page.EvaluateAsync<int[]>("""
            () => [90, 0, 90].map(sure => {
              const form = document.querySelector('.filters');
              form.elements.sure.value = sure || '';
              form.dispatchEvent(new Event('change'));
              return [...document.querySelectorAll('.explorer > .cells li')].filter(item => item.checkVisibility()).length;
            })
            """);

        Assert.Equal(losses.OrderDescending(), losses);
        Assert.Equal(losses.Length, shown[1]);
        Assert.InRange(shown[0], 1, losses.Length - 1);
        Assert.Equal(shown[0], shown[2]);
    }

    [Fact]
    public async Task Opening_the_explorer_costs_little()
    {
        await using var open = await site.OpenAsync(Errors);
        await open.ReadToTheEndAsync();

        Assert.InRange(site.Server.ServedTo(open.Reader).Sum(request => request.Bytes), 1, 500 * 1024);
        Assert.Empty(open.Problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_has_a_page_that_shows_what_the_model_made_of_it(bool script)
    {
        await using var open = await site.OpenAsync(Errors, script: script);
        var picture = open.Page.Locator(".explorer > .cells li").First;
        var index = (await picture.GetAttributeAsync("id"))!["picture-".Length..];
        await picture.Locator("a").First.ClickAsync();
        await open.Page.WaitForLoadStateAsync();

        Assert.Matches(TitleOf(), await open.Page.Locator("h1").InnerTextAsync());
        Assert.Contains($" {index}:", await open.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var shares = await open.Page
            .Locator(".answers td")
            .EvaluateAllAsync<double[]>("cells => cells.map(c => parseFloat(c.textContent))");
        Assert.Equal(10, shares.Length);
        Assert.InRange(shares.Sum(), 99.9, 100.1);
        Assert.Equal(shares.OrderDescending(), shares);
        await Assertions.Expect(open.Page.Locator(".evidence img")).ToHaveCountAsync(3);
        await Assertions.Expect(open.Page.Locator("#nearest ~ .tiles li")).ToHaveCountAsync(8);
        await open.Page.GetByText("All of").ClickAsync();
        await Assertions.Expect(open.Page.Locator($"#picture-{index}")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(Errors, width, scheme);
        await open.Page.Locator(".matrix td.miss a").First.ClickAsync();
        await Assertions.Expect(open.Page.Locator(".panel")).ToBeVisibleAsync();
        await CheckAsync(open);

        await open.Page.Locator(".explorer > .cells li a").First.ClickAsync();
        await open.Page.WaitForLoadStateAsync();
        await CheckAsync(open);
    }

    private static async Task CheckAsync(OpenPage open)
    {
        var result = await open.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }

    private static async Task<(string Truth, string Predicted)> NamesAsync(ILocator cell) =>
        ((await cell.GetAttributeAsync("data-truth"))!, (await cell.GetAttributeAsync("data-predicted"))!);

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Test picture \d+: \S+ predicted as \S+$")]
    private static partial Regex TitleOf();
}
