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

    /// <summary>How many pictures there are (N).</summary>
    public int Count => Labels.Length;

    /// <summary>One picture, [H, W, C].</summary>
    public ReadOnlyMemory<byte> Image(int index) => Pixels.AsMemory(index * Shape.Length, Shape.Length);

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
