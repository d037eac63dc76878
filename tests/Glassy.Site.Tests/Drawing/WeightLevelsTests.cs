using Glassy.Drawing;
using Glassy.Runs;

namespace Glassy.Tests.Drawing;

public sealed class WeightLevelsTests
{
    [Fact]
    public void The_levels_are_93_printable_characters_that_JSON_leaves_as_they_are()
    {
        var row = Enumerable.Range(-WeightLevels.Greatest, 93).Select(level => (float)level).ToArray();
        var characters = new char[row.Length];

        Assert.Equal(1f, WeightLevels.Quantize(row, characters));

        Assert.Equal(93, characters.Distinct().Count());
        Assert.All(characters, character => Assert.InRange(character, ' ', '~'));
        Assert.DoesNotContain('"', characters);
        Assert.DoesNotContain('\\', characters);
        Assert.Equal(row, characters.Select(character => (float)WeightLevels.LevelOf(character)));
    }

    [Fact]
    public void Every_weight_is_within_half_a_step_of_its_row()
    {
        var random = new Random(5);
        var weights = Enumerable.Range(0, 400).Select(i => (float)((random.NextDouble() - 0.5) * (i < 200 ? 1 : 0.01))).ToArray();

        var layer = BrowserLayer.Quantize(new WeightArray("w", [2, 200], weights), new WeightArray("b", [2], [1, 2]), relu: true);

        var read = layer.Dequantize();
        Assert.All(Enumerable.Range(0, 400), i => Assert.InRange(Math.Abs(read[i] - weights[i]), 0, layer.Scales[i / 200] * 0.5001));
        Assert.True(layer.Scales[1] < layer.Scales[0] / 50, "each row has a scale of its own");
    }

    [Fact]
    public void A_row_of_zeros_stays_zeros()
    {
        var layer = BrowserLayer.Quantize(new WeightArray("w", [1, 3], [0, 0, 0]), new WeightArray("b", [1], [4]), relu: false);
        Assert.Equal([0f, 0f, 0f], layer.Dequantize());
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('\n')]
    [InlineData('é')]
    public void Any_other_character_is_no_level(char character) =>
        Assert.Throws<InvalidDataException>(() => WeightLevels.LevelOf(character));
}
