using CsCheck;
using Glassy.Preprocessing;

namespace Glassy.Tests.Preprocessing;

public sealed class SquaredDistancesTests
{
    // scipy 1.10: numpy.rint(scipy.ndimage.distance_transform_edt(numpy.pad(drawing, 1)) ** 2)
    [Fact]
    public void A_drawing_has_the_distances_that_scipy_gives()
    {
        var (pixels, shape) = Drawn.Read(".#######.\n.########\n.###.####\n.########\n########.");
        Assert.Equal(
            [
                0, 1, 1, 1, 1, 1, 1, 1, 0,
                0, 1, 4, 2, 1, 2, 4, 2, 1,
                0, 1, 4, 1, 0, 1, 4, 4, 1,
                0, 1, 4, 2, 1, 2, 4, 2, 1,
                1, 1, 1, 1, 1, 1, 1, 1, 0,
            ],
            SquaredDistances.Of(pixels, shape.Height, shape.Width));
    }

    [Fact]
    public void Distances_are_those_to_the_nearest_of_all_paper() =>
        (from height in Gen.Int[1, 20]
         from width in Gen.Int[1, 20]
         from ink in Gen.Int[0, 12].Array[height * width]
         select (height, width, ink))
        .Sample(
            picture =>
            {
                byte[] ink = [.. picture.ink.Select(level => (byte)level)]; // one in thirteen is paper
                return SquaredDistances.Of(ink, picture.height, picture.width).SequenceEqual(Nearest(ink, picture.height, picture.width));
            },
            iter: 300);

    private static IEnumerable<int> Nearest(byte[] ink, int height, int width) => Enumerable.Range(0, ink.Length).Select(i =>
    {
        var (y, x) = (i / width, i % width);
        var paper = from other in Enumerable.Range(0, (height + 2) * (width + 2))
                    let row = (other / (width + 2)) - 1
                    let column = (other % (width + 2)) - 1
                    where row < 0 || row == height || column < 0 || column == width || ink[(row * width) + column] == 0
                    select ((row - y) * (row - y)) + ((column - x) * (column - x));
        return paper.Min();
    });
}
