using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Glassy.Arithmetic;

/// <summary>
/// Products of matrices whose bits do not depend on the processor. Each element is one chain of fused multiply-adds in the order of the
/// inner index, each rounded once (IEEE 754-2008, fusedMultiplyAdd): the width of the vectors and the order in which elements are
/// computed cannot be seen in it. The tensor library's products choose both by the processor. Where a whole row of the right matrix is 0 it
/// is not multiplied, and so hides an infinite number opposite.
/// </summary>
public static class MatrixProduct
{
    // Eight sums at once: as many as it takes to hide an addition's latency, and few enough for sixteen registers.
    private const int RowsAtOnce = 4;
    private const int ColumnsAtOnce = 16;
    private const int Half = 8;

    /// <summary>Adds left · right to the sums.</summary>
    /// <param name="left">[m, k].</param>
    /// <param name="right">[k, n].</param>
    /// <param name="sums">[m, n] row-major: where the chains begin, and what they come to.</param>
    /// <param name="threads">Among how many the rows are shared out.</param>
    /// <exception cref="ArgumentException">The sizes do not fit each other.</exception>
    public static void Add(MatrixView left, MatrixView right, Span<float> sums, int threads)
    {
        var columns = right.Columns;
        if (left.Columns != right.Rows || sums.Length != left.Rows * columns)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"[{left.Rows}, {left.Columns}] times [{right.Rows}, {columns}] does not fit {sums.Length} sums"));
        }

        if (threads == 1 || left.Rows <= RowsAtOnce)
        {
            Add(left, right, sums);
            return;
        }

        AddInParts(left, right, sums, threads);
    }

    /// <summary>Spans do not go to other threads; addresses do, of memory that stays in its place until all are done.</summary>
    private static unsafe void AddInParts(MatrixView left, MatrixView right, Span<float> sums, int threads)
    {
        fixed (float* a = left.Values, b = right.Values, c = sums)
        {
            var (atA, atB, atC) = ((nint)a, (nint)b, (nint)c);
            var (lengthA, lengthB, lengthC) = (left.Values.Length, right.Values.Length, sums.Length);
            var (rows, inner, rowStride, columnStride) = (left.Rows, left.Columns, left.RowStride, left.ColumnStride);
            var (columns, rightRowStride, rightColumnStride) = (right.Columns, right.RowStride, right.ColumnStride);
            var size = (((rows + threads - 1) / threads) + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;
            Parallel.For(0, (rows + size - 1) / size, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
            {
                var (first, count) = (part * size, Math.Min(size, rows - (part * size)));
                Add(
                    new MatrixView(new ReadOnlySpan<float>((void*)atA, lengthA), rows, inner, rowStride, columnStride).Slice(first, count),
                    new MatrixView(new ReadOnlySpan<float>((void*)atB, lengthB), inner, columns, rightRowStride, rightColumnStride),
                    new Span<float>((void*)atC, lengthC).Slice(first * columns, count * columns));
            });
        }
    }

    private static void Add(MatrixView left, MatrixView right, Span<float> sums)
    {
        var packed = ArrayPool<float>.Shared.Rent(left.Columns * ColumnsAtOnce);
        var places = ArrayPool<int>.Shared.Rent(left.Columns);
        var edge = (stackalloc float[RowsAtOnce * ColumnsAtOnce]);
        for (var column = 0; column < right.Columns; column += ColumnsAtOnce)
        {
            var columns = Math.Min(ColumnsAtOnce, right.Columns - column);
            var inner = Pack(right, column, columns, left.ColumnStride, packed, places);
            for (var row = 0; row < left.Rows; row += RowsAtOnce)
            {
                var rows = Math.Min(RowsAtOnce, left.Rows - row);
                if (rows == RowsAtOnce && columns == ColumnsAtOnce)
                {
                    AddBlock(left, row, rows, packed, places.AsSpan(0, inner), sums[((row * right.Columns) + column)..], right.Columns);
                    continue;
                }

                for (var i = 0; i < rows; i++)
                {
                    sums.Slice(((row + i) * right.Columns) + column, columns).CopyTo(edge[(i * ColumnsAtOnce)..]);
                }

                AddBlock(left, row, rows, packed, places.AsSpan(0, inner), edge, ColumnsAtOnce);
                for (var i = 0; i < rows; i++)
                {
                    edge.Slice(i * ColumnsAtOnce, columns).CopyTo(sums[(((row + i) * right.Columns) + column)..]);
                }
            }
        }

        ArrayPool<float>.Shared.Return(packed);
        ArrayPool<int>.Shared.Return(places);
    }

    /// <summary>
    /// Copies some columns to where they lie side by side, [k, 16]; those that there are not are 0. Rows of nothing but zeros are left out,
    /// which add nothing: most of a digit's pixels are paper.
    /// </summary>
    /// <returns>How many rows there are then; for each <paramref name="places"/> has what it is multiplied by, from its row's first
    /// number.</returns>
    private static int Pack(MatrixView right, int column, int columns, int stride, Span<float> packed, Span<int> places)
    {
        var count = 0;
        for (var k = 0; k < right.Rows; k++)
        {
            var row = packed.Slice(count * ColumnsAtOnce, ColumnsAtOnce);
            var from = right.Values[((k * right.RowStride) + (column * right.ColumnStride))..];
            if (right.ColumnStride == 1 && columns == ColumnsAtOnce)
            {
                Vector256.Create(from).CopyTo(row); // two vectors take less time than a call
                Vector256.Create(from[Half..]).CopyTo(row[Half..]);
            }
            else
            {
                for (var j = 0; j < columns; j++)
                {
                    row[j] = from[j * right.ColumnStride];
                }

                row[columns..].Clear();
            }

            if (!Vector256.EqualsAll(Vector256.Create<float>(row), Vector256<float>.Zero)
                || !Vector256.EqualsAll(Vector256.Create<float>(row[Half..]), Vector256<float>.Zero))
            {
                places[count] = k * stride;
                count++;
            }
        }

        return count;
    }

    /// <summary>Up to 4 rows of 16 columns. A row that there is not repeats the last one; its sums are not kept.</summary>
    private static void AddBlock(
        MatrixView left, int row, int rows, ReadOnlySpan<float> packed, ReadOnlySpan<int> places, Span<float> sums, int stride)
    {
        ref var b = ref MemoryMarshal.GetReference(packed);
        ref var c = ref MemoryMarshal.GetReference(sums);
        var (second, third, fourth) = (Math.Min(1, rows - 1), Math.Min(2, rows - 1), Math.Min(3, rows - 1));
        ref var a0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(left.Values), row * left.RowStride);
        ref var a1 = ref Unsafe.Add(ref a0, second * left.RowStride);
        ref var a2 = ref Unsafe.Add(ref a0, third * left.RowStride);
        ref var a3 = ref Unsafe.Add(ref a0, fourth * left.RowStride);
        var (c1, c2, c3) = ((nuint)(second * stride), (nuint)(third * stride), (nuint)(fourth * stride));

        var s00 = Vector256.LoadUnsafe(ref c);
        var s01 = Vector256.LoadUnsafe(ref c, Half);
        var s10 = Vector256.LoadUnsafe(ref c, c1);
        var s11 = Vector256.LoadUnsafe(ref c, c1 + Half);
        var s20 = Vector256.LoadUnsafe(ref c, c2);
        var s21 = Vector256.LoadUnsafe(ref c, c2 + Half);
        var s30 = Vector256.LoadUnsafe(ref c, c3);
        var s31 = Vector256.LoadUnsafe(ref c, c3 + Half);
        foreach (var place in places)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, Half);
            var v0 = Vector256.Create(Unsafe.Add(ref a0, place));
            s00 = Vector256.FusedMultiplyAdd(v0, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(v0, b1, s01);
            var v1 = Vector256.Create(Unsafe.Add(ref a1, place));
            s10 = Vector256.FusedMultiplyAdd(v1, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(v1, b1, s11);
            var v2 = Vector256.Create(Unsafe.Add(ref a2, place));
            s20 = Vector256.FusedMultiplyAdd(v2, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(v2, b1, s21);
            var v3 = Vector256.Create(Unsafe.Add(ref a3, place));
            s30 = Vector256.FusedMultiplyAdd(v3, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(v3, b1, s31);
            b = ref Unsafe.Add(ref b, ColumnsAtOnce);
        }

        s30.StoreUnsafe(ref c, c3);
        s31.StoreUnsafe(ref c, c3 + Half);
        s20.StoreUnsafe(ref c, c2);
        s21.StoreUnsafe(ref c, c2 + Half);
        s10.StoreUnsafe(ref c, c1);
        s11.StoreUnsafe(ref c, c1 + Half);
        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, Half);
    }
}
