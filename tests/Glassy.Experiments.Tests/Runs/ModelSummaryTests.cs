using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class ModelSummaryTests
{
    [Fact]
    public void Summary_is_the_table_that_Keras_printed_for_the_original()
    {
        var model = new ModelInfo(
            "mlp",
            [
                new ModelLayer("flatten", "Flatten", [784], 0),
                new ModelLayer("dense", "Dense", [128], 100480),
                new ModelLayer("dense_1", "Dense", [128], 16512),
                new ModelLayer("dense_2", "Dense", [10], 1290),
            ],
            118282,
            118282,
            118282 * 4);
        string[] expected =
        [
            "Model: \"sequential\"",
            "_________________________________________________________________",
            " Layer (type)                Output Shape              Param #   ",
            "=================================================================",
            " flatten (Flatten)           (None, 784)               0         ",
            "                                                                 ",
            " dense (Dense)               (None, 128)               100480    ",
            "                                                                 ",
            " dense_1 (Dense)             (None, 128)               16512     ",
            "                                                                 ",
            " dense_2 (Dense)             (None, 10)                1290      ",
            "                                                                 ",
            "=================================================================",
            "Total params: 118282 (462.04 KB)",
            "Trainable params: 118282 (462.04 KB)",
            "Non-trainable params: 0 (0.00 Byte)",
            "_________________________________________________________________",
        ];
        Assert.Equal(string.Concat(expected.Select(line => line + "\n")), ModelSummary.Render(model));
    }

    [Fact]
    public void A_cell_that_is_too_long_goes_on_in_the_next_line()
    {
        var layer = new ModelLayer("a_layer_with_a_very_long_name", "Dense", [26, 26, 32], 1);
        var lines = ModelSummary.Render(new ModelInfo("mlp", [layer], 1, 1, 4)).Split('\n');
        Assert.Equal(" a_layer_with_a_very_long_na (None, 26, 26, 32)        1         ", lines[4]);
        Assert.Equal(" me (Dense)                                                      ", lines[5]);
    }

    [Fact]
    public void A_size_beyond_the_largest_unit_is_given_in_it()
    {
        var lines = ModelSummary.Render(new ModelInfo("mlp", [], 1L << 60, 1L << 60, 1L << 62)).Split('\n');
        Assert.Contains("Total params: 1152921504606846976 (4096.00 PB)", lines);
    }
}
