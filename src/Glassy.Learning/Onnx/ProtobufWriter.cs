using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Glassy.Onnx;

/// <summary>Writes one message of Protocol Buffers, field after field. Source: https://protobuf.dev/programming-guides/encoding/.</summary>
internal sealed class ProtobufWriter
{
    private readonly ArrayBufferWriter<byte> _message = new();

    /// <summary>A whole number as a varint: seven bits a byte, the lowest first; negative ones as 64 bits.</summary>
    public ProtobufWriter Whole(int field, long value)
    {
        Tag(field, ProtobufReader.Varint);
        Varint((ulong)value);
        return this;
    }

    public ProtobufWriter Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Single-precision numbers as they lie in memory, lowest byte first.</summary>
    public ProtobufWriter Singles(int field, float[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            return Bytes(field, MemoryMarshal.AsBytes(values.AsSpan()));
        }

        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return Bytes(field, bytes);
    }

    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message._message.WrittenSpan);

    public byte[] ToArray() => _message.WrittenSpan.ToArray();

    private ProtobufWriter Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Tag(field, ProtobufReader.Length);
        Varint((ulong)bytes.Length);
        _message.Write(bytes);
        return this;
    }

    private void Tag(int field, int wireType) => Varint((ulong)((field << 3) | wireType));

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _message.Write([(byte)(value | 0x80)]);
        }

        _message.Write([(byte)value]);
    }
}
