using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Glassy.Drawing;

/// <summary>
/// A model as a script, <c>glassyDraw({…});</c>: a page opened from disk can read nothing else. Between the brackets is JSON (camelCase,
/// enumerations in kebab-case, bytes in base64).
/// </summary>
public static class BrowserModelScript
{
    private const string Begin = "glassyDraw(";
    private const string End = ");\n";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is a file of its own: no HTML stands around it
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Write(BrowserModel model) => Encoding.UTF8.GetBytes(Begin + JsonSerializer.Serialize(model, Json) + End);

    /// <summary>Reads back what browsers get.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such script.</exception>
    public static BrowserModel Read(ReadOnlySpan<byte> script)
    {
        var text = Encoding.UTF8.GetString(script);
        if (!text.StartsWith(Begin, StringComparison.Ordinal) || !text.EndsWith(End, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"not a script that calls {Begin}…)");
        }

        try
        {
            return JsonSerializer.Deserialize<BrowserModel>(text.AsSpan(Begin.Length..^End.Length), Json)
                ?? throw new JsonException("it is null");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"the script's JSON is not a model ({damage.Message})", damage);
        }
    }
}
