using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Tests.Preprocessing;

/// <summary>The steps that look at levels: <c>binarize</c>, <c>dilate</c>, <c>deskew</c>.</summary>
public sealed class GreyStepTests
{
    // scikit-image 0.19.3: skimage.filters.threshold_otsu gives 90 and 10
    [Theory]
    [InlineData(new byte[] { 0, 0, 10, 20, 30, 60, 90, 200, 210, 250 }, 90)]
    [InlineData(new byte[] { 10, 10, 10, 40, 50, 60 }, 10)]
    public void Ink_is_what_is_above_Otsus_threshold(byte[] levels, int threshold) =>
        Assert.Equal(levels.Select(level => level > threshold ? (byte)255 : (byte)0), Apply(PreprocessingNames.Binarize, levels, 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(127, 0)]
    [InlineData(128, 255)]
    [InlineData(255, 255)]
    public void A_picture_of_one_level_is_all_ink_or_all_paper(byte level, byte expected) =>
        Assert.Equal([expected, expected, expected, expected], Apply(PreprocessingNames.Binarize, [level, level, level, level], 2));

    [Fact]
    public void A_picture_of_two_levels_keeps_which_is_the_brighter() =>
        Assert.Equal([0, 255, 0], Apply(PreprocessingNames.Binarize, [7, 8, 7], 1));

    [Fact]
    public void Dilating_spreads_the_brightest_of_the_eight_around()
    {
        byte[] pixels =
        [
            9, 0, 0, 0,
            0, 0, 0, 0,
            0, 0, 0, 5,
            0, 0, 0, 0,
        ];
        byte[] expected =
        [
            9, 9, 0, 0,
            9, 9, 5, 5,
            0, 0, 5, 5,
            0, 0, 5, 5,
        ];
        Assert.Equal(expected, Apply(PreprocessingNames.Dilate, pixels, 4));
    }

    [Fact]
    public void A_slanting_line_becomes_upright() =>
        Assert.Equal(".....\n..#..\n..#..\n..#..\n.....", Drawn.After(PreprocessingNames.Deskew, ".....\n.#...\n..#..\n...#.\n....."));

    // By hand: centre of mass at row 0.5, slant 1 column a row; each row moves by half a column.
    [Fact]
    public void Between_columns_levels_are_interpolated() =>
        Assert.Equal(
            [0, 100, 100, 0, 0, 100, 100, 0],
            Apply(PreprocessingNames.Deskew, [0, 200, 0, 0, 0, 0, 200, 0], 4));

    [Theory]
    [InlineData("...\n...")]
    [InlineData("...\n##.\n...")]
    [InlineData(".#.\n.#.\n.#.")]
    [InlineData("#.#\n.#.\n#.#")]
    public void What_is_upright_or_has_no_height_stays(string drawing) =>
        Assert.Equal(drawing, Drawn.After(PreprocessingNames.Deskew, drawing));

    private static byte[] Apply(string step, byte[] levels, int width) =>
        Drawn.Apply(step, levels, new ImageShape(levels.Length / width, width, 1));
}
