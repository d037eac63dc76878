using Glassy.Arithmetic;

namespace Glassy.Tests.Arithmetic;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 7, 17)]
    [InlineData(4, 3, 16)]
    [InlineData(13, 30, 33)]
    [InlineData(9, 64, 48)]
    public void Each_element_is_a_chain_of_fused_multiply_adds_to_the_bit_in_either_order_of_memory_on_any_number_of_threads(
        int rows,
        int inner,
        int columns)
    {
        var random = new Random(5);
        float[] left = Numbers(rows * inner, 0), right = Numbers(inner * columns, 0.7), begun = Numbers(rows * columns, 0);
        Array.Clear(right, 0, columns); // a row of zeros
        var expected = (float[])begun.Clone();
        for (var i = 0; i < expected.Length; i++)
        {
            for (var k = 0; k < inner; k++)
            {
                expected[i] = MathF.FusedMultiplyAdd(left[(i / columns * inner) + k], right[(k * columns) + (i % columns)], expected[i]);
            }
        }

        foreach (var threads in new[] { 1, 2, 3 })
        {
            Assert.Equal(Bits(expected), Bits(Product(MatrixView.Of(left, rows, inner), MatrixView.Of(right, inner, columns), threads)));
            var (turnedLeft, turnedRight) = (Turned(left, rows), Turned(right, inner));
            Assert.Equal(
                Bits(expected),
                Bits(Product(
                    MatrixView.Of(turnedLeft, inner, rows).Transposed, MatrixView.Of(turnedRight, columns, inner).Transposed, threads)));
        }

        float[] Numbers(int count, double zeros) =>
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < zeros ? 0 : (float)(random.NextDouble() - 0.5))];

        float[] Product(MatrixView a, MatrixView b, int threads)
        {
            var sums = (float[])begun.Clone();
            MatrixProduct.Add(a, b, sums, threads);
            return sums;
        }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => MatrixProduct.Add(MatrixView.Of(new float[6], 2, 3), MatrixView.Of(new float[6], 2, 3), new float[4], 1));
        Assert.Equal("[2, 3] times [2, 3] does not fit 4 sums", error.Message);
        Assert.Equal(
            "5 numbers are no matrix of 2 x 3", Assert.Throws<ArgumentException>(() => MatrixView.Of(new float[5], 2, 3).Rows).Message);
    }

    private static float[] Turned(float[] matrix, int rows)
    {
        var columns = matrix.Length / rows;
        return [.. Enumerable.Range(0, matrix.Length).Select(i => matrix[(i % rows * columns) + (i / rows)])];
    }

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
