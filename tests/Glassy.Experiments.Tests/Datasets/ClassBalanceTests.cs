using Glassy.Datasets;

namespace Glassy.Tests.Datasets;

public sealed class ClassBalanceTests
{
    [Fact]
    public void The_largest_and_the_smallest_class_are_named_and_of_equal_ones_the_first()
    {
        var balance = ClassBalance.Of(["a", "b", "c", "d"], new SplitInfo(18, [6, 3, 6, 3]));

        Assert.Equal(new ClassBalance("a", 6, "b", 3), balance);
        Assert.Equal((2.0, false), (balance.Ratio!.Value, balance.IsEven));
    }

    [Fact]
    public void A_class_without_pictures_has_no_ratio() => Assert.Null(ClassBalance.Of(["a", "b"], new SplitInfo(6, [6, 0])).Ratio);

    [Fact]
    public void Classes_of_one_size_are_even() => Assert.True(ClassBalance.Of(["a", "b"], new SplitInfo(6, [3, 3])).IsEven);
}
