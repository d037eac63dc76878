using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Glassy.Datasets.Files;

/// <summary>Reads NumPy's <c>.npy</c> format, versions 1 to 3 (NumPy Enhancement Proposal 1), C order only.</summary>
public static partial class NpyReader
{
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

        var header = Encoding.UTF8.GetString(bytes.Slice(headerStart, (int)headerLength));
        var (type, dimensions) = Parse(header, name);
        var data = bytes[(headerStart + (int)headerLength)..].ToArray();
        var expected = dimensions.Aggregate((Int128)SizeOf(type, name), (product, size) => product * size);
        return data.Length == expected
            ? new NpyArray(dimensions, type, data)
            : throw new InvalidDataException(
                $"{name}: {data.Length:N0} bytes of data, expected {expected:N0} for shape ({string.Join(", ", dimensions)}) of {type}");
    }

    private static (string Type, int[] Dimensions) Parse(string header, string name)
    {
        var match = HeaderFields().Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException($"{name}: its NumPy header is not understood, expected descr, fortran_order False and shape");
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

        return (match.Groups["descr"].Value, dimensions);
    }

    private static int SizeOf(string type, string name) => int.TryParse(type.AsSpan(Math.Min(2, type.Length)), out var size)
        ? size
        : throw new InvalidDataException($"{name}: elements of type {type}, expected integers");

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<descr>[^']*)',\s*'fortran_order':\s*False,\s*'shape':\s*\((?<shape>[\d, ]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderFields();
}
