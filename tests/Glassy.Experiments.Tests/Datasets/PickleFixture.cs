using System.Buffers.Binary;
using System.Text;

namespace Glassy.Tests.Datasets;

/// <summary>
/// Pickles as Python writes them, protocol 2 with texts of Python 2, as CIFAR's batches are (CPython's <c>Lib/pickletools.py</c>).
/// </summary>
internal static class PickleFixture
{
    /// <summary>A dictionary of texts to values.</summary>
    public static byte[] Dictionary(params (string Key, byte[] Value)[] entries) =>
        [0x80, 2, .. "}("u8, .. entries.SelectMany(entry => (byte[])[.. Text(entry.Key), .. entry.Value]), .. "u."u8];

    public static byte[] Text(string text) => [(byte)'U', (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    public static byte[] Numbers(params int[] numbers) => [.. "]("u8, .. numbers.SelectMany(Number), .. "e"u8];

    public static byte[] Texts(params string[] texts) => [.. "]("u8, .. texts.SelectMany(Text), .. "e"u8];

    /// <summary>An array of bytes as NumPy has itself pickled: <c>_reconstruct(ndarray, (0,), 'b')</c>, then its state.</summary>
    public static byte[] Array(byte[] data, params int[] shape) =>
    [
        .. "cnumpy.core.multiarray\n_reconstruct\n"u8, .. "cnumpy\nndarray\n"u8, .. "K\0\u0085"u8[..2], 0x85, .. "U\u0001b"u8, 0x87,
        (byte)'R',
        .. "("u8, .. Number(1), .. "("u8, .. shape.SelectMany(Number), .. "t"u8,
        .. "cnumpy\ndtype\n"u8, .. "U\u0002u1"u8, .. Number(0), .. Number(1), 0x87, (byte)'R',
        .. "("u8, .. Number(3), .. "U\u0001|NNN"u8, .. Number(-1), .. Number(-1), .. Number(0), .. "tb"u8,
        0x89, (byte)'T', .. Int32(data.Length), .. data, .. "tb"u8,
    ];

    private static byte[] Number(int number) => number is >= 0 and < 256 ? [(byte)'K', (byte)number] : [(byte)'J', .. Int32(number)];

    private static byte[] Int32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
