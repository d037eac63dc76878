using Glassy.Metrics;

namespace Glassy.Tests.Metrics;

public sealed class ClassSelectionTests
{
    private static readonly IReadOnlyList<IReadOnlyList<int>> Matrix =
    [
        [90, 0, 0, 1, 0],
        [0, 90, 0, 0, 3],
        [0, 0, 90, 0, 0],
        [2, 0, 0, 90, 0],
        [0, 0, 0, 0, 90],
    ];

    [Theory]
    [InlineData(5, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(4, new[] { 0, 1, 3, 4 })] // 1 as 4, 3 as 0
    [InlineData(3, new[] { 0, 1, 4 })] // the pair of 3 and 0 does not fit: the first of the others comes in
    [InlineData(2, new[] { 1, 4 })]
    public void The_classes_of_the_largest_cells_beside_the_diagonal_are_chosen(int most, int[] expected) =>
        Assert.Equal(expected, ClassSelection.OfLargestCells(Matrix, most));

    [Fact]
    public void A_difference_counts_whichever_way_it_goes() =>
        Assert.Equal([1, 2], ClassSelection.OfLargestCells([[5, 1, 0], [0, -9, -2], [0, 0, 4]], 2));

    [Fact]
    public void Without_mistakes_the_first_classes_are_chosen() =>
        Assert.Equal([0, 1], ClassSelection.OfLargestCells([[1, 0, 0], [0, 1, 0], [0, 0, 1]], 2));

    [Fact]
    public void The_lowest_recall_comes_first_and_what_was_not_tested_last()
    {
        ClassFigures[] classes = [Of("a", 3, 4), Of("unseen", 0, 0), Of("b", 1, 4), Of("c", 2, 4)];

        Assert.Equal(["b", "c", "a"], ClassSelection.LowestRecall(classes, 3).Select(row => row.Name));
        Assert.Same(classes, ClassSelection.LowestRecall(classes, 4));
    }

    private static ClassFigures Of(string name, int right, int of) => new(name, new Proportion(right, of), new Proportion(right, of), 0);
}
