using Glassy.Datasets.Folders;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>Pictures and labels of one split, or of a part of one, as arrays.</summary>
/// <param name="Split">What they are for; none when nobody has said.</param>
/// <param name="Shape">Of each picture.</param>
/// <param name="Pixels">[N, H, W, C].</param>
/// <param name="Labels">[N].</param>
/// <param name="Name">What messages call the labels.</param>
internal sealed record ArraySplit(SplitKind Split, ImageShape Shape, byte[] Pixels, int[] Labels, string Name);
