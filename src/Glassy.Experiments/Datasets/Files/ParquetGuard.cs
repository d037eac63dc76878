using System.Buffers.Binary;

namespace Glassy.Datasets.Files;

/// <summary>
/// Looks through what a Parquet file claims before the library does (Apache Parquet, <c>parquet.thrift</c>): the library reads beyond the
/// end of damaged structures without end, and takes as much memory as they claim.
/// </summary>
internal static class ParquetGuard
{
    private const int EndBytes = 8;
    private const int LongestFooter = 64_000_000;

    /// <summary>A part of pictures of one column; the library takes that much memory at once.</summary>
    private const long LargestPage = 1_000_000_000;

    private static readonly ThriftKind Statistics = ThriftKind.StructOf(
        (1, ThriftKind.Binary),
        (2, ThriftKind.Binary),
        (3, ThriftKind.I64),
        (4, ThriftKind.I64),
        (5, ThriftKind.Binary),
        (6, ThriftKind.Binary),
        (7, ThriftKind.Bool),
        (8, ThriftKind.Bool));

    private static readonly ThriftKind Unit = ThriftKind.StructOf((1, ThriftKind.Any), (2, ThriftKind.Any), (3, ThriftKind.Any));
    private static readonly ThriftKind Time = ThriftKind.StructOf((1, ThriftKind.Bool), (2, Unit));

    private static readonly ThriftKind LogicalType = ThriftKind.StructOf(
    [
        .. new[] { 1, 2, 3, 4, 6, 11, 12, 13, 14, 15 }.Select(id => (id, ThriftKind.Any)),
        (5, ThriftKind.StructOf((1, ThriftKind.I32), (2, ThriftKind.I32))), (7, Time), (8, Time),
        (10, ThriftKind.StructOf((1, ThriftKind.Byte), (2, ThriftKind.Bool))),
    ]);

    private static readonly ThriftKind SchemaElement = ThriftKind.StructOf(
        [.. new[] { 1, 2, 3, 5, 6, 7, 8, 9 }.Select(id => (id, ThriftKind.I32)), (4, ThriftKind.Binary), (10, LogicalType)]);

    private static readonly ThriftKind KeyValue = ThriftKind.StructOf((1, ThriftKind.Binary), (2, ThriftKind.Binary));

    private static readonly ThriftKind ColumnMetaData = ThriftKind.StructOf(
    [
        .. new[] { 1, 4, 15 }.Select(id => (id, ThriftKind.I32)), .. new[] { 5, 6, 7, 9, 10, 11, 14 }.Select(id => (id, ThriftKind.I64)),
        (2, ThriftKind.ListOf(ThriftKind.I32)), (3, ThriftKind.ListOf(ThriftKind.Binary)), (8, ThriftKind.ListOf(KeyValue)),
        (12, Statistics),
        (13, ThriftKind.ListOf(ThriftKind.StructOf((1, ThriftKind.I32), (2, ThriftKind.I32), (3, ThriftKind.I32)))),
        (16, ThriftKind.StructOf((1, ThriftKind.I64), (2, ThriftKind.ListOf(ThriftKind.I64)), (3, ThriftKind.ListOf(ThriftKind.I64)))),
    ]);

    private static readonly ThriftKind ColumnChunk = ThriftKind.StructOf(
        (1, ThriftKind.Binary),
        (2, ThriftKind.I64),
        (3, ColumnMetaData),
        (4, ThriftKind.I64),
        (5, ThriftKind.I32),
        (6, ThriftKind.I64),
        (7, ThriftKind.I32),
        (9, ThriftKind.Binary));

    private static readonly ThriftKind RowGroup = ThriftKind.StructOf(
        (1, ThriftKind.ListOf(ColumnChunk)), (2, ThriftKind.I64), (3, ThriftKind.I64),
        (4, ThriftKind.ListOf(ThriftKind.StructOf((1, ThriftKind.I32), (2, ThriftKind.Bool), (3, ThriftKind.Bool)))),
        (5, ThriftKind.I64), (6, ThriftKind.I64), (7, ThriftKind.I16));

