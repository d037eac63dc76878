using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Publishing;

namespace Glassy.Cli;

/// <summary>A built site in a folder, or a published one, as <c>glassy verify --site</c> reads it.</summary>
/// <param name="place">A folder or an address.</param>
internal sealed class VerifiedSite(string place)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private bool IsAddress =>
        place.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The packed predictions that <c>results.json</c> names.</summary>
    /// <exception cref="DiagnosticException">They are not there, or not those that were published.</exception>
    public async Task<UnpackedPredictions> ReadPredictionsAsync(CancellationToken cancellationToken)
    {
        var packed = await ReadAsync(SiteFileNames.PredictionsPacked, cancellationToken).ConfigureAwait(false);
        var results = await ReadAsync(SiteFileNames.Results, cancellationToken).ConfigureAwait(false);
        using var json = Parse(results);
        var published = json.RootElement.TryGetProperty("packedPredictions", out var named) && named.TryGetProperty("sha256", out var hash)
            ? hash.GetString()
            : null;
        if (published != Convert.ToHexStringLower(SHA256.HashData(packed)))
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"{SiteFileNames.Results} names another SHA-256: this is not the file that was published; build the site again",
                NameOf(SiteFileNames.PredictionsPacked)));
        }

        return UserData.Read(() => PackedPredictions.Read(packed, NameOf(SiteFileNames.PredictionsPacked)));
    }

    /// <summary>
    /// All pages: of a folder its HTML files, of an address those that its sitemap lists.
    /// </summary>
    public async IAsyncEnumerable<(string Name, string Html)> PagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!IsAddress)
        {
            foreach (var file in Directory.EnumerateFiles(place, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                yield return (file, await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false));
            }

            yield break;
        }

        using var http = new HttpClient { Timeout = Patience };
        var sitemap = XDocument.Parse(Encoding.UTF8.GetString(await ReadAsync("sitemap.xml", cancellationToken).ConfigureAwait(false)));
        foreach (var page in sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value))
        {
            yield return (page, await http.GetStringAsync(new Uri(page), cancellationToken).ConfigureAwait(false));
        }
    }

    private JsonDocument Parse(byte[] results)
    {
        try
        {
            return JsonDocument.Parse(results);
        }
        catch (JsonException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"is no JSON: {mistake.Message.ReplaceLineEndings(" ")}; build the site again", NameOf(SiteFileNames.Results)));
        }
    }

    private async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var name = NameOf(file);
        try
        {
            if (!IsAddress)
            {
                return await File.ReadAllBytesAsync(name, cancellationToken).ConfigureAwait(false);
            }

            using var http = new HttpClient { Timeout = Patience };
            return await http.GetByteArrayAsync(new Uri(name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is IOException or HttpRequestException)
        {
            throw new DiagnosticException(
                Diagnostic.Error("is not there, expected a site that Glassy has built of a run (--site <folder or address>)", name));
        }
    }

    private string NameOf(string file) => IsAddress ? $"{place.TrimEnd('/')}/{file}" : Path.Combine(place, file);
}
