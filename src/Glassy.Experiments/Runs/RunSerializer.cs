using System.Text.Json;

namespace Glassy.Runs;

/// <summary><c>run.json</c> as bytes: camelCase, indented, <c>\n</c>; the same run gives the same bytes.</summary>
public static class RunSerializer
{
    public static byte[] Write(Run run) => JsonSerializer.SerializeToUtf8Bytes(run, RunJson.Default.Run);

    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">It is not a run of a version that this program knows; the message is one line that begins with the name.</exception>
    public static Run Read(ReadOnlySpan<byte> bytes, string name)
    {
        var run = RecordFile.ParseJson(bytes, RunJson.Default.Run, name);
        return run.SchemaVersion is >= 1 and <= Run.CurrentSchemaVersion
            ? run
            : throw new InvalidDataException(
                $"{name}: schemaVersion {run.SchemaVersion}, expected 1 to {Run.CurrentSchemaVersion}; delete its folder and build again");
    }
}
