using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Glassy.Publishing;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>A reader's browser computes the figures of a page again from the published predictions.</summary>
public sealed class CheckNumbersTests(SiteFixture site)
{
    private const string Methods = "methods-and-checks/";
    private const string Results = "image-classification/results/";

    [Theory]
    [InlineData(Methods, false)]
    [InlineData(Results, false)]
    [InlineData(Results, true)]
    public async Task Every_marked_figure_that_follows_from_the_predictions_is_ticked(string page, bool fromDisk)
    {
        await using var open = await site.OpenAsync(page, fromDisk: fromDisk);

        var (right, wrong) = await CheckAsync(open);

        Assert.InRange(right, page == Methods ? 10 : 40, 1000);
        Assert.Equal(0, wrong);
        await Assertions.Expect(open.Page.Locator("[data-figure='accuracy.value'][data-checked='right']").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".check-numbers [role=status]")).ToHaveAttributeAsync("data-intact", "true");
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task One_altered_byte_turns_the_figures_that_it_changes_red_and_is_said()
    {
        await using var open = await site.OpenAsync("");
        var packed = await File.ReadAllBytesAsync(
            Path.Combine(SiteFixture.Folder, SiteFileNames.PredictionsPacked), TestContext.Current.CancellationToken);
        var unpacked = PackedPredictions.Read(packed, SiteFileNames.PredictionsPacked);
        var right = Enumerable.Range(0, unpacked.Labels.Length).First(i => unpacked.Labels[i] == unpacked.Answers[i]);
        packed[56 + unpacked.Labels.Length + right] = (byte)((unpacked.Answers[right] + 1) % 10); // docs/packed-predictions.md: head, labels, answers
        var script = PackedPredictions.WriteScript(packed);
        await open.Page.RouteAsync(
            "**/predictions-packed.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", BodyBytes = script }));
        await open.GoToAsync(new Uri(site.Server.Root, Results));

        var (_, wrong) = await CheckAsync(open);

        Assert.InRange(wrong, 2, 200);
        await Assertions.Expect(open.Page.Locator(".check-numbers [role=status]")).ToHaveAttributeAsync("data-intact", "false");
        await Assertions.Expect(open.Page.Locator("[data-checked='wrong']").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_page_of_methods_when_it_is_checked(int width, ColorScheme scheme)
    {
        await using var open = await site.OpenAsync(Methods, width, scheme);
        await CheckAsync(open);

        var result = await open.Page.RunAxe(new Deque.AxeCore.Commons.AxeRunContext { Include = [new("main")] });

        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.SelectMany(violation => violation.Nodes.Take(5).Select(node => $"{violation.Id}: {node.Html}"))));
        Assert.Equal(
            0, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /// <returns>Figures that agree, and that do not, as the page says it.</returns>
    private static async Task<(int Right, int Wrong)> CheckAsync(OpenPage open)
    {
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Check my numbers" }).ClickAsync();
        var status = open.Page.Locator(".check-numbers [role=status]");
        await Assertions.Expect(status).ToHaveTextAsync(new Regex("[0-9]"));
        int[] counts = [.. Regex.Matches((await status.TextContentAsync())!, "[0-9]+").Select(match => int.Parse(match.Value, null))];
        return (counts[0], counts[1]);
    }
}
