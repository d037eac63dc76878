using System.Numerics;

namespace Glassy.Datasets;

/// <summary>Finds the pictures that are most like a picture, level by level.</summary>
public static class NearestNeighbors
{
    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <param name="among">Pictures of the same shape.</param>
    /// <param name="count">How many at most, 1 or more.</param>
    /// <returns>The nearest first; of equally near ones, the first in the split.</returns>
    public static IReadOnlyList<Neighbor> Find(ReadOnlySpan<byte> picture, LabeledImages among, int count)
    {
        var nearest = new PriorityQueue<int, (long Squared, int Index)>(Comparer<(long, int)>.Create((a, b) => b.CompareTo(a)));
        for (var index = 0; index < among.Count; index++)
        {
            var squared = SquaredDistance(picture, among.Image(index).Span);
            if (nearest.Count < count)
            {
                nearest.Enqueue(index, (squared, index));
            }
            else if (nearest.TryPeek(out _, out var farthest) && squared < farthest.Squared)
            {
                nearest.EnqueueDequeue(index, (squared, index));
            }
        }

        return
        [
            .. nearest.UnorderedItems
                .OrderBy(item => item.Priority)
                .Select(item => new Neighbor(item.Element, among.Labels[item.Element], Math.Sqrt(item.Priority.Squared))),
        ];
    }

    /// <summary>Finds the pictures of a split that are most like one of them to a model, by what it makes of them.</summary>
    /// <param name="index">Of the picture, which is not its own neighbour.</param>
    /// <param name="embeddings">[pictures][numbers], each of length 1.</param>
    /// <param name="among">The split.</param>
    /// <param name="count">How many at most, 1 or more.</param>
    /// <returns>The nearest first, by the cosine distance 1 − a·b; of equally near ones, the first in the split.</returns>
    public static IReadOnlyList<Neighbor> Find(int index, IReadOnlyList<float[]> embeddings, LabeledImages among, int count) =>
    [
        .. Enumerable.Range(0, embeddings.Count).Where(other => other != index)
            // rounding may go below 0
            .Select(other => new Neighbor(other, among.Labels[other], Math.Max(0, 1 - Product(embeddings[index], embeddings[other]))))
            .OrderBy(neighbor => neighbor.Distance).ThenBy(neighbor => neighbor.Index)
            .Take(count),
    ];

    private static double Product(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The sum of squared differences, exact.</summary>
    internal static long SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0L;
        var i = 0;
        for (; i <= a.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var (left, right) = (new Vector<byte>(a[i..]), new Vector<byte>(b[i..]));
            Vector.Widen(Vector.Max(left, right) - Vector.Min(left, right), out var low, out var high);
            Vector.Widen(low * low, out var first, out var second);    // 255² fits into 16 bits
            Vector.Widen(high * high, out var third, out var fourth);
            sum += Vector.Sum(first + second + third + fourth);
        }

        for (; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
