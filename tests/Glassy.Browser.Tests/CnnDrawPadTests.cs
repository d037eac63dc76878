using System.IO.Compression;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Runs;

namespace Glassy.BrowserTests;

/// <summary>The sheet where a convolutional network reads it.</summary>
public sealed class CnnDrawPadTests(SiteFixture browser, CnnDrawPadSite site) : IClassFixture<CnnDrawPadSite>
{
    private const int MostBytes = 250 * 1024;

    [Fact]
    public async Task What_is_drawn_is_read_as_the_program_reads_it_with_the_published_weights()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        await page.ReadyAsync();

        await page.DrawAsync("7");

        byte[] seen = [.. (await page.SeenAsync()).Select(level => (byte)level)];
        var run = site.Run;
        var model = new TrainedModel(
            run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, site.Published.WeightsLike(site.Recorded.Weights));
        var read = Assert.Single(
            Evaluator.Evaluate(model, new LabeledImages(run.Dataset.Shape, seen, [7]), TestContext.Current.CancellationToken).Predictions);
        Assert.All(read.Probabilities.Zip(await page.BarsAsync()), pair => Assert.Equal(100 * pair.First, pair.Second, 0.06));
        await Microsoft.Playwright.Assertions.Expect(page.Said).ToHaveTextAsync(run.Dataset.Classes[read.Predicted]);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Its_weights_and_scripts_are_sent_in_a_quarter_of_a_megabyte()
    {
        await using var open = await browser.OpenAsync(site.Address);
        await new DrawPadPage(open.Page).ReadyAsync();
        var sent = 0L;
        foreach (var name in new[] { "drawing/model.js", "js/draw.js", "js/draw-reader.js" })
        {
            using var compressed = new MemoryStream();
            await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(await File.ReadAllBytesAsync(site.PathOf($"assets/{name}"), TestContext.Current.CancellationToken));
            }

            sent += compressed.Length;
        }

        Assert.InRange(sent, 50_000, MostBytes);
    }
}
