using System.Runtime.InteropServices;
using System.Text;
using Glassy.Diagnostics;
using Glassy.Foreign;

namespace Glassy.Tests.Foreign;

public sealed class EmbeddingReaderTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Each_row_becomes_as_long_as_1_and_one_of_zeros_stays_so()
    {
        Write("<f4", "(3, 2)", MemoryMarshal.AsBytes([3f, 4f, 0f, 0f, 0f, -2f]));

        Assert.Equal([[0.6f, 0.8f], [0, 0], [0, -1]], Read(3));
    }

    [Fact]
    public void Whole_numbers_are_numbers_too()
    {
        Write("<i8", "(1, 2)", MemoryMarshal.AsBytes([5L, 0L]));

        Assert.Equal([[1f, 0f]], Read(1));
    }

    [Theory]
    [InlineData("<f4", "(3, 2)", 2, "e.npy: is <f4 of (3, 2), expected a row of numbers for each of the 2 test pictures, in their order")]
    [InlineData("<f4", "(6,)", 6, "e.npy: is <f4 of (6), expected a row of numbers for each of the 6 test pictures, in their order")]
    [InlineData("<U1", "(3, 2)", 3, "e.npy: is <U1 of (3, 2), expected a row of numbers for each of the 3 test pictures, in their order")]
    public void An_array_that_has_not_a_row_for_each_picture_is_a_mistake(string type, string shape, int pictures, string expected)
    {
        Write(type, shape, new byte[24]);

        Assert.Equal(expected, MistakeOf(pictures));
    }

    [Fact]
    public void What_is_no_number_what_is_no_array_and_no_file_are_mistakes()
    {
        Assert.Equal("e.npy: no such file; expected embeddings as numpy.save writes them, [2, numbers]", MistakeOf(2));
        Write("<f4", "(2, 1)", MemoryMarshal.AsBytes([1f, float.NaN]));
        Assert.Equal(
            "e.npy: the row of picture 1 has a number that is not finite; write the embeddings anew, without NaN and infinities",
            MistakeOf(2));
        File.WriteAllText(_project.PathOf("e.npy"), "numbers");
        Assert.StartsWith("e.npy: ", MistakeOf(2), StringComparison.Ordinal);
    }

    private float[][] Read(int pictures) => EmbeddingReader.Read(_project.PathOf("e.npy"), "e.npy", pictures);

    private string MistakeOf(int pictures) => Assert.Throws<DiagnosticException>(() => Read(pictures)).Diagnostics.Single().ToString();

    private void Write(string type, string shape, ReadOnlySpan<byte> data)
    {
        var header = Encoding.ASCII.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n");
        File.WriteAllBytes(_project.PathOf("e.npy"), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. data]);
    }
}