    private static readonly ThriftKind FileMetaData = ThriftKind.StructOf(
        (1, ThriftKind.I32),
        (2, ThriftKind.ListOf(SchemaElement)),
        (3, ThriftKind.I64),
        (4, ThriftKind.ListOf(RowGroup)),
        (5, ThriftKind.ListOf(KeyValue)),
        (6, ThriftKind.Binary), (7, ThriftKind.ListOf(ThriftKind.StructOf((1, ThriftKind.Any)))));

    private static readonly ThriftKind PageHeader = ThriftKind.StructOf(
    [
        .. Enumerable.Range(1, 4).Select(id => (id, ThriftKind.I32)),
        (5, ThriftKind.StructOf([.. Enumerable.Range(1, 4).Select(id => (id, ThriftKind.I32)), (5, Statistics)])), (6, ThriftKind.Any),
        (7, ThriftKind.StructOf((1, ThriftKind.I32), (2, ThriftKind.I32), (3, ThriftKind.Bool))),
        (8, ThriftKind.StructOf([.. Enumerable.Range(1, 6).Select(id => (id, ThriftKind.I32)), (7, ThriftKind.Bool), (8, Statistics)])),
    ]);

    /// <param name="file">The whole file; its position is left anywhere.</param>
    /// <exception cref="InvalidDataException">It claims what cannot be; the message names no file.</exception>
    /// <exception cref="EndOfStreamException">A structure is cut off.</exception>
    public static void Check(FileStream file)
    {
        var end = Read(file, file.Length - EndBytes, EndBytes);
        var length = BinaryPrimitives.ReadInt32LittleEndian(end);
        if (!end.AsSpan(4).SequenceEqual("PAR1"u8) || length is <= 0 or > LongestFooter)
        {
            throw new InvalidDataException("no end of a Parquet file");
        }

        var footer = new ThriftReader(Read(file, file.Length - EndBytes - length, length)).Struct(FileMetaData);
        foreach (var column in Items(footer, 4).SelectMany(group => Items(group, 1)))
        {
            if (column.GetValueOrDefault(3) is not IReadOnlyDictionary<int, object> chunk)
            {
                throw new InvalidDataException("a column without its data");
            }

            CheckPages(file, chunk);
        }
    }

    private static void CheckPages(FileStream file, IReadOnlyDictionary<int, object> chunk)
    {
        var (data, dictionary, length) = (Number(chunk, 9), Number(chunk, 11), Number(chunk, 7));
        var at = dictionary > 0 ? Math.Min(dictionary, data) : data;
        var (stop, values) = (at + length, 0L);
        if (at < 4 || length <= 0 || stop > file.Length - EndBytes)
        {
            throw new InvalidDataException("a column beyond the file");
        }

        while (at < stop)
        {
            var reader = new ThriftReader(Read(file, at, (int)Math.Min(stop - at, 1 << 16)));
            var page = reader.Struct(PageHeader);
            var (unpacked, packed) = (Number(page, 2), Number(page, 3));
            if (packed < 0 || unpacked is < 0 or > LargestPage || at + reader.Position + packed > stop)
            {
                throw new InvalidDataException("a page beyond its column");
            }

            values += page.GetValueOrDefault(5) is IReadOnlyDictionary<int, object> first ? Number(first, 1)
                : page.GetValueOrDefault(8) is IReadOnlyDictionary<int, object> second ? Number(second, 1) : 0;
            at += reader.Position + packed;
        }

        if (values != Number(chunk, 5))
        {
            throw new InvalidDataException("a column with other values than it claims");
        }
    }

    private static IEnumerable<IReadOnlyDictionary<int, object>> Items(IReadOnlyDictionary<int, object> fields, int id) =>
        fields.GetValueOrDefault(id) is IReadOnlyList<object?> items ? items.OfType<IReadOnlyDictionary<int, object>>() : [];

    private static long Number(IReadOnlyDictionary<int, object> fields, int id) => fields.GetValueOrDefault(id) is long number ? number : 0;

    private static byte[] Read(FileStream file, long at, int count)
    {
        if (at < 0 || at + count > file.Length)
        {
            throw new EndOfStreamException();
        }

        var bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}
