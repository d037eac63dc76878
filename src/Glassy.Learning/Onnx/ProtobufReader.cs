using System.Text;

namespace Glassy.Onnx;

/// <summary>Reads one message of Protocol Buffers, field after field. Source: https://protobuf.dev/programming-guides/encoding/.</summary>
/// <param name="message">All of it.</param>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    /// <summary>The wire type of a whole number.</summary>
    public const int Varint = 0;

    /// <summary>The wire type of eight bytes.</summary>
    public const int EightBytes = 1;

    /// <summary>The wire type of texts, bytes, messages and packed numbers.</summary>
    public const int Length = 2;

    /// <summary>The wire type of four bytes.</summary>
    public const int FourBytes = 5;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The field that was read.</summary>
    public int Field { get; private set; }

    /// <summary>How it is written.</summary>
    public int WireType { get; private set; }

    /// <summary>Its value when it is a whole number.</summary>
    public long Number { get; private set; }

    /// <summary>Its bytes when it has a length; else empty.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Its bytes as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Content);

    /// <returns>False at the message's end.</returns>
    /// <exception cref="InvalidDataException">The message is cut off, or is none.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        (Field, WireType) = ((int)Math.Min(tag >> 3, int.MaxValue), (int)(tag & 7));
        Number = 0;
        Content = default;
        switch (WireType)
        {
            case Varint:
                Number = (long)ReadVarint();
                break;
            case Length:
                Content = Take(ReadVarint());
                break;
            case EightBytes:
                Take(sizeof(ulong));
                break;
            case FourBytes:
                Take(sizeof(uint));
                break;
            default:
                throw new InvalidDataException(
                    FormattableString.Invariant($"field {Field} has the wire type {WireType}, which there is not"));
        }

        return Field > 0 ? true : throw new InvalidDataException("it has a field of number 0, which there is not");
    }

    /// <summary>The whole numbers of a repeated field, of which this is one part: packed, or a single one.</summary>
    public readonly void AddNumbersTo(List<long> numbers)
    {
        if (WireType == Varint)
        {
            numbers.Add(Number);
            return;
        }

        for (var packed = new ProtobufReader(Content); !packed._rest.IsEmpty;)
        {
            numbers.Add((long)packed.ReadVarint());
        }
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("it has a whole number of more than 64 bits");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"field {Field} claims {length} bytes where {_rest.Length} are left"));
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
