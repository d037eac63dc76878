using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>The table of runs, ordered by its heads and filtered; and whole without script.</summary>
public sealed class RunTableTests(SiteFixture browser, RunsSite site) : IClassFixture<RunsSite>
{
    private const int Rows = 10; // nine of the sweep, and the three seeds in one

    private static readonly string[] Sweep =
    [
        .. new[] { 1, 10, 2 }.SelectMany(epochs => new[] { 50, 100, 200 }.Select(size => $"sweep, epochs {epochs}, batchSize {size}")),
    ];

    [Theory]
    [InlineData("Accuracy", 2, "percent")]
    [InlineData("Loss", 5, "number")]
    [InlineData("Seeds", 1, "count")]
    public async Task A_head_orders_by_number_then_turns_the_order_then_brings_the_recipes_back(string head, int column, string kind)
    {
        await using var open = await browser.OpenAsync(site.Tables);
        var recipes = await NamesAsync(open);

        await Head(open, head).ClickAsync();
        var up = await ValuesAsync(open, column, kind);
        Assert.Equal(up.Order(), up);
        await Assertions.Expect(Column(open, head)).ToHaveAttributeAsync("aria-sort", "ascending");

        await Head(open, head).ClickAsync();
        var down = await ValuesAsync(open, column, kind);
        Assert.Equal(up.OrderDescending(), down);
        Assert.NotEqual(up, down);
        await Assertions.Expect(Column(open, head)).ToHaveAttributeAsync("aria-sort", "descending");

        await Head(open, head).ClickAsync();
        Assert.Equal(recipes, await NamesAsync(open));
        await Assertions.Expect(open.Page.Locator("[aria-sort]")).ToHaveCountAsync(0);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Names_are_ordered_by_keyboard_with_the_numbers_in_them_as_numbers()
    {
        await using var open = await browser.OpenAsync(site.Tables);
        await Head(open, "Recipe").FocusAsync();

        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Head(open, "Recipe")).ToBeFocusedAsync();
        Assert.Equal(["seeds", .. Sweep[..3], .. Sweep[6..], .. Sweep[3..6]], await NamesAsync(open)); // 1, 2, 10
        Assert.NotEqual("none", await Head(open, "Recipe").EvaluateAsync<string>("head => getComputedStyle(head).outlineStyle"));
    }

    [Fact]
    public async Task What_has_no_value_is_last_in_either_order_and_one_head_alone_orders()
    {
        await using var open = await browser.OpenAsync(site.Tables);
        await Head(open, "Recipe").ClickAsync();

        foreach (var order in new[] { "ascending", "descending" })
        {
            await Head(open, "95% interval").ClickAsync();

            await Assertions.Expect(Column(open, "95% interval")).ToHaveAttributeAsync("aria-sort", order);
            await Assertions.Expect(open.Page.Locator("[aria-sort]")).ToHaveCountAsync(1);
            Assert.Equal(["seeds", .. Sweep], await NamesAsync(open)); // the seeds alone have an interval
        }
    }

    [Fact]
    public async Task What_is_typed_hides_the_rows_that_lack_it_and_how_many_are_left_is_said()
    {
        await using var open = await browser.OpenAsync(site.Tables);
        var field = open.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Only rows with" });
        await Assertions.Expect(Left(open)).ToHaveTextAsync($"{Rows} rows");

        await field.FillAsync(" Epochs 10, ");
        await Assertions.Expect(Left(open)).ToHaveTextAsync($"3 of {Rows} rows");
        Assert.Equal(Sweep[3..6], await NamesAsync(open));

        await Head(open, "Recipe").ClickAsync();
        await Head(open, "Recipe").ClickAsync();
        Assert.Equal(Sweep[3..6].Reverse(), await NamesAsync(open));

        await field.FillAsync("no such row");
        await Assertions.Expect(Left(open)).ToHaveTextAsync($"0 of {Rows} rows");
        await field.FillAsync("");
        await Assertions.Expect(Left(open)).ToHaveTextAsync($"{Rows} rows");
        Assert.Equal(Rows, (await NamesAsync(open)).Count);
    }

