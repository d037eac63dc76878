using Glassy.Augmentation;
using Glassy.Imaging;

namespace Glassy.Tests.Augmentation;

public sealed class ElasticFieldTests
{
    private static readonly ImageShape Shape = new(28, 28, 1);

    [Fact]
    public void Displacements_have_the_deviation_that_was_asked_for_everywhere_and_are_smooth()
    {
        var fields = Fields(400);
        Assert.InRange(Deviation(fields.SelectMany(field => field)), 1.4, 1.6);
        Assert.InRange(Deviation(fields.Select(field => field[0])), 1.3, 1.7); // in a corner as elsewhere
        Assert.InRange(Deviation(fields.Select(field => field[407] - field[406])), 0, 0.4);
    }

    [Fact]
    public void A_picture_with_one_row_can_be_bent()
    {
        var field = new float[5];
        new ElasticField(new ImageShape(1, 5, 1), 2).Write([0.1f, 0.9f, 0.5f, 0.2f, 0.7f], field);
        Assert.All(field, displacement => Assert.True(float.IsFinite(displacement)));
        Assert.NotEqual(new float[5], field);
    }

    private static List<float[]> Fields(int count)
    {
        var random = new Random(1);
        var elastic = new ElasticField(Shape, 1.5);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var field = new float[Shape.Length];
            elastic.Write([.. field.Select(_ => random.NextSingle())], field);
            return field;
        })];
    }

    private static double Deviation(IEnumerable<float> values) => Math.Sqrt(values.Average(value => (double)value * value));
}
