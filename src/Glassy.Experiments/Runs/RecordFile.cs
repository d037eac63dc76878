using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Glassy.Runs;

/// <summary>Reads the files of a record, with errors that name the file and the way out.</summary>
internal static class RecordFile
{
    /// <summary>What to do about a damaged file of a run.</summary>
    public const string WayOut = "`glassy train` makes it again, or `glassy runs prune` removes it";

    /// <summary>The same of a run of which it is known what makes it.</summary>
    /// <param name="command">What makes it: <c>glassy train --runs full</c>; null for a run that nothing makes.</param>
    public static string WayOutBy(string? command) => command is null
        ? "no recipe asks for it: `glassy runs prune` removes it"
        : $"`{command}` makes it again";

    /// <param name="file">Absolute path.</param>
    /// <param name="name">What the message calls it.</param>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public static byte[] Read(string file, string name) => File.Exists(file)
        ? File.ReadAllBytes(file)
        : throw new InvalidDataException($"{name}: is missing; {WayOut}");

    /// <param name="bytes">The file's content.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="name">What the message calls the file.</param>
    /// <exception cref="InvalidDataException">It is not JSON of that type.</exception>
    public static T ParseJson<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type)
                ?? throw new InvalidDataException($"{name}: is 'null', expected an object; {WayOut}");
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            var column = (error.BytePositionInLine ?? 0) + 1;
            throw new InvalidDataException(
                FormattableString.Invariant($"{name}:{line}:{column}: {error.Message.ReplaceLineEndings(" ")}; {WayOut}"), error);
        }
    }
}
