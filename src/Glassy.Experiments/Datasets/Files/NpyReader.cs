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
    public static NpyArray Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < 12 || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException($"{name}: not a NumPy array, expected one saved by numpy.save");
        }

        var (headerStart, headerLength) = bytes[6] == 1
            ? (10, BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
            : (12, (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
        if (headerStart + headerLength > bytes.Length)
        {
            throw new InvalidDataException($"{name}: truncated in its header; fetch the archive again");
        }

        if (headerLength > LongestHeader)
        {
            throw new InvalidDataException($"{name}: its NumPy header has {headerLength:N0} bytes, expected at most {LongestHeader:N0}");
        }

        var header = Encoding.UTF8.GetString(bytes.Slice(headerStart, (int)headerLength));
        var (type, isFortran, dimensions) = Parse(header, name);
        var size = SizeOf(type, name);
        var data = bytes[(headerStart + (int)headerLength)..];
        var expected = dimensions.Aggregate((Int128)size, (product, length) => product * length);
        return data.Length == expected
            ? new NpyArray(dimensions, type, isFortran && dimensions.Length > 1 ? Transposed(data, dimensions, size, name) : data.ToArray())
            : throw new InvalidDataException(
                $"{name}: {data.Length:N0} bytes of data, expected {expected:N0} for shape ({string.Join(", ", dimensions)}) of {type}");
    }

    /// <summary>A matrix whose columns lie one behind the other, row by row.</summary>
    private static byte[] Transposed(ReadOnlySpan<byte> data, int[] dimensions, int size, string name)
    {
        if (dimensions is not [var rows, var columns])
        {
            throw new InvalidDataException($"{name}: {dimensions.Length} dimensions in Fortran's order; save it by numpy.ascontiguousarray");
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
            throw new InvalidDataException($"{name}: its NumPy header is not understood, expected descr, fortran_order and shape of one plain type; records and objects are not read");
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

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<descr>[^']*)',\s*'fortran_order':\s*(?<fortran>True|False),\s*'shape':\s*\((?<shape>[\d, ]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderFields();
}
