using Glassy.Theme;

namespace Glassy.Tests.Theme;

public sealed class TemplateFunctionsTests
{
    [Theory]
    [InlineData(0.9717, 2, "97.17%")]
    [InlineData(0.9717, 1, "97.2%")]
    [InlineData(1, 2, "100.00%")]
    [InlineData(0, 0, "0%")]
    [InlineData(-0.0017, 2, "−0.17%")]
    [InlineData(-0.00001, 2, "0.00%")]
    public void Percent_is_of_one(double share, int decimals, string expected) =>
        Assert.Equal(expected, TemplateFunctions.Percent(share, decimals));

    [Theory]
    [InlineData(60000, null, "60,000")]
    [InlineData(999, null, "999")]
    [InlineData(1234.5, null, "1,234.5")]
    [InlineData(0.0918, null, "0.0918")]
    [InlineData(0.09183, 4, "0.0918")]
    [InlineData(1234567.891, 1, "1,234,567.9")]
    [InlineData(-1234.5, null, "−1,234.5")]
    public void Number_groups_by_thousands(double value, int? decimals, string expected) =>
        Assert.Equal(expected, TemplateFunctions.Number(value, decimals));

    [Theory]
    [InlineData(0, "0.00 s")]
    [InlineData(0.42, "0.42 s")]
    [InlineData(0.999, "1.0 s")]
    [InlineData(8.31, "8.3 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(75.4, "1 min 15 s")]
    [InlineData(4000, "1 h 6 min")]
    public void Seconds_take_the_unit_that_reads_best(double seconds, string expected) =>
        Assert.Equal(expected, TemplateFunctions.Seconds(seconds));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(512, "512 B")]
    [InlineData(473128, "462.04 KB")]
    [InlineData(500_000_000, "476.84 MB")]
    public void Bytes_count_in_1024s_as_Keras_does(double bytes, string expected) =>
        Assert.Equal(expected, TemplateFunctions.Bytes(bytes));
}
