using System.Globalization;
using CsCheck;
using Glassy.Datasets;
using Glassy.Foreign;
using Glassy.Imaging;
using Glassy.Metrics;

namespace Glassy.Tests.Foreign;

/// <summary>What holds of any predictions, written as another program would write them.</summary>
public sealed class PredictionPropertyTests : IDisposable
{
    private static readonly Gen<Case> Cases =
        from classes in Gen.Int[2, 6]
        from pictures in Gen.Int[1, 12]
        from labels in Gen.Int[0, classes - 1].Array[pictures]
        from logits in Gen.Float[-20, 20].Array[classes].Array[pictures]
        from order in Gen.Shuffle(Enumerable.Range(0, pictures).ToArray())
        select new Case(classes, labels, logits, order);

    private readonly PredictionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Any_order_of_rows_and_any_form_gives_the_same_run() => Cases.Sample(
        made =>
        {
            var straight = Read(made.Csv([.. Enumerable.Range(0, made.Labels.Length)], ','), "p.csv", made);
            Assert.Equal(made.IdOf(straight), made.IdOf(Read(made.Csv(made.Order, ','), "other.csv", made)));
            Assert.Equal(made.IdOf(straight), made.IdOf(Read(made.Csv(made.Order, '\t'), "other.tsv", made)));
        },
        iter: 100, threads: 1);

    [Fact]
    public void What_is_written_as_logarithms_of_probabilities_is_read_as_it_was() => Cases.Sample(
        made =>
        {
            var first = Read(made.Csv(made.Order, ','), "p.csv", made);
            var second = Read((made with
            {
                Logits = [.. first.Select(prediction => prediction.LogProbabilities.ToArray())],
                Answers = [.. first.Select(prediction => prediction.Predicted)],
            }).Csv(made.Order, ','), "p.csv", made);
            Assert.All(first.Zip(second), pair =>
            {
                Assert.Equal(
                    (pair.First.Index, pair.First.Label, pair.First.Predicted),
                    (pair.Second.Index, pair.Second.Label, pair.Second.Predicted));
                Assert.All(
                    pair.First.LogProbabilities.Zip(pair.Second.LogProbabilities), log => Assert.Equal(log.First, log.Second, 1e-5f));
            });
        },
        iter: 100, threads: 1);

    [Fact]
    public void The_answer_is_the_largest_score_and_probabilities_sum_to_1() => Cases.Sample(
        made => Assert.All(Read(made.Csv(made.Order, ','), "p.csv", made), prediction =>
        {
            Assert.Equal(made.Logits[prediction.Index].Max(), made.Logits[prediction.Index][prediction.Predicted]);
            Assert.Equal(1, prediction.Probabilities.Sum(probability => (double)probability), 1e-4);
        }),
        iter: 100, threads: 1);

    private IReadOnlyList<Prediction> Read(string text, string name, Case made) =>
        // reading a text waits for nothing
        _fixture.ReadAsync(text, name, made.Pictures, ScoreKind.Logits).GetAwaiter().GetResult().Predictions;

    /// <param name="Classes">How many.</param>
    /// <param name="Labels">[pictures].</param>
    /// <param name="Logits">[pictures][classes].</param>
    /// <param name="Order">[pictures] in which the rows are written.</param>
    private sealed record Case(int Classes, int[] Labels, float[][] Logits, int[] Order)
    {
        /// <summary>[pictures] what is written as the answer; null for none.</summary>
        public int[]? Answers { get; init; }

        private string[] Names => [.. Enumerable.Range(0, Classes).Select(label => $"class {label}")];

        public TestPictures Pictures => new("made", Names, Labels, null);

        public string Csv(int[] order, char separator) => string.Concat(
            order.Select(i => string.Join(separator, [
                $"{i}", Names[Labels[i]], .. Answers is null ? (string[])[] : [Names[Answers[i]]],
                .. Logits[i].Select(logit => logit.ToString("R", CultureInfo.InvariantCulture))
            ]) + "\n")
                .Prepend(string.Join(separator, ["index", "label", .. Answers is null ? (string[])[] : ["predicted"], .. Names]) + "\n"));

        public string IdOf(IReadOnlyList<Prediction> predictions) => ForeignRunId.Of(predictions, new DatasetInfo(
            "made",
            "00",
            Names,
            new ImageShape(1, 1, 1),
            new SplitInfo(0, new int[Classes]),
            new SplitInfo(Labels.Length, [.. Names.Select((_, label) => Labels.Count(l => l == label))])));
    }
}
