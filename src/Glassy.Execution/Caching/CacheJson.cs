using System.Text.Json;

namespace Glassy.Caching;

/// <summary>How records are kept in entries of the cache.</summary>
internal static class CacheJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes a record into an entry that is being made.</summary>
    public static async Task WriteAsync<T>(string folder, string file, T value, CancellationToken cancellationToken) =>
        await File.WriteAllBytesAsync(Path.Combine(folder, file), JsonSerializer.SerializeToUtf8Bytes(value, Options), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Reads it from the whole entry.</summary>
    /// <exception cref="JsonException">The record has got another shape, and the stage's recipe has not been bumped.</exception>
    public static T Read<T>(this StageEntry entry, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(entry.PathOf(file)), Options)
            ?? throw new JsonException($"{entry.PathOf(file)} is null");
}
