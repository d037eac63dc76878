using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>The numbers of tensors, where they lie.</summary>
internal static class TensorMemory
{
    /// <param name="tensor">Float32, contiguous, on the processor; good as long as it is.</param>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>What it has of one picture.</summary>
    /// <param name="tensor">[B, …] as above.</param>
    /// <param name="picture">0..B - 1.</param>
    /// <param name="length">How many numbers a picture has.</param>
    public static Span<float> Of(Tensor tensor, int picture, int length) => Of(tensor).Slice(picture * length, length);

    /// <param name="tensor">[…, columns] float32, contiguous.</param>
    /// <param name="columns">How many.</param>
    /// <returns>[columns], each summed from the first row to the last.</returns>
    public static Tensor ColumnSums(Tensor tensor, int columns)
    {
        var result = zeros(columns);
        var sums = Of(result);
        var values = Of(tensor);
        for (var row = 0; row < values.Length; row += columns)
        {
            Add(values.Slice(row, columns), sums);
        }

        return result;
    }

    /// <summary>Adds each number to the sum at its place, which no vector's width can be seen in.</summary>
    public static void Add(ReadOnlySpan<float> values, Span<float> sums)
    {
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + new Vector<float>(values[i..])).CopyTo(sums[i..]);
        }

        for (; i < values.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
