using Glassy.Comparison;
using Glassy.Metrics;

namespace Glassy.Tests.Comparison;

public sealed class PictureBootstrapTests
{
    private const int Classes = 3;
    private const int Truths = 400_000;

    public static TheoryData<double, double, double> Models => new()
    {
        // What it says is as sharp as it should be, or sharper; the least and the largest share of a calibration error's intervals that
        // hold the truth.
        { 1, 0.95, 1 },
        { 1.6, 0.93, 1 },
    };

    /// <summary>Of 500 test sets of 240 pictures each; three standard errors of such a share are 2.9 of 100.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void Of_a_hundred_intervals_95_hold_the_truth(double sharpness, double least, double most)
    {
        const int sets = 500;
        var figures = SampledFigures.BesidesShares;
        var truth = new PredictionSample(Draw(new Random(0), Truths, sharpness), Classes);
        var held = new int[figures.Count];
        Parallel.For(0, sets, set =>
        {
            var intervals = PictureBootstrap.Intervals(
                Draw(new Random(set + 1), 240, sharpness), Classes, figures, new Resampling(400, (ulong)set));
            for (var f = 0; f < figures.Count; f++)
            {
                if (intervals[f].Interval.Low <= figures[f].Of(truth) && figures[f].Of(truth) <= intervals[f].Interval.High)
                {
                    Interlocked.Increment(ref held[f]);
                }
            }
        });

        foreach (var (figure, count) in figures.Zip(held))
        {
            var (low, high) = figure.GrowsWithNoise ? (least, most) : (0.915, 0.98);
            Assert.True(count >= low * sets && count <= high * sets, $"{figure.Name}: {count} of {sets} intervals hold {figure.Of(truth)}");
        }
    }

    /// <summary>The calibrated model's error is noise; that of the one that is too sure is not.</summary>
    [Fact]
    public void What_a_calibrated_model_would_have_by_chance_is_said_of_calibration_errors_alone()
    {
        var (calibrated, sure) = (ErrorsOf(1), ErrorsOf(1.6));

        Assert.All(calibrated, error => Assert.True(error.Value < error.Interval.Noise && error.Interval.Interval.Low == 0));
        Assert.All(sure, error => Assert.True(error.Value > error.Interval.Noise && error.Interval.Interval.Low > 0));
        Assert.All(
            PictureBootstrap.Intervals(
                Draw(new Random(5), 300, 1), Classes, [SampledFigures.MacroF1, SampledFigures.LogLoss], new Resampling(20, 1)),
            interval => Assert.Null(interval.Noise));

        static (double Value, FigureInterval Interval)[] ErrorsOf(double sharpness)
        {
            SampledFigure[] figures = [SampledFigures.EqualWidthCalibrationError, SampledFigures.EqualMassCalibrationError];
            var predictions = Draw(new Random(5), 900, sharpness);
            var whole = new PredictionSample(predictions, Classes);
            return [.. figures.Zip(
                PictureBootstrap.Intervals(predictions, Classes, figures, new Resampling(500, 1)),
                (figure, interval) => (figure.Of(whole), interval))];
        }
    }

    [Fact]
    public void The_seed_decides_and_alone_a_figure_is_as_among_others()
    {
        var predictions = Draw(new Random(3), 60, 1);
        var all = PictureBootstrap.Intervals(predictions, Classes, SampledFigures.BesidesShares, Resampling.Default);

        Assert.Equal(SampledFigures.BesidesShares.Select(figure => figure.Name), all.Select(interval => interval.Name));
        Assert.Equal([all[2]], PictureBootstrap.Intervals(predictions, Classes, [SampledFigures.MacroF1], Resampling.Default));
        Assert.NotEqual([all[2]], PictureBootstrap.Intervals(predictions, Classes, [SampledFigures.MacroF1], new Resampling(2000, 2)));
    }

    [Fact]
    public void Of_a_model_without_a_mistake_no_interval_is_claimed()
    {
        Prediction[] predictions = [.. Enumerable.Range(0, 10).Select(i => new Prediction(i, i % 2, i % 2, []))];

        Assert.Empty(PictureBootstrap.Intervals(predictions, 2, [SampledFigures.MacroF1, SampledFigures.Mcc], Resampling.Default));
    }

    /// <summary>Drawn from the whole, a class of one picture would be missing in a third of the draws, and kappa 0 there.</summary>
    [Fact]
    public void Each_draw_has_as_many_pictures_of_each_class_as_there_are()
    {
        Prediction[] predictions = [.. Enumerable.Range(0, 9).Select(i => new Prediction(i, 0, 0, [])), new Prediction(9, 1, 1, [])];

        // 1 in every draw, of which nothing is claimed
        Assert.Empty(PictureBootstrap.Intervals(predictions, 2, [SampledFigures.Kappa], Resampling.Default));
    }

    /// <summary>As many pictures of each class; answers of a model that is right 83 of 100 times.</summary>
    private static Prediction[] Draw(Random random, int count, double sharpness)
    {
        var (drawn, room) = (new List<Prediction>(count), Enumerable.Repeat(count / Classes, Classes).ToArray());
        while (drawn.Count < count - (count % Classes))
        {
            var main = random.Next(Classes);
            double[] logits = [.. Enumerable.Range(0, Classes).Select(c => (random.NextDouble() * 2) + (c == main ? 2.5 : 0))];
            var (truth, said, at) = (Softmax(logits), Softmax([.. logits.Select(logit => logit * sharpness)]), random.NextDouble());
            var label = at < truth[0] ? 0 : at < truth[0] + truth[1] ? 1 : 2;
            if (room[label]-- > 0)
            {
                drawn.Add(new Prediction(drawn.Count, label, Array.IndexOf(said, said.Max()), [.. said.Select(p => (float)Math.Log(p))]));
            }
        }

        return [.. drawn];
    }

    private static double[] Softmax(double[] logits)
    {
        double[] exponentials = [.. logits.Select(Math.Exp)];
        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }
}
