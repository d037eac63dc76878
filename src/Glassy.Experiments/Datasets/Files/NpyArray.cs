using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Glassy.Datasets.Files;

/// <summary>An array of numbers, truth values or texts as NumPy saves it.</summary>
/// <param name="Dimensions">Its shape; in C order.</param>
/// <param name="Type">NumPy's type: <c>|u1</c>, <c>&lt;i8</c>, …</param>
/// <param name="Data">The elements' bytes.</param>
public sealed record NpyArray(IReadOnlyList<int> Dimensions, string Type, byte[] Data)
{
    /// <summary>Whether <see cref="ToLabels"/> can read the type: signed or unsigned integers of 1 to 8 bytes.</summary>
    public bool IsInteger => Type.Length == 3 && Type[1] is 'u' or 'i' && Type[2] is '1' or '2' or '4' or '8';

    /// <summary>Every element as a label; what does not fit into 32 bits becomes -1, which no class has.</summary>
    public int[] ToLabels()
    {
        var size = Type[2] - '0';
        var labels = new int[Data.Length / size];
        for (var i = 0; i < labels.Length; i++)
        {
            var value = ReadInteger(Data.AsSpan(i * size, size), Type[0] == '>', Type[1] == 'i');
            labels[i] = value >= 0 && value <= int.MaxValue ? (int)value : -1;
        }

        return labels;
    }

    /// <summary>Whether its elements are numbers or truth values.</summary>
    public bool IsNumber => Type.Length == 3 && Type[1] is 'i' or 'u' or 'f' or 'b';

    /// <summary>Whether its elements are texts.</summary>
    public bool IsText => Type.Length >= 3 && Type[1] is 'U' or 'S';

    /// <summary>How many elements there are.</summary>
    public int Count => (int)Dimensions.Aggregate(1L, (product, size) => product * size);

    /// <summary>For messages: <c>|u1 of (10, 28, 28)</c>.</summary>
    public string Description => $"{Type} of ({string.Join(", ", Dimensions)})";

    /// <summary>One element as a number; null when the array is of texts.</summary>
    /// <param name="index">0-based, in C order.</param>
    public double? NumberAt(int index) => Type[1] switch
    {
        'i' or 'u' => (double)ReadInteger(BytesOf(index), Type[0] == '>', Type[1] == 'i'),
        'b' => Data[index] == 0 ? 0 : 1,
        'f' => ReadFloat(BytesOf(index), Type[0] == '>'),
        _ => null,
    };

    /// <summary>One element as a text; a number as it is written everywhere.</summary>
    /// <param name="index">0-based, in C order.</param>
    public string TextAt(int index)
    {
        switch (Type[1])
        {
            case 'S':
                return Encoding.UTF8.GetString(BytesOf(index)).TrimEnd('\0');
            case 'U':
                var encoding = new UTF32Encoding(bigEndian: Type[0] == '>', byteOrderMark: false);
                return encoding.GetString(BytesOf(index)).TrimEnd('\0');
            case 'i' or 'u':
                return ReadInteger(BytesOf(index), Type[0] == '>', Type[1] == 'i').ToString(CultureInfo.InvariantCulture);
            default:
                return (NumberAt(index) ?? 0).ToString(CultureInfo.InvariantCulture);
        }
    }

    private ReadOnlySpan<byte> BytesOf(int index)
    {
        var size = int.Parse(Type.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture) * (Type[1] == 'U' ? 4 : 1);
        return Data.AsSpan(index * size, size);
    }

    private static double ReadFloat(ReadOnlySpan<byte> bytes, bool bigEndian) => bytes.Length switch
    {
        2 => (double)(bigEndian ? BinaryPrimitives.ReadHalfBigEndian(bytes) : BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        4 => bigEndian ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => bigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private static Int128 ReadInteger(ReadOnlySpan<byte> bytes, bool bigEndian, bool signed) => (bytes.Length, signed) switch
    {
        (1, true) => (sbyte)bytes[0],
        (1, false) => bytes[0],
        (2, true) => bigEndian ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes),
        (2, false) => bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (4, true) => bigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes),
        (4, false) => bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, true) => bigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes),
        (_, false) => bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };
}
