using CsCheck;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Tests.Preprocessing;

/// <summary>What thinnings promise, on random pictures: scattered pixels, and blobs of scattered pixels, dilated.</summary>
public sealed class TopologyTests
{
    private static readonly Gen<(ImageShape Shape, byte[] Pixels)> Pictures =
        from height in Gen.Int[1, 12]
        from width in Gen.Int[1, 12]
        from share in Gen.Int[1, 9]
        from isBlob in Gen.Bool
        from levels in Gen.Int[0, 9].Array[height * width]
        let shape = new ImageShape(height, width, 1)
        let scattered = levels.Select(level => level < (isBlob ? 1 : share) ? byte.MaxValue : byte.MinValue).ToArray()
        select (shape, isBlob ? Drawn.Apply(PreprocessingNames.Dilate, scattered, shape) : scattered);

    [Fact]
    public void A_skeleton_keeps_components_and_holes_and_nothing_more_can_go() => Pictures.Sample(
        picture =>
        {
            var lines = Drawn.Apply(PreprocessingNames.Skeleton, picture.Pixels, picture.Shape);
            return Topology.Of(lines, picture.Shape) == Topology.Of(picture.Pixels, picture.Shape)
                && Topology.Removable(lines, picture.Shape) == 0
                && Drawn.Apply(PreprocessingNames.Skeleton, lines, picture.Shape).SequenceEqual(lines);
        },
        iter: 1000);

    [Fact]
    public void Guo_and_Hall_keep_components_and_holes() => Pictures.Sample(
        picture =>
        {
            var lines = Drawn.Apply(PreprocessingNames.ThinGuoHall, picture.Pixels, picture.Shape);
            return Topology.Of(lines, picture.Shape) == Topology.Of(picture.Pixels, picture.Shape)
                && Drawn.Apply(PreprocessingNames.ThinGuoHall, lines, picture.Shape).SequenceEqual(lines);
        },
        iter: 2000);

    [Fact]
    public void Zhang_and_Suen_keep_holes_and_make_no_components() => Pictures.Sample(
        picture =>
        {
            var lines = Drawn.Apply(PreprocessingNames.ThinZhangSuen, picture.Pixels, picture.Shape);
            var (before, after) = (Topology.Of(picture.Pixels, picture.Shape), Topology.Of(lines, picture.Shape));
            return after.Holes == before.Holes
                && after.Components <= before.Components
                && Drawn.Apply(PreprocessingNames.ThinZhangSuen, lines, picture.Shape).SequenceEqual(lines);
        },
        iter: 2000);

    [Fact]
    public void A_block_of_a_skeleton_is_where_lines_cross()
    {
        const string Crossing = "#..#\n.##.\n.##.\n#..#";
        Assert.Equal(Crossing, Drawn.After(PreprocessingNames.Skeleton, Crossing));
    }
}
