using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class NearestNeighborsTests
{
    [Fact]
    public void The_nearest_come_first_with_their_labels_and_distances()
    {
        var among = new LabeledImages(new ImageShape(1, 2, 1), [0, 0, 13, 14, 3, 4, 255, 255], [0, 1, 2, 3]);

        Assert.Equal([new Neighbor(2, 2, 0), new Neighbor(0, 0, 5)], NearestNeighbors.Find([3, 4], among, 2));
    }

    [Fact]
    public void Of_equally_near_pictures_the_first_of_the_split_is_taken()
    {
        var among = new LabeledImages(new ImageShape(1, 1, 1), [9, 7, 9, 7], [0, 1, 0, 1]);

        Assert.Equal([0, 1, 2], NearestNeighbors.Find([8], among, 3).Select(neighbor => neighbor.Index));
    }

    [Fact]
    public void By_embeddings_the_nearest_point_the_same_way_and_a_picture_is_not_its_own_neighbour()
    {
        float[][] embeddings = [[1, 0], [0, 1], [0.8f, 0.6f], [-1, 0], [0, -1]];
        var found = NearestNeighbors.Find(0, embeddings, new LabeledImages(new ImageShape(1, 1, 1), [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]), 3);

        Assert.Equal([2, 1, 4], found.Select(neighbor => neighbor.Label)); // of two that are equally far the first of the split comes first
        Assert.Equal([0.2, 1, 1], found.Select(neighbor => Math.Round(neighbor.Distance, 6)));
    }

    [Fact]
    public void There_are_no_more_than_the_split_has() =>
        Assert.Single(NearestNeighbors.Find([8], new LabeledImages(new ImageShape(1, 1, 1), [9], [0]), 8));

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(784)]
    [InlineData(3072)]
    public void The_distance_is_exact_for_pictures_of_any_length(int length)
    {
        var (black, white) = (new byte[length], Enumerable.Repeat((byte)255, length).ToArray());
        var among = new LabeledImages(new ImageShape(1, length, 1), white, [0]);

        Assert.Equal(255 * Math.Sqrt(length), Assert.Single(NearestNeighbors.Find(black, among, 1)).Distance, 1e-9);
    }
}
