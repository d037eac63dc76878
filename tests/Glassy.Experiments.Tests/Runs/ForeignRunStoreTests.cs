using System.Text;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Foreign;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

/// <summary>How a run is kept that another program made, beside those that were trained here.</summary>
public sealed class ForeignRunStoreTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    private RunStore Store => new(_project.Folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IReadOnlyList<Prediction> Answers =>
        [.. SampleRun.Predictions.Select(prediction => prediction with { LogProbabilities = [] })];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_recorded_is_read_with_nothing_where_nothing_is_known(bool hasProbabilities)
    {
        var (id, read) = await RecordAsync(hasProbabilities ? SampleRun.Predictions : Answers);

        var run = Assert.Single(Store.List());
        Assert.Equal((id, null, null, null, null), (run.Id, run.Options, run.Model, run.Environment, run.Durations));
        Assert.Equal((null, 1200L), (run.KeptEpoch, run.Parameters));
        Assert.Equal(read.Origin, run.Foreign);
        Assert.Empty(run.Epochs);
        Assert.Equal(hasProbabilities, run.Metrics.Loss is not null);
        Assert.Equal(
            (hasProbabilities ? SampleRun.Predictions : Answers).Select(Text), Store.LoadPredictions(run).Select(Text));
        Assert.Equal(64, Store.HashOf(run).Length);
        Assert.False(Store.HasOutdatedPredictions(run));
        Assert.Equal(["1", "2", "3"], Assert.Single(Store.LoadAttributes(run)).Values);
    }

    [Fact]
    public async Task Its_log_says_what_was_read_and_how()
    {
        var (id, _) = await RecordAsync(SampleRun.Predictions);

        Assert.Equal(
            [
                "Read 3 predictions from 'p.csv': logits, recognised by the numbers", "Kept as attributes of pictures: age",
                "Columns not read: vectors", "Warning: p.csv:3: odd", "False predictions: 1/3", "True predictions: 2/3"
            ],
            Store.LoadLog(Store.Load(id)).Select(line => line.Text));
    }

    [Theory]
    [InlineData(
        "[{\"name\": \"age\", \"values\": [\"1\"]}]",
        ": 'age' is of 1 picture, expected 3; `glassy train` makes it again, or `glassy runs prune` removes it")]
    [InlineData("[", ":1:2: ")]
    public async Task Attributes_that_are_damaged_are_refused(string text, string message)
    {
        var (id, _) = await RecordAsync(SampleRun.Predictions);
        await File.WriteAllTextAsync(Store.FileOf(id, RunFiles.Attributes), text, Token);

        var mistake = Assert.Throws<InvalidDataException>(() => Store.LoadAttributes(Store.Load(id)));
        Assert.StartsWith($"data/runs/{id}/attributes.json{message}", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_our_own_without_its_weights_is_not_whole()
    {
        var run = SampleRun.Make();
        await Store.RecordAsync(run.Id, (folder, token) => SampleRun.WriteAsync(run, folder, token), Token);
        File.Delete(Store.FileOf(run.Id, RunFiles.Weights));

        Assert.Null(Store.Find(run.Id));
    }

    [Fact]
    public void The_record_of_a_run_of_our_own_is_as_it_was_before_there_were_others()
    {
        var text = Encoding.UTF8.GetString(RunSerializer.Write(SampleRun.Make()));

        Assert.DoesNotContain("foreign", text, StringComparison.Ordinal);
        Assert.Null(RunSerializer.Read(Encoding.UTF8.GetBytes(text), "run.json").Foreign);
    }

    [Fact]
    public void Its_id_follows_from_data_and_predictions_alone()
    {
        var id = ForeignRunId.Of(SampleRun.Predictions, SampleRun.Dataset);

        Assert.Matches("^[0-9a-f]{16}$", id);
        Assert.Equal(id, ForeignRunId.Of([.. SampleRun.Predictions], SampleRun.Dataset));
        Assert.NotEqual(id, ForeignRunId.Of(Answers, SampleRun.Dataset));
        Assert.NotEqual(id, ForeignRunId.Of(SampleRun.Predictions, SampleRun.Dataset with { Sha256 = new string('b', 64) }));
        Assert.NotEqual(
            id, ForeignRunId.Of([SampleRun.Predictions[0] with { Predicted = 1 }, .. SampleRun.Predictions.Skip(1)], SampleRun.Dataset));
    }

    [Fact]
    public void Figures_that_need_probabilities_are_there_for_all_or_for_none()
    {
        Assert.NotNull(EvaluationReport.From(SampleRun.Dataset.Classes, SampleRun.Predictions).Probabilities);
        var report = EvaluationReport.From(SampleRun.Dataset.Classes, [SampleRun.Predictions[0], .. Answers.Skip(1)]);
        Assert.Null(report.Probabilities);
        Assert.Equal(2, report.Correct);
    }

    private static string Text(Prediction prediction) =>
        FormattableString.Invariant(
            $"{prediction.Index} {prediction.Label} {prediction.Predicted} {string.Join(' ', prediction.LogProbabilities)}");

    private async Task<(string Id, ReadRecipe Read)> RecordAsync(IReadOnlyList<Prediction> predictions)
    {
        ScoreKind? scores = predictions[0].HasProbabilities ? ScoreKind.Logits : null;
        var read = new ReadRecipe(
            new ForeignRecipe("p.csv") { Framework = "Keras 3", Parameters = 1200 },
            new ForeignPredictions(
                predictions,
                scores,
                AreScoresDeclared: false,
                [new PictureTrait("age", ["1", "2", "3"])],
                ["vectors"],
                [Diagnostic.Warning("odd", "p.csv", 3)]),
            Validation: null,
            HeldOut: null,
            Epochs: []);
        var id = ForeignRunId.Of(predictions, SampleRun.Dataset);
        await Store.RecordAsync(
            id, (folder, token) =>
                new ForeignRecorder(_project.Folder, TimeProvider.System).WriteAsync(id, folder, read, SampleRun.Dataset, token), Token);
        return (id, read);
    }
}
