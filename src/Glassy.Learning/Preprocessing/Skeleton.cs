using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>
/// The medial axis as lines: where the distance to paper is a ridge, and what joins these places. H. Blum, "A Transformation for Extracting
/// New Descriptors of Shape" (1967); made by distance-ordered homotopic thinning, C. Pudney, "Distance-Ordered Homotopic Thinning: A
/// Skeletonization Algorithm for 3D Digital Images" (Computer Vision and Image Understanding, 1998), in the plane and with exact
/// Euclidean distances (Felzenszwalb and Huttenlocher 2012). A grey picture is binarized first (Otsu 1979).
/// </summary>
/// <remarks>
/// Pixels are erased from the nearest to paper to the farthest, each only if topology stays and it is no ridge; then ridges two pixels wide
/// are thinned by the passes of Guo and Hall, and the corners that they leave go. So components of ink and holes stay as many as they were,
/// and no pixel is left that could be erased without a change of topology, except the ends of lines (pixels with one neighbour). A block of
/// 2×2 is left only where each of its pixels holds a line of its own, as where two diagonals cross. Applied again it changes nothing.
/// </remarks>
public sealed class Skeleton : IPreprocessor
{
    public string Name => PreprocessingNames.Skeleton;

    public string Description => "Replaces strokes by their medial axis, one pixel wide: ridges of the distance to paper, joined.";

    public void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result) => Channels.Each(pixels, shape, result, Apply);

    private static void Apply(ReadOnlySpan<byte> levels, int height, int width, Span<byte> result)
    {
        var mask = new InkMask(levels, height, width);
        var distances = SquaredDistances.Of(mask.Ink, height + 2, width + 2);
        var slopes = mask.Places().FindAll(place => !IsRidge(distances, place, mask.Stride));
        slopes.Sort((a, b) => (distances[a], a).CompareTo((distances[b], b)));
        EraseSimple(mask, slopes, leastNeighbours: 0);
        ThinGuoHall.Thin(mask); // ridges of even width
        EraseSimple(mask, mask.Places(), leastNeighbours: 2); // corners
        mask.CopyTo(result);
    }

    /// <summary>
    /// Whether the distance is largest here across some line: row, column or diagonal. In a row or column two equal neighbours, the middle
    /// of a stroke of even width, are both ridges; across diagonals no two need be, as the next diagonal has its largest between them.
    /// </summary>
    private static bool IsRidge(int[] distances, int place, int stride) =>
        IsTop(distances, place, stride + 1)
        || IsTop(distances, place, stride - 1)
        || IsTop(distances, place, 1)
        || IsTop(distances, place, stride)
        || IsTopOfTwo(distances, place, 1)
        || IsTopOfTwo(distances, place, -1)
        || IsTopOfTwo(distances, place, stride)
        || IsTopOfTwo(distances, place, -stride);

    private static bool IsTop(int[] distances, int place, int step) =>
        distances[place - step] < distances[place] && distances[place + step] < distances[place];

    private static bool IsTopOfTwo(int[] distances, int place, int step) =>
        distances[place - step] < distances[place]
        && distances[place + step] == distances[place]
        && distances[place + (2 * step)] < distances[place];

    /// <summary>Erases one after the other, until none can go; what was not simple may be when others are gone.</summary>
    /// <param name="mask">Is changed.</param>
    /// <param name="places">What may go, in the order in which it may; is changed.</param>
    /// <param name="leastNeighbours">What has fewer is an end and stays.</param>
    private static void EraseSimple(InkMask mask, List<int> places, int leastNeighbours)
    {
        while (places.RemoveAll(EraseIfSimple) > 0)
        {
            // The passes do the work.
        }

        bool EraseIfSimple(int place)
        {
            var around = mask.NeighboursOf(place);
            var isErased = Neighbourhood.Ink(around) >= leastNeighbours && Neighbourhood.IsSimple(around);
            if (isErased)
            {
                mask.Erase(place);
            }

            return isErased;
        }
    }
}
