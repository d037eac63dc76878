using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Glassy.Metrics;
using Glassy.Publishing;

namespace Glassy.Tests.Publishing;

public sealed class PackedPredictionsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(300)]
    public void Whatever_is_counted_is_had_again_exactly_and_means_within_the_rounding_that_is_stated(int classes)
    {
        var predictions = Draw(400, classes);
        var (report, packed) = (
            EvaluationReport.From(Names(classes), predictions), PackedPredictions.Read(PackedPredictions.Write(predictions, classes), "p"));

        var again = EvaluationReport.From(
            Names(classes), [.. packed.Labels
                .Zip(packed.Answers, (label, answer) => (label, answer))
                .Select((pair, i) => new Prediction(i, pair.label, pair.answer, []))]);
        Assert.Equal(report.Confusion.Rows, again.Confusion.Rows);
        Assert.Equal(
            (report.AccuracyProportion, report.Macro, report.Weighted, report.Kappa, report.Mcc),
            (again.AccuracyProportion, again.Macro, again.Weighted, again.Kappa, again.Mcc));
        var (figures, scores) = (report.Probabilities!, packed.Scores!);
        Assert.All(figures.TopK, top => Assert.Equal(top.Accuracy.Successes, scores.Ranks.Count(rank => rank < top.K)));
        Assert.Equal(figures.Loss, scores.Losses.Average(), figures.Loss / 2048);
        Assert.Equal(figures.Brier, scores.Briers.Average(), figures.Brier / 2048);
        for (var i = 0; i < predictions.Length; i++)
        {
            Assert.Equal(1 - predictions[i].Confidence, scores.Rests[i], (1 - predictions[i].Confidence) / 2048 + 3e-8);
            Assert.All(
                scores.Labels.Zip(scores.Levels),
                kept => Assert.Equal(predictions[i].ProbabilityOf(kept.First[i]), kept.Second[i] / 255.0, 1 / 510.0 + 1e-9));
        }
    }

    [Fact]
    public void Of_many_classes_the_five_most_probable_are_kept_the_most_probable_first_and_of_equals_the_lower()
    {
        float[] scores = [.. Enumerable.Repeat(MathF.Log(0.01f), 20)];
        (scores[7], scores[3], scores[19]) = (MathF.Log(0.502f), MathF.Log(0.2f), MathF.Log(0.12f));

        var kept = PackedPredictions.Read(PackedPredictions.Write([new Prediction(0, 2, 7, scores)], 20), "p").Scores!;

        Assert.Equal([7, 3, 19, 0, 1], kept.Labels.Select(labels => labels[0]));
        Assert.Equal([128, 51, 31, 3, 3], kept.Levels.Select(levels => (int)levels[0]));
        Assert.Equal(5, Assert.Single(kept.Ranks)); // 7, 3, 19, and 0 and 1 that are as probable and come before
    }

    [Fact]
    public void Answers_alone_take_two_bytes_a_picture_and_have_no_scores()
    {
        var file = PackedPredictions.Write([new Prediction(0, 1, 0, []), new Prediction(1, 2, 2, [])], 3);

        Assert.Equal(56 + (2 * 2), file.Length);
        var read = PackedPredictions.Read(file, "p");
        Assert.Equal([1, 2], read.Labels);
        Assert.Equal([0, 2], read.Answers);
        Assert.Null(read.Scores);
    }

    /// <summary>As another program would read it, by the documentation alone.</summary>
    [Fact]
    public void The_bytes_are_where_the_documentation_says()
    {
        var file = PackedPredictions.Write([new Prediction(0, 1, 0, [MathF.Log(0.75f), MathF.Log(0.25f)])], 2);

        Assert.Equal("GLASSYPP", Encoding.ASCII.GetString(file, 0, 8));
        Assert.Equal(
            [1, 1, 2, 2], Enumerable.Range(0, 4).Select(i => (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8 + (4 * i)))));
        Assert.Equal(SHA256.HashData(file.AsSpan(56)), file[24..56]);
        Assert.Equal([1, 0, 1], file[56..59]); // label, answer, one class before the label
        Assert.Equal(
            [1.387, 0.25, 1.125],
            Enumerable.Range(0, 3).Select(i => Math.Round((double)BinaryPrimitives.ReadHalfLittleEndian(file.AsSpan(59 + (2 * i))), 3)));
        Assert.Equal([191, 64], file[65..]);
        Assert.Equal(
            $"glassyPredictions(\"{Convert.ToBase64String(file)}\");\n", Encoding.ASCII.GetString(PackedPredictions.WriteScript(file)));
    }

    [Fact]
    public void Ten_thousand_pictures_of_ten_classes_take_less_than_two_hundred_kilobytes_and_the_same_bytes_again()
    {
        var predictions = Draw(10_000, 10);
        var file = PackedPredictions.Write(predictions, 10);

        Assert.InRange(file.Length, 1, 200_000);
        Assert.Equal(file, PackedPredictions.Write(predictions, 10));
    }

    [Fact]
    public void A_file_with_another_byte_anywhere_or_cut_is_refused_in_one_line_that_names_it()
    {
        var file = PackedPredictions.Write(Draw(3, 4), 4);
        for (var place = 0; place < file.Length; place++)
        {
            byte[] damaged = [.. file];
            damaged[place] ^= 1;
            AssertRefused(damaged);
            AssertRefused(file[..place]);
        }

        AssertRefused([.. file, 0]);

        static void AssertRefused(byte[] bytes)
        {
            var mistake = Assert.Throws<InvalidDataException>(() => PackedPredictions.Read(bytes, "p.bin"));
            Assert.StartsWith("p.bin: ", mistake.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', mistake.Message);
        }
    }

    [Fact]
    public void A_gallery_begins_with_the_highest_loss_and_without_probabilities_with_what_was_misread()
    {
        Assert.Equal([2, 0, 1], Read(Of(0, 0.5), Of(1, 0.9), Of(2, 0.1)).GalleryOrder());
        Assert.Equal([1, 3, 0, 2], Read(new(0, 0, 0, []), new(1, 0, 1, []), new(2, 1, 1, []), new(3, 1, 0, [])).GalleryOrder());

        static UnpackedPredictions Read(params Prediction[] predictions) =>
            PackedPredictions.Read(PackedPredictions.Write(predictions, 2), "p");
        static Prediction Of(int index, double right) =>
            new(index, 0, right < 0.5 ? 1 : 0, [(float)Math.Log(right), (float)Math.Log(1 - right)]);
    }

    private static string[] Names(int classes) => [.. Enumerable.Range(0, classes).Select(label => $"class {label}")];

    /// <summary>Of a model that is mostly right and sometimes very sure.</summary>
    private static Prediction[] Draw(int count, int classes)
    {
        var random = new Random(count + classes);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var label = random.Next(classes);
            double[] logits =
            [
                .. Enumerable.Range(0, classes).Select(c => (random.NextDouble() * 4) + (c == label ? random.NextDouble() * 20 : 0))
            ];
            var sum = Math.Log(logits.Sum(Math.Exp));
            return new Prediction(i, label, Array.IndexOf(logits, logits.Max()), [.. logits.Select(logit => (float)(logit - sum))]);
        })];
    }
}
