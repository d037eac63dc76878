using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>The numbers of tensors, where they lie.</summary>
internal static class TensorMemory
{
    /// <param name="tensor">Float32, contiguous, on the processor; good as long as it is.</param>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

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
            for (var column = 0; column < columns; column++)
            {
                sums[column] += values[row + column];
            }
        }

        return result;
    }
}
