using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class PredictionsFileTests
{
    private static readonly Prediction[] Predictions = [new(0, 2, 1, [-2.3f, -0.36f, -1.6f]), new(1, 0, 0, [0, -90, -90])];

    [Fact]
    public void Bytes_are_as_documented()
    {
        var file = PredictionsFile.Write(Predictions, classes: 3);
        Assert.Equal("GLASSYPR"u8.ToArray(), file[..8]);
        Assert.Equal([2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0], file[8..20].Select(value => (int)value));
        Assert.Equal([2, 0, 0, 0, 1, 0, 0, 0], file[20..28].Select(value => (int)value));
        Assert.Equal(-0.36f, BitConverter.ToSingle(file, 32));
        Assert.Equal(20 + (2 * (8 + (3 * 4))), file.Length);
    }

    [Fact]
    public void What_is_written_is_read() =>
        Assert.Equivalent(Predictions, PredictionsFile.Read(PredictionsFile.Write(Predictions, 3), "p"), strict: true);

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_ends()
    {
        var file = PredictionsFile.Write(Predictions, 3);
        Assert.All(
            Enumerable.Range(0, file.Length),
            length => Assert.Throws<InvalidDataException>(() => PredictionsFile.Read(file.AsSpan(0, length), "p")));
    }

    [Theory]
    [InlineData(
        0,
        'X',
        "x/p.bin: does not begin with GLASSYPR; is this a predictions file? `glassy train` makes it again, or `glassy runs prune` removes it")]
    [InlineData(8, 1, "x/p.bin: format version 1, expected 2 or 3; `glassy train` makes it again, or `glassy runs prune` removes it")]
    [InlineData(
        12,
        9,
        "x/p.bin: 60 bytes, expected 200 for 9 pictures and 3 classes; is the file truncated? `glassy train` makes it again, or `glassy runs prune` removes it")]
    [InlineData(20, 7, "x/p.bin: picture 0 has label 7 and prediction 1, expected 0..2")]
    public void A_damaged_file_is_refused_in_one_line_that_names_it(int offset, int value, string message)
    {
        var file = PredictionsFile.Write(Predictions, 3);
        file[offset] = (byte)value;
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => PredictionsFile.Read(file, "x/p.bin")).Message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    [InlineData(0.5f, "0.5")]
    public void What_is_no_log_probability_is_refused(float value, string shown)
    {
        var file = PredictionsFile.Write([new Prediction(0, 0, 0, [value, -1])], 2);
        var error = Assert.Throws<InvalidDataException>(() => PredictionsFile.Read(file, "x/p.bin"));
        Assert.StartsWith($"x/p.bin: picture 0 has the log-probability {shown}, expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_out_of_order_are_not_written() =>
        Assert.Throws<ArgumentException>(() => PredictionsFile.Write([Predictions[1]], 3));
}
