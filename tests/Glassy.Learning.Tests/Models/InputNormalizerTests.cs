using Glassy.Imaging;
using Glassy.Models;
using Glassy.Runs;

namespace Glassy.Tests.Models;

public sealed class InputNormalizerTests
{
    [Fact]
    public void Unit_columns_divides_each_column_by_its_norm_and_leaves_empty_columns_zero()
    {
        // Two rows, three columns: (3, 4) has norm 5, (0, 0) counts as 1, (5, 12) has norm 13.
        var inputs = Normalize([3, 0, 5, 4, 0, 12], new ImageShape(2, 3, 1), Normalization.UnitColumns);
        Assert.Equal([3 / 5f, 0, 5 / 13f, 4 / 5f, 0, 12 / 13f], inputs);
    }

    [Fact]
    public void Unit_columns_takes_each_channel_and_each_picture_by_itself()
    {
        // [N=2, H=2, W=1, C=2]: channels (3, 4) and (6, 8), then (0, 7) and (255, 0).
        var inputs = Normalize([3, 6, 4, 8, 0, 255, 7, 0], new ImageShape(2, 1, 2), Normalization.UnitColumns);
        Assert.Equal([0.6f, 0.6f, 0.8f, 0.8f, 0, 1, 1, 0], inputs);
    }

    [Fact]
    public void Scale_brings_levels_to_0_to_1_and_none_leaves_them()
    {
        var shape = new ImageShape(1, 3, 1);
        Assert.Equal([0, 51 / 255f, 1], Normalize([0, 51, 255], shape, Normalization.Scale));
        Assert.Equal([0, 51, 255], Normalize([0, 51, 255], shape, Normalization.None));
    }

    private static float[] Normalize(byte[] pixels, ImageShape shape, Normalization normalize)
    {
        var inputs = new float[pixels.Length];
        InputNormalizer.Normalize(pixels, shape, normalize, inputs);
        return inputs;
    }
}