    [Fact]
    public async Task A_table_of_one_row_has_nothing_to_order_or_filter_and_a_curve_has_no_order()
    {
        await using var open = await browser.OpenAsync(site.Tables);

        await Assertions.Expect(open.Page.Locator(".runs")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator(".runs").Last.Locator("button, input")).ToHaveCountAsync(0);
        await Assertions.Expect(Head(open, "Recipe")).ToHaveCountAsync(1);
        await Assertions.Expect(Head(open, "By epoch")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Without_script_the_table_is_whole_and_with_it_nothing_in_it_has_moved(int width)
    {
        await using var plain = await browser.OpenAsync(site.Tables, width, script: false);
        await using var open = await browser.OpenAsync(site.Tables, width);
        await Assertions.Expect(Head(open, "Recipe")).ToBeVisibleAsync();

        await Assertions.Expect(plain.Page.Locator(".filters")).ToBeHiddenAsync();
        await Assertions.Expect(plain.Page.Locator(".runs button")).ToHaveCountAsync(0);
        Assert.Equal(await NamesAsync(plain), await NamesAsync(open));
        Assert.Equal(await SizesAsync(plain), await SizesAsync(open));
        Assert.Empty(plain.Problems);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_shifts_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(site.Tables, width, scheme);
        await Assertions.Expect(Head(open, "Recipe")).ToBeVisibleAsync();
        var shifts = await open.ShiftsAsync();
        Assert.Empty(shifts);

        await Head(open, "Accuracy").ClickAsync();
        await open.Page.GetByRole(AriaRole.Searchbox).FillAsync("epochs");
        var result = await open.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes
            .Take(5)
            .Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"))));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }

    [Fact]
    public async Task The_script_is_small_and_loaded_where_there_is_such_a_table()
    {
        await using var open = await browser.OpenAsync(site.Tables);
        await using var other = await browser.OpenAsync(site.Other);

        Assert.InRange(Assert.Single(site.Server.ServedTo(open.Reader), IsScript).Bytes, 1, 1200);
        Assert.DoesNotContain(site.Server.ServedTo(other.Reader), IsScript);

        static bool IsScript((string Path, long Bytes) request) => request.Path.EndsWith("/runs.js", StringComparison.Ordinal);
    }

    private static ILocator Left(OpenPage open) => open.Page.Locator(".runs").First.GetByRole(AriaRole.Status);

    private static ILocator Head(OpenPage open, string name) => open.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Column(OpenPage open, string name) =>
        open.Page.Locator(".sortable").First.GetByRole(AriaRole.Columnheader, new() { Name = name, Exact = true });

    /// <summary>The names of the first table's rows that are shown, in order.</summary>
    private static async Task<IReadOnlyList<string>> NamesAsync(OpenPage open) =>
        await open.Page.Locator(".runs").First.Locator("tbody th:visible")
        .EvaluateAllAsync<string[]>("names => names.map(name => name.firstChild.textContent.trim())");

    /// <summary>What a column of the first table shows, as numbers.</summary>
    private static async Task<IReadOnlyList<double>> ValuesAsync(OpenPage open, int column, string kind)
    {
        var cells = await open.Page.Locator(".runs").First.Locator($"tbody tr > :nth-child({column + 1})").AllInnerTextsAsync();
        return [.. cells.Select(
            text => kind == "count" ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length : Number(text.TrimEnd('%')))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> SizesAsync(OpenPage open) =>
        await open.Page.Locator(".runs").First.Locator("table, table :is(th, td)")
        .EvaluateAllAsync<string[]>(
            "cells => cells.map(cell => { const { width, height } = cell.getBoundingClientRect(); return `${width} × ${height}`; })");
}
