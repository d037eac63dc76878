using System.Text.Json;

namespace Glassy.Execution;

/// <summary>How records are kept in the cache.</summary>
internal static class CacheJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options) ?? throw new JsonException("it is null");
        }
        catch (Exception damage) when (damage is JsonException or FileNotFoundException)
        {
            throw new InvalidDataException($"{path}: this cache entry is damaged ({damage.Message}); run `glassy clean` and build again", damage);
        }
    }
}
