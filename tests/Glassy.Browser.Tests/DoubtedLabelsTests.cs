using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>A reader judges the labels that the model doubts, and takes the judgement away.</summary>
public sealed class DoubtedLabelsTests(SiteFixture site)
{
    private const string Page = "image-classification/results/";

    [Fact]
    public async Task What_is_judged_is_kept_and_taken_away_as_label_notes()
    {
        await using var open = await site.OpenAsync(Page);
        var rows = open.Page.Locator(".doubts tbody tr");
        var (first, second) = (rows.Nth(0), rows.Nth(1));
        await Assertions.Expect(open.Page.Locator(".doubts .take")).ToBeHiddenAsync();

        await first.GetByRole(AriaRole.Combobox).SelectOptionAsync("suggested");
        await second.GetByRole(AriaRole.Combobox).SelectOptionAsync("right");

        var notes = await NotesAsync(open);
        Assert.StartsWith("source: \"", notes, StringComparison.Ordinal);
        Assert.Contains(
            $"  - {{ index: {await Of(first, "index")}, given: \"{await Of(first, "given")}\", consensus: \"{await Of(first, "suggested")}\" }}\n",
            notes,
            StringComparison.Ordinal);
        Assert.DoesNotContain($"index: {await Of(second, "index")},", notes, StringComparison.Ordinal);
        await Assertions.Expect(open.Page.Locator(".doubts [role=status]")).ToHaveTextAsync("Judged: 2");

        await open.Page.ReloadAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("suggested");
        Assert.Equal(notes, await NotesAsync(open));
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Without_script_the_doubts_are_there_and_nothing_to_choose()
    {
        await using var open = await site.OpenAsync(Page, script: false);

        await Assertions.Expect(open.Page.Locator(".doubts tbody tr")).ToHaveCountAsync(12);
        await Assertions.Expect(open.Page.Locator(".doubts .judge").First).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_all_is_seen_without_scrolling_sideways(int width, ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(Page, width, scheme);
        await open.Page.Locator(".doubts select").First.SelectOptionAsync("split");

        var result = await open.Page.RunAxe(new Deque.AxeCore.Commons.AxeRunContext { Include = [new(".doubts")] });

        Assert.True(result.Violations.Length == 0, string.Join(
            '\n', result.Violations.SelectMany(violation => violation.Nodes.Take(5).Select(node => $"{violation.Id}: {node.Html}"))));
        Assert.Equal(0, await open.Page.Locator(".doubts .table-scroll").EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth"));
    }

    private static async Task<string?> Of(ILocator row, string name) => await row.GetAttributeAsync($"data-{name}");

    private static async Task<string> NotesAsync(OpenPage open) =>
        Uri.UnescapeDataString((await open.Page.Locator(".doubts .take a").GetAttributeAsync("href"))!.Split(',', 2)[1]);
}
