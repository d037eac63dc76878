using CsCheck;
using Glassy.Datasets;
using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets;

public sealed class NameTests
{
    [Fact]
    public void Numbers_in_names_compare_as_numbers()
    {
        string[] names = ["10", "2", "a10", "a2", "a", "02", "B", "1x", "1", ""];
        Assert.Equal(["", "1", "1x", "02", "2", "10", "B", "a", "a2", "a10"], names.Order(NaturalOrder.Instance));
    }

    [Fact]
    public void The_natural_order_is_total()
    {
        var name = Gen.Char["0019ab-"].Array[0, 5].Select(chars => new string(chars));
        Gen.Select(name, name, name).Sample((a, b, c) =>
        {
            var order = NaturalOrder.Instance;
            return Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a))
                && order.Compare(a, b) == 0 == (a == b)
                && !(order.Compare(a, b) < 0 && order.Compare(b, c) < 0 && order.Compare(a, c) >= 0);
        });
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("Ice cream & tea", "Ice-cream-tea")]
    [InlineData("../../etc", "etc")]
    [InlineData("лиса", "none")]
    [InlineData("con", "none")]
    [InlineData("T-shirt/top", "T-shirt-top")]
    public void Names_become_safe_for_files(string name, string expected) =>
        Assert.Equal(expected, FileSafeName.Of(name, "none"));

    [Fact]
    public void Safe_names_differ_even_where_case_does_not_count() =>
        Assert.Equal(["a", "A-2", "a-3", "class-3", "class-4", "a-2-2"], FileSafeName.AllOf(["a", "A", "a!", "猫", "狐", "a-2"], "class"));
}
