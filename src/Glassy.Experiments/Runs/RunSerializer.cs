using System.Text.Json;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Diagnostics;

namespace Glassy.Runs;

/// <summary><c>run.json</c> as bytes: camelCase, indented, <c>\n</c>; the same run gives the same bytes.</summary>
public static class RunSerializer
{
    public static byte[] Write(Run run) => JsonSerializer.SerializeToUtf8Bytes(run, RunJson.Default.Run);

    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">It is not a run of a version that this program knows; the message is one line that begins
    /// with the name.</exception>
    public static Run Read(ReadOnlySpan<byte> bytes, string name)
    {
        var run = RecordFile.ParseJson(bytes, RunJson.Default.Run, name);
        return run.SchemaVersion is >= 1 and <= Run.CurrentSchemaVersion
            ? run
            : throw new InvalidDataException(
                $"{name}: schemaVersion {run.SchemaVersion}, expected 1 to {Run.CurrentSchemaVersion}; {RecordFile.WayOut}");
    }

    /// <summary><c>attributes.json</c>: what is known of the test pictures besides their classes.</summary>
    public static byte[] WriteAttributes(IReadOnlyList<PictureTrait> attributes) =>
        JsonSerializer.SerializeToUtf8Bytes(attributes, RunJson.Default.IReadOnlyListPictureTrait);

    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="pictures">In the test split.</param>
    /// <exception cref="InvalidDataException">It is no such file, or of other pictures.</exception>
    public static IReadOnlyList<PictureTrait> ReadAttributes(ReadOnlySpan<byte> bytes, string name, int pictures)
    {
        var attributes = RecordFile.ParseJson(bytes, RunJson.Default.IReadOnlyListPictureTrait, name);
        return attributes.FirstOrDefault(attribute => attribute.Values.Count != pictures) is { } odd
            ? throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: '{odd.Name}' is of {Counted.Of(odd.Values.Count, "picture")}, expected {pictures:N0}; {RecordFile.WayOut}"))
            : attributes;
    }

    /// <summary><c>duplicates.json</c>: which pictures of the dataset are there more than once.</summary>
    public static byte[] WriteDuplicates(DuplicateReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(report, RunJson.Default.DuplicateReport);

    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="pictures">In the test split.</param>
    /// <exception cref="InvalidDataException">It is no such file, or of other pictures.</exception>
    public static DuplicateReport ReadDuplicates(ReadOnlySpan<byte> bytes, string name, int pictures)
    {
        var report = RecordFile.ParseJson(bytes, RunJson.Default.DuplicateReport, name);
        return report.LeakedTest.All(index => index >= 0 && index < pictures)
            ? report
            : throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: names test picture {report.LeakedTest.Max()} of {pictures}; delete it and build again"));
    }
}
