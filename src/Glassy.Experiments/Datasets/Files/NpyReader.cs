using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Glassy.Datasets.Files;

/// <summary>
/// Reads NumPy's <c>.npy</c> format, versions 1 to 3 (NumPy Enhancement Proposal 1): numbers, truth values and texts. A matrix in Fortran's
/// order is put into C order; objects are refused, since they are pickled Python that would have to be executed.
/// </summary>
public static partial class NpyReader
{
    private const int LongestHeader = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">This is not such a file, or is cut off.</exception>
    public static NpyArray Read(ReadOnlySpan<byte> bytes, string name) => Read(new MemoryStream(bytes.ToArray()), bytes.Length, name);

    /// <param name="stream">The whole file, from its beginning.</param>
    /// <param name="length">How many bytes it has: no more memory is taken, whatever its header says.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">This is not such a file, or is cut off.</exception>
    public static NpyArray Read(Stream stream, long length, string name)
    {
        var (header, headerBytes) = ReadHeader(stream, length, name);
        var (type, isFortran, dimensions) = Parse(header, name);
        var size = SizeOf(type, name);
        var expected = dimensions.Aggregate((Int128)size, (product, count) => product * count);
        if (length - headerBytes != expected || expected > Array.MaxLength)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: {length - headerBytes:N0} bytes of data, expected {expected:N0} for shape ({string.Join(", ", dimensions)}) of {type}{(expected > Array.MaxLength ? ", and at most the 2 GB that fit into memory at once" : "")}"));
        }

        var data = new byte[(int)expected];
        return stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false) == data.Length
            ? new NpyArray(dimensions, type, isFortran && dimensions.Length > 1 ? Transposed(data, dimensions, size, name) : data)
            : throw new InvalidDataException($"{name}: cut off in its data; fetch the file again");
    }

    private static (string Header, long Bytes) ReadHeader(Stream stream, long length, string name)
    {
        Span<byte> start = stackalloc byte[12];
        if (stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false) < 10 || !start.StartsWith(Magic) || length < start.Length)
        {
            throw new InvalidDataException($"{name}: not a NumPy array, expected one saved by numpy.save");
        }

        var startBytes = start[6] == 1 ? 10 : 12;
        stream.ReadAtLeast(start[10..startBytes], startBytes - 10, throwOnEndOfStream: false);
        long headerBytes = start[6] == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(start[8..])
            : BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        if (startBytes + headerBytes > length)
        {
            throw new InvalidDataException($"{name}: truncated in its header; fetch the archive again");
        }

        if (headerBytes > LongestHeader)
        {
            throw new InvalidDataException($"{name}: its NumPy header has {headerBytes:N0} bytes, expected at most {LongestHeader:N0}");
        }

        var header = new byte[headerBytes];
        stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return (Encoding.UTF8.GetString(header), startBytes + headerBytes);
    }

    /// <summary>A matrix whose columns lie one behind the other, row by row.</summary>
    private static byte[] Transposed(ReadOnlySpan<byte> data, int[] dimensions, int size, string name)
    {
        if (dimensions is not [var rows, var columns])
        {
            throw new InvalidDataException(
                $"{name}: {dimensions.Length} dimensions in Fortran's order; save it by numpy.ascontiguousarray");
        }

        var turned = new byte[data.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                data.Slice(((column * rows) + row) * size, size).CopyTo(turned.AsSpan(((row * columns) + column) * size));
            }
        }

        return turned;
    }

    private static (string Type, bool IsFortran, int[] Dimensions) Parse(string header, string name)
    {
        var match = HeaderFields().Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException(
                $"{name}: its NumPy header is not understood, expected descr, fortran_order and shape of one plain type; records and objects are not read");
        }

        var sizes = match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dimensions = new int[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (!int.TryParse(sizes[i], out dimensions[i]))
            {
                throw new InvalidDataException($"{name}: dimension {sizes[i]} is too large");
            }
        }

        return (match.Groups["descr"].Value, match.Groups["fortran"].Value == "True", dimensions);
    }

    private static int SizeOf(string type, string name) =>
        type is [_, var kind, .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && ((kind is 'i' or 'u' && size is 1 or 2 or 4 or 8) || (kind == 'f' && size is 2 or 4 or 8) || (kind == 'b' && size == 1)
                || (kind is 'S' or 'U' && size is >= 0 and < 1 << 20))
            ? kind == 'U' ? 4 * size : size
            : throw new InvalidDataException(
                $"{name}: elements of type {type}{(type.Contains('O', StringComparison.Ordinal) ? " (pickled Python objects, which are not read)" : "")}, "
                + "expected numbers or texts; convert them, such as by .astype(str) or .astype('float32')");

    [GeneratedRegex(
        @"^\{\s*'descr':\s*'(?<descr>[^']*)',\s*'fortran_order':\s*(?<fortran>True|False),\s*'shape':\s*\((?<shape>[\d, ]*)\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex HeaderFields();
}
