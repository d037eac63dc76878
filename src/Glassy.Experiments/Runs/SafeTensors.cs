using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Glassy.Runs;

/// <summary>
/// Weights in the safetensors format: eight bytes of header length (little-endian), a JSON header, the arrays' bytes without
/// gaps. Only float32 (<c>F32</c>). Source: https://huggingface.co/docs/safetensors, "Format".
/// </summary>
public static class SafeTensors
{
    private const int LengthBytes = 8;
    private const int Alignment = 8;
    private const long MaximalHeader = 100_000_000;

    /// <summary>The file's bytes.</summary>
    /// <param name="weights">At least one array; names are unique.</param>
    /// <param name="metadata">Free text by key, kept under <c>__metadata__</c>.</param>
    public static byte[] Write(ModelWeights weights, IReadOnlyDictionary<string, string> metadata)
    {
        var header = Header(weights, metadata);
        var padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        var data = weights.Arrays.Sum(array => array.Values.Length * sizeof(float));
        var file = new byte[LengthBytes + padded + data];
        BinaryPrimitives.WriteInt64LittleEndian(file, padded);
        file.AsSpan(LengthBytes, padded).Fill((byte)' ');
        header.CopyTo(file, LengthBytes);

        var rest = file.AsSpan(LengthBytes + padded);
        foreach (var array in weights.Arrays)
        {
            WriteFloats(array.Values, rest);
            rest = rest[(array.Values.Length * sizeof(float))..];
        }

        return file;
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="file">All of them.</param>
    /// <param name="name">What messages call the file.</param>
    /// <returns>The arrays in the order of their data.</returns>
    /// <exception cref="InvalidDataException">The bytes are not this format; the message is one line that begins with the name.</exception>
    public static ModelWeights Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < LengthBytes)
        {
            throw new InvalidDataException($"{name}: {file.Length} bytes, too short for safetensors");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(file);
        if (length is < 2 or > MaximalHeader || length > file.Length - LengthBytes)
        {
            throw new InvalidDataException(
                $"{name}: header length {length} in a file of {file.Length} bytes; not safetensors, or truncated");
        }

        try
        {
            using var header = JsonDocument.Parse(file.Slice(LengthBytes, (int)length).ToArray());
            return ReadArrays(header.RootElement, file[(LengthBytes + (int)length)..], name);
        }
        catch (Exception error) when (error is JsonException
            or KeyNotFoundException
            or InvalidOperationException
            or FormatException
            or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{name}: the safetensors header is damaged ({error.Message})", error);
        }
    }

    private static byte[] Header(ModelWeights weights, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata.OrderBy(item => item.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            var offset = 0L;
            foreach (var array in weights.Arrays)
            {
                WriteEntry(json, array, ref offset);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, WeightArray array, ref long offset)
    {
        var count = array.Shape.Aggregate(1L, (product, size) => product * size);
        if (count != array.Values.Length)
        {
            throw new ArgumentException(
                $"'{array.Name}' has {array.Values.Length} values, its shape [{string.Join(", ", array.Shape)}] says {count}");
        }

        json.WriteStartObject(array.Name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (var size in array.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset += count * sizeof(float));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ModelWeights ReadArrays(JsonElement header, ReadOnlySpan<byte> data, string name)
    {
        var arrays = new List<WeightArray>();
        var expected = 0L;
        var entries = header.EnumerateObject().Where(entry => entry.Name != "__metadata__");
        foreach (var entry in entries.OrderBy(entry => entry.Value.GetProperty("data_offsets")[0].GetInt64()))
        {
            var type = entry.Value.GetProperty("dtype").GetString();
            if (type != "F32")
            {
                throw new InvalidDataException($"{name}: '{entry.Name}' is of type {type}, expected F32");
            }

            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            var begin = entry.Value.GetProperty("data_offsets")[0].GetInt64();
            var end = entry.Value.GetProperty("data_offsets")[1].GetInt64();
            var bytes = BytesOf(shape);
            if (begin != expected || end - begin != bytes || end > data.Length)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: '{entry.Name}' lies at {begin}..{end} of {data.Length} bytes, expected {expected}..{expected + bytes}; the file is damaged or truncated"));
            }

            arrays.Add(new WeightArray(entry.Name, shape, ReadFloats(data[(int)begin..(int)end])));
            expected = end;
        }

        return expected == data.Length
            ? new ModelWeights(arrays)
            : throw new InvalidDataException($"{name}: {data.Length - expected} bytes after the last array");
    }

    /// <summary>Longer than any file when a length is below 0, or the product beyond all numbers.</summary>
    private static long BytesOf(int[] shape)
    {
        var bytes = (Int128)sizeof(float);
        foreach (var size in shape)
        {
            bytes = Int128.Min(bytes * size, long.MaxValue);
        }

        return shape.Any(size => size < 0) ? long.MaxValue : (long)bytes;
    }

    private static void WriteFloats(float[] values, Span<byte> bytes)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
        }
    }

    private static float[] ReadFloats(ReadOnlySpan<byte> bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        return values;
    }
}
