using System.Globalization;
using System.Text.Json;
using Glassy.Imaging;
using Microsoft.Playwright;

namespace Glassy.BrowserTests;

/// <summary>A page with a sheet to draw on, as its reader uses it.</summary>
internal sealed class DrawPadPage(IPage page)
{
    /// <summary>Strokes as x, y, x, y, … in shares of the sheet.</summary>
    public static IReadOnlyDictionary<string, double[]> Digits { get; } = new Dictionary<string, double[]>
    {
        ["1"] = [.52, .15, .5, .5, .48, .85],
        ["3"] = [.3, .22, .5, .14, .68, .24, .66, .4, .48, .48, .68, .56, .7, .74, .5, .86, .28, .78],
        ["7"] = [.26, .2, .74, .2, .62, .45, .46, .85],
    };

    public ILocator Sheet => page.Locator("[data-sheet]");

    public ILocator Said => page.Locator("[data-said]");

    public ILocator Status => page.Locator("[data-status]");

    public ILocator Undo => page.GetByRole(AriaRole.Button, new() { Name = "Undo" });

    public ILocator Clear => page.GetByRole(AriaRole.Button, new() { Name = "Clear" });

    public ILocator Picks => page.Locator("[data-pick]");

    /// <summary>Waits for the weights: then the sheet is painted and the seen pixels are.</summary>
    public async Task ReadyAsync() => await page.WaitForFunctionAsync(
        "() => performance.getEntriesByName(new URL(document.querySelector('[data-weights]').dataset.weights, location).href).length > 0");

    /// <summary>Draws with the mouse.</summary>
    public async Task DrawAsync(string digit)
    {
        await Sheet.ScrollIntoViewIfNeededAsync();
        var box = await Sheet.BoundingBoxAsync() ?? throw new InvalidOperationException("the sheet is not shown");
        var points = Digits[digit]
            .Chunk(2)
            .Select(point => (X: (float)(box.X + (point[0] * box.Width)), Y: (float)(box.Y + (point[1] * box.Height))))
            .ToList();
        await page.Mouse.MoveAsync(points[0].X, points[0].Y);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in points.Skip(1))
        {
            await page.Mouse.MoveAsync(x, y, new() { Steps = 5 });
        }

        await page.Mouse.UpAsync();
    }

    /// <summary>[28 · 28] levels that the page shows as what the model sees.</summary>
    public async Task<int[]> SeenAsync() => await page.EvaluateAsync<int[]>("""
        () => {
          const seen = document.querySelector('[data-seen]');
          const { data } = seen.getContext('2d').getImageData(0, 0, seen.width, seen.height);
          return [...data].filter((_, i) => i % 4 === 0);
        }
        """);

    /// <summary>The sheet as a picture file says it.</summary>
    public async Task<DecodedPicture> SheetPictureAsync()
    {
        var address = await Sheet.EvaluateAsync<string>("sheet => sheet.toDataURL('image/png')");
        return PictureDecoder.Decode(
            Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]), "the sheet");
    }

    /// <summary>[classes] as the bars say them, percent.</summary>
    public async Task<double[]> BarsAsync() =>
    [
        .. (await page.Locator(".glassy-draw-desk td span").AllInnerTextsAsync())
            .Select(text => double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture)),
    ];

    /// <summary>Runs the page's own code.</summary>
    public async Task<T> ReaderAsync<T>(string function, object argument) =>
        // none of the functions gives null
        JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string>(
            $"async argument => JSON.stringify(await ({function})(JSON.parse(argument)))",
            JsonSerializer.Serialize(argument, JsonSerializerOptions.Web)))!;
}
