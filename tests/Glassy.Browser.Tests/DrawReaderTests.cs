using Glassy.Drawing;

namespace Glassy.BrowserTests;

/// <summary>The browser's half of the golden vectors; <c>GoldenTests</c> holds the program's.</summary>
public sealed class DrawReaderTests(SiteFixture browser, DrawPadSite site) : IClassFixture<DrawPadSite>
{
    private const string Prepare = """
        async ({ sheet, address }) => {
          let { rgba, height, width } = sheet;
          if (address) {
            const image = new Image();
            image.src = address;
            await image.decode();
            [height, width] = [image.naturalHeight, image.naturalWidth];
            const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
            context.drawImage(image, 0, 0);
            rgba = context.getImageData(0, 0, width, height).data;
          } else {
            rgba = Uint8Array.from(atob(rgba), letter => letter.charCodeAt(0));
          }
          const pixels = glassy.reader.prepare(rgba, height, width, sheet.target);
          return pixels ? [...pixels] : [];
        }
        """;

    private const string Logits = """
        ({ normalize, height, width, layers, pixels }) =>
          [...glassy.reader.logits(layers, glassy.reader.normalize(Uint8Array.from(atob(pixels), letter => letter.charCodeAt(0)), { normalize, height, width }))]
        """;

    [Fact]
    public async Task The_same_drawing_becomes_the_same_pixels_within_two_levels()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);

        foreach (var sheet in GoldenVectors.Read().Drawings)
        {
            var address = sheet.Rgba is null
                ? "data:image/png;base64," + Convert.ToBase64String(
                    await File.ReadAllBytesAsync(Path.Combine(BuiltSite.Repository(), sheet.Name), TestContext.Current.CancellationToken))
                : null;

            var pixels = await page.ReaderAsync<int[]>(Prepare, new { sheet, address });

            Assert.True(sheet.Pixels is null == (pixels.Length == 0), sheet.Name);
            Assert.All(
                (sheet.Pixels ?? []).Zip(pixels), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 2, $"{sheet.Name}: {pair}"));
        }
    }

    [Fact]
    public async Task The_same_pixels_give_the_same_logits_within_a_thousandth()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);

        foreach (var network in GoldenVectors.Read().Networks)
        {
            var logits = await page.ReaderAsync<double[]>(Logits, network);

            Assert.Equal(network.Logits.Length, logits.Length);
            Assert.All(network.Logits.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        }
    }

    [Fact]
    public async Task With_its_unrounded_weights_the_run_says_of_test_pictures_what_it_said()
    {
        await using var open = await browser.OpenAsync(site.Address);
        var page = new DrawPadPage(open.Page);
        var (model, (weights, predictions)) = (site.Published, site.Recorded);
        var layers = weights.Arrays.Chunk(2).Zip(model.Layers, (arrays, layer) => new GoldenVectors.Layer(
            layer.Inputs, layer.Outputs, layer.Relu, arrays[0].Values, arrays[1].Values)).ToList();

        var gallery = GalleryChoice.Of(predictions);
        Assert.Equal(model.Gallery.Count, gallery.Count);
        foreach (var (picture, pixels) in gallery.Zip(model.Gallery))
        {
            var logits = await page.ReaderAsync<double[]>(Logits, new GoldenVectors.Network(28, 28, "unit-columns", layers, pixels, []));

            var logSum = Math.Log(logits.Sum(Math.Exp));
            Assert.All(predictions[picture.Index].Probabilities.Zip(logits), pair =>
                Assert.Equal(pair.First, Math.Exp(pair.Second - logSum), 1e-4));
        }
    }
}
