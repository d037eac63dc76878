using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>Pictures of one size, each with its label.</summary>
/// <param name="Shape">The size of every picture.</param>
/// <param name="Pixels">[N, H, W, C] grey or colour levels, 0..255, in dataset order.</param>
/// <param name="Labels">[N] class indices, 0..classes-1.</param>
public sealed record LabeledImages(ImageShape Shape, byte[] Pixels, int[] Labels)
{
    /// <summary>[N] the path of each picture's file in the dataset, with <c>/</c>; null when pictures have no files of their own.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What else is known of each picture; none when nothing is.</summary>
    public IReadOnlyList<PictureTrait> Traits { get; init; } = [];

    /// <summary>How many pictures there are (N).</summary>
    public int Count => Labels.Length;

    /// <summary>One picture, [H, W, C].</summary>
    public ReadOnlyMemory<byte> Image(int index) => Pixels.AsMemory(index * Shape.Length, Shape.Length);

    /// <summary>Those at some places, in their order.</summary>
    internal LabeledImages Where(Func<int, bool> isWanted)
    {
        var indices = Enumerable.Range(0, Count).Where(isWanted).ToArray();
        var pixels = new byte[indices.Length * Shape.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            Image(indices[i]).Span.CopyTo(pixels.AsSpan(i * Shape.Length));
        }

        return new LabeledImages(Shape, pixels, [.. indices.Select(index => Labels[index])])
        {
            Names = Names is null ? null : [.. indices.Select(index => Names[index])],
            Traits = [.. Traits.Select(trait => trait with { Values = [.. indices.Select(index => trait.Values[index])] })],
        };
    }

    /// <summary>[classes] pictures per class.</summary>
    public IReadOnlyList<int> CountPerClass(int classes)
    {
        var counts = new int[classes];
        foreach (var label in Labels)
        {
            counts[label]++;
        }

        return counts;
    }
}
