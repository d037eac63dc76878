using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glassy.Datasets;

namespace Glassy.Pictures;

/// <summary>
/// What is known of each test picture besides its class, as a script, <c>glassyAttributes([…]);</c>: a page opened from disk can read
/// nothing else. Each attribute has its <c>name</c>, its <c>values</c> in order, and <c>of</c> each picture the place of its value there,
/// or -1.
/// </summary>
public static class GalleryAttributesScript
{
    /// <summary>An attribute with more values than this tells pictures apart, and not kinds of pictures.</summary>
    private const int MostValues = 2000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is a file of its own: no HTML stands around it
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Those by which pictures can be told apart: with more than one value, and not too many.</summary>
    public static IReadOnlyList<PictureTrait> Useful(IReadOnlyList<PictureTrait> traits) =>
        [.. traits.Where(trait => ValuesOf(trait).Count is >= 2 and <= MostValues)];

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<PictureTrait> traits) =>
        Encoding.UTF8.GetBytes($"glassyAttributes({JsonSerializer.Serialize(traits.Select(AttributeOf), Json)});\n");

    private static List<string> ValuesOf(PictureTrait trait) =>
        [.. trait.Values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    private static Attribute AttributeOf(PictureTrait trait)
    {
        List<string> values = [.. ValuesOf(trait).OrderBy(NumberOf).ThenBy(value => value, StringComparer.Ordinal)];
        var places = values.Index().ToDictionary(value => value.Item, value => value.Index, StringComparer.Ordinal);
        return new Attribute(trait.Name, values, [.. trait.Values.Select(value => places.GetValueOrDefault(value, -1))]);
    }

    /// <summary>What is no number comes last.</summary>
    private static double NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : double.PositiveInfinity;

    private sealed record Attribute(string Name, IReadOnlyList<string> Values, IReadOnlyList<int> Of);
}
