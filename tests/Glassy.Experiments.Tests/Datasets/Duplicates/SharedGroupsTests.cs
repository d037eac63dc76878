using Glassy.Datasets;
using Glassy.Datasets.Duplicates;

namespace Glassy.Tests.Datasets.Duplicates;

public sealed class SharedGroupsTests
{
    [Fact]
    public void Groups_on_both_sides_are_counted_with_their_test_pictures()
    {
        var groups = SharedGroups.Of(Grouped(["ann", "bob", "bob"], ["bob", "cy", "bob", "ann"]))!;

        Assert.Equal((2, 3, 3), (groups.Train, groups.Test, groups.Pictures));
        Assert.Equal(["bob", "ann"], groups.Shared);
    }

    [Fact]
    public void A_picture_of_no_group_is_of_none()
    {
        var groups = SharedGroups.Of(Grouped(["ann", "", ""], ["", "cy", "", ""]))!;

        Assert.Equal((1, 1, 0, 0), (groups.Train, groups.Test, groups.Pictures, groups.Shared.Count));
    }

    [Fact]
    public void Nothing_is_said_of_a_dataset_without_groups() => Assert.Null(SharedGroups.Of(Blots.Dataset([1, 2], [3])));

    private static ImageDataset Grouped(string[] train, string[] test)
    {
        var dataset = Blots.Dataset([1, 2, 3], [4, 5, 6, 7]);
        return dataset with
        {
            Train = dataset.Train with { Traits = [new PictureTrait("age", ["1", "2", "3"]), new PictureTrait("Group", train)] },
            Test = dataset.Test with { Traits = [new PictureTrait("age", ["1", "2", "3", "4"]), new PictureTrait("Group", test)] },
        };
    }
}
