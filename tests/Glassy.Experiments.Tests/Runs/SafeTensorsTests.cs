using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class SafeTensorsTests
{
    private static readonly ModelWeights Weights = new(
    [
        new WeightArray("dense.weight", [2, 3], [1, 2, 3, 4, 5, 6]),
        new WeightArray("dense.bias", [2], [-0.5f, float.Epsilon]),
    ]);

    private static readonly Dictionary<string, string> Metadata = new() { ["format"] = "pt" };

    [Fact]
    public void Bytes_are_length_header_padded_with_spaces_and_data_without_gaps()
    {
        var file = SafeTensors.Write(Weights, Metadata);

        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0, (8 + length) % 8);
        Assert.Equal(8 + length + (8 * sizeof(float)), file.Length);
        var text = Encoding.UTF8.GetString(file, 8, length);
        Assert.Equal('{', text[0]);
        Assert.EndsWith("}", text.TrimEnd(' '), StringComparison.Ordinal);

        using var header = JsonDocument.Parse(text);
        Assert.Equal("pt", header.RootElement.GetProperty("__metadata__").GetProperty("format").GetString());
        var bias = header.RootElement.GetProperty("dense.bias");
        Assert.Equal("F32", bias.GetProperty("dtype").GetString());
        Assert.Equal("[2]", bias.GetProperty("shape").GetRawText());
        Assert.Equal("[24,32]", bias.GetProperty("data_offsets").GetRawText());
        Assert.Equal(-0.5f, BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + length + 24)));
    }

    [Fact]
    public void What_is_written_is_read_bit_by_bit()
    {
        var read = SafeTensors.Read(SafeTensors.Write(Weights, Metadata), "w");
        Assert.Equivalent(Weights, read, strict: true);
        Assert.Equal([-0.5f, float.Epsilon], read.Get("dense.bias", 2));
    }

    [Fact]
    public void A_file_of_another_writer_in_another_order_is_read()
    {
        const string Header =
            """{"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""";
        var read = SafeTensors.Read(Bytes(Header, 1, 2), "w");
        Assert.Equal(["a", "b"], read.Arrays.Select(array => array.Name));
        Assert.Equal(2f, Assert.Single(read.Get("b", 1)));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", "'a' is of type F16, expected F32")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "'a' lies at 0..4 of 8 bytes, expected 0..8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "'a' lies at 4..8 of 8 bytes, expected 0..4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "'a' lies at 0..12 of 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[]}}""", "the safetensors header is damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "the safetensors header is damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", "'a' lies at 0..4 of 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,0],"data_offsets":[0,0]}}""", "'a' lies at 0..0 of 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""", "'a' lies at 0..0 of 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "4 bytes after the last array")]
    [InlineData("""{"a":{"shape":[1]}}""", "the safetensors header is damaged")]
    [InlineData("""not json""", "the safetensors header is damaged")]
    public void A_damaged_file_is_refused_in_one_line_that_names_it(string header, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(Bytes(header, 1, 2), "runs/w.safetensors"));
        Assert.StartsWith("runs/w.safetensors: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_ends()
    {
        var file = SafeTensors.Write(Weights, Metadata);
        Assert.All(
            Enumerable.Range(0, file.Length),
            length => Assert.Throws<InvalidDataException>(() => SafeTensors.Read(file.AsSpan(0, length), "w")));
    }

    [Fact]
    public void Weights_of_another_model_are_refused()
    {
        Assert.Contains("[2, 3], expected [3, 2]", Refused("dense.weight", 3, 2), StringComparison.Ordinal);
        Assert.Contains("no array 'conv.weight'", Refused("conv.weight", 1), StringComparison.Ordinal);
    }

    private static string Refused(string name, params int[] shape) =>
        Assert.Throws<InvalidDataException>(() => Weights.Get(name, shape)).Message;

    private static byte[] Bytes(string header, params float[] values)
    {
        var file = new List<byte>(BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)));
        file.AddRange(Encoding.UTF8.GetBytes(header));
        file.AddRange(values.SelectMany(BitConverter.GetBytes));
        return [.. file];
    }
}
