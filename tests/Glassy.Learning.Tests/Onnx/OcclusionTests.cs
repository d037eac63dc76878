using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Progress;

namespace Glassy.Tests.Onnx;

/// <summary>What is hidden shows what an answer depends on.</summary>
public sealed class OcclusionTests
{
    private static readonly ImageShape Shape = new(10, 15, 1);

    /// <summary>Answers by one pixel alone: class 1 where it is bright.</summary>
    private static OnnxModel ReaderOf(int pixel)
    {
        var weight = new float[Shape.Length];
        weight[pixel] = 4;
        return OnnxModel.Open(
            SmallOnnx.Dense(["n", 1, 10, 15], [new float[Shape.Length], weight]), "net.onnx", new OnnxInput(), Shape, SmallOnnx.Classes(2));
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(0, 0)]
    [InlineData(9, 14)]
    public void The_map_is_high_where_the_answer_comes_from_and_nowhere_else(int row, int column)
    {
        using var model = ReaderOf((row * Shape.Width) + column);
        var images = Pictures(2);
        images.Pixels[(row * Shape.Width) + column] = 255;

        var map = Explain(model, images, 1)[0];

        Assert.Equal(1, map[(row * Shape.Width) + column]);
        for (var i = 0; i < map.Length; i++)
        {
            var isNear = Math.Abs((i / Shape.Width) - row) < 2 && Math.Abs((i % Shape.Width) - column) < 3; // a patch is 2 × 3
            Assert.True(isNear ? map[i] is >= 0 and <= 1 : map[i] == 0, $"{i}: {map[i]}");
        }
    }

    [Fact]
    public void A_picture_whose_answer_nothing_changes_has_an_empty_map()
    {
        using var model = ReaderOf(0);
        Assert.All(Explain(model, Pictures(1), 1)[0], value => Assert.Equal(0, value));
    }

    [Fact]
    public void Readings_are_bounded_however_many_pictures_are_wrong()
    {
        using var model = ReaderOf(0);
        var (images, progress) = (Pictures(900), new CollectingProgress());
        Assert.Equal(Occlusion.MostExplained, Explain(model, images, 900, progress).Count);
        Assert.Equal(20_000, progress.Total);
        Explain(model, images, 10, progress);
        Assert.InRange(progress.Total, 10 * 100, 10 * 144); // more places for few pictures
        Assert.Empty(Explain(model, images, 0));
    }

    private static LabeledImages Pictures(int count) => new(Shape, new byte[count * Shape.Length], new int[count]);

    private static IReadOnlyList<float[]> Explain(OnnxModel model, LabeledImages images, int count, IProgressSink? progress = null)
    {
        var predictions = OnnxEvaluator.Evaluate(
            model, "net.onnx", images, ScoreKind.Logits, NoProgress.Instance, CancellationToken.None).Predictions;
        return Occlusion.Of(
            model, ScoreKind.Logits, images, [.. predictions.Take(count)], progress ?? NoProgress.Instance, CancellationToken.None);
    }
}
