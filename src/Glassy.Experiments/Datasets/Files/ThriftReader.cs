using System.Collections.ObjectModel;

namespace Glassy.Datasets.Files;

/// <summary>
/// Reads structures in Thrift's compact protocol, and checks that each known field has its type (Apache Thrift,
/// <c>thrift-compact-protocol.md</c>).
/// </summary>
/// <param name="bytes">What is read; nothing beyond is.</param>
internal sealed class ThriftReader(ReadOnlyMemory<byte> bytes)
{
    private const int Deepest = 24;

    private int _at;

    /// <summary>How many bytes have been read.</summary>
    public int Position => _at;

    /// <summary>Numbers as <see cref="long"/>, lists and structures as such; texts and truth values are passed over.</summary>
    /// <param name="kind">What the structure is.</param>
    /// <param name="depth">How many structures are around it.</param>
    /// <returns>Its fields by their numbers.</returns>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">A field has another type than such a structure has.</exception>
    public IReadOnlyDictionary<int, object> Struct(ThriftKind kind, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new InvalidDataException("structures in structures without end");
        }

        var fields = new Dictionary<int, object>();
        for (var id = 0; ;)
        {
            var head = Byte();
            if (head == 0)
            {
                return fields;
            }

            id = head >> 4 is > 0 and var step ? id + step : (short)ZigZag();
            var expected = kind.Fields.GetValueOrDefault(id);
            if (Value(head & 15, expected, depth, inList: false) is { } value)
            {
                fields[id] = value;
            }
        }
    }

    private object? Value(int type, ThriftKind? expected, int depth, bool inList)
    {
        if (expected is not null && expected.Type != (type == 2 ? 1 : type))
        {
            throw new InvalidDataException("a field of another type than it has");
        }

        switch (type)
        {
            case 1 or 2:
                _ = inList ? Byte() : 0;
                return null;
            case 3:
                return (long)Byte();
            case 4 or 5 or 6:
                return ZigZag();
            case 7:
                Skip(8);
                return null;
            case 8:
                Skip(VarInt());
                return null;
            case 9 or 10:
                return List(expected?.Items, depth);
            case 12:
                return Struct(expected ?? ThriftKind.Any, depth + 1);
            default:
                throw new InvalidDataException("a field of no type that there is");
        }
    }

    private ReadOnlyCollection<object?> List(ThriftKind? items, int depth)
    {
        var head = Byte();
        var count = head >> 4 == 15 ? VarInt() : (ulong)(head >> 4);
        if (count > (ulong)(bytes.Length - _at))
        {
            throw new EndOfStreamException();
        }

        var values = new List<object?>();
        for (var i = 0UL; i < count; i++)
        {
            values.Add(Value(head & 15, items, depth + 1, inList: true));
        }

        return values.AsReadOnly();
    }

    private long ZigZag()
    {
        var value = VarInt();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong VarInt()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number of more than 64 bits");
    }

    private byte Byte() => _at < bytes.Length ? bytes.Span[_at++] : throw new EndOfStreamException();

    private void Skip(ulong count)
    {
        if (count > (ulong)(bytes.Length - _at))
        {
            throw new EndOfStreamException();
        }

        _at += (int)count;
    }
}

/// <summary>A type, with what is in it.</summary>
/// <param name="Type">Its number in the compact protocol; 1 for truth values of both kinds.</param>
internal sealed record ThriftKind(int Type)
{
    public static readonly ThriftKind Any = new(12);
    public static readonly ThriftKind Bool = new(1);
    public static readonly ThriftKind Byte = new(3);
    public static readonly ThriftKind I16 = new(4);
    public static readonly ThriftKind I32 = new(5);
    public static readonly ThriftKind I64 = new(6);
    public static readonly ThriftKind Binary = new(8);

    /// <summary>Of a structure, by number; those that are not there may be of any type.</summary>
    public IReadOnlyDictionary<int, ThriftKind> Fields { get; private init; } = new Dictionary<int, ThriftKind>();

    /// <summary>Of a list.</summary>
    public ThriftKind? Items { get; private init; }

    public static ThriftKind ListOf(ThriftKind items) => new(9) { Items = items };

    public static ThriftKind StructOf(params (int Id, ThriftKind Kind)[] fields) =>
        new(12) { Fields = fields.ToDictionary(field => field.Id, field => field.Kind) };
}
