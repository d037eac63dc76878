using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class AugmentationAmountsTests
{
    [Theory]
    [InlineData("none", "none")]
    [InlineData("", "none")]
    [InlineData(null, "none")]
    [InlineData("shift 2", "shift 2")]
    [InlineData("elastic 1.50+ rotate 10 +shift  2", "shift 2 + rotate 10 + elastic 1.5")]
    [InlineData("scale 0.1 + shfit 2", "scale 0.1 + shfit 2")]
    public void The_same_changes_are_written_in_one_way(string? text, string canonical)
    {
        Assert.Equal(canonical, AugmentationAmounts.Canonical(text));
        Assert.Equal(canonical, new TrainingOptions { Augment = text! }.Augment); // as the JSON reader gives what a record lacks
    }

    [Fact]
    public void Each_change_has_its_amount()
    {
        Assert.Equal(
            new AugmentationAmounts(2, 10, 0.15, 1.5), AugmentationAmounts.Parse("shift 2 + rotate 10 + scale 0.15 + elastic 1.5"));
        Assert.True(AugmentationAmounts.Parse("none").IsNone);
        Assert.False(AugmentationAmounts.Parse("scale 0.15").IsNone);
    }

    [Theory]
    [InlineData("shfit 2", "unknown change 'shfit'; did you mean `shift`? known: shift, rotate, scale, elastic")]
    [InlineData("shift", "'shift' needs a whole number of pixels from 1 to 99")]
    [InlineData("shift 0", "'shift' needs a whole number of pixels from 1 to 99")]
    [InlineData("shift 1.5", "'shift' needs a whole number of pixels from 1 to 99")]
    [InlineData("rotate 181", "'rotate' needs degrees above 0, up to 180")]
    [InlineData("rotate -1", "'rotate' needs degrees above 0, up to 180")]
    [InlineData("scale 1", "'scale' needs a share above 0 and below 1")]
    [InlineData("scale NaN", "'scale' needs a share above 0 and below 1")]
    [InlineData("elastic 0", "'elastic' needs pixels above 0, up to 99")]
    [InlineData("shift 1 + none", "none stands alone")]
    [InlineData("shift 1 + shift 2", "'shift' stands twice")]
    [InlineData("shift 1 +", "unknown change ''; known: shift, rotate, scale, elastic")]
    public void A_mistake_is_named_with_what_was_expected(string text, string mistake)
    {
        Assert.Equal(mistake, AugmentationAmounts.MistakeIn(text));
        var error = Assert.Throws<ArgumentException>(() => AugmentationAmounts.Parse(text));
        Assert.StartsWith($"augment is '{text}', expected none, or changes joined by +: ", error.Message, StringComparison.Ordinal);
    }
}
