using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Recording;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Recording;

[Collection(TorchTests.Name)]
public sealed class RunRecorderTests : IDisposable
{
    private readonly TemporaryProject _temporary = new();
    private readonly ProjectFolder _project;
    private readonly RunStore _store;
    private readonly ImageDataset _dataset = SmallDatasets.Make(new ImageShape(5, 7, 3), classes: 3, trainPerClass: 20, testPerClass: 8);
    private readonly TrainingOptions _options = new() { Hidden = [8], Epochs = 2 };

    public RunRecorderTests()
    {
        _project = _temporary.Folder;
        _store = new RunStore(_project);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_run_has_all_its_files_and_its_figures_agree()
    {
        var run = await Record();

        Assert.All(
            RunFiles.Required,
            name => Assert.True(new FileInfo(_store.FileOf(run.Id, name)).Length > 0, name));
        var predictions = _store.LoadPredictions(run);
        var report = EvaluationReport.From(run.Dataset.Classes, predictions);
        Assert.Equal(24, run.Metrics.Correct + run.Metrics.Wrong);
        Assert.Equal(report.Accuracy, run.Metrics.Accuracy);
        Assert.Equal(report.Macro.F1, run.Metrics.MacroF1);
        Assert.Equal(report.Confusion.Rows, run.Confusion);
        Assert.Null(run.Commit);
        Assert.Equal(
            (["dense.weight", "dense.bias", "dense_1.weight", "dense_1.bias"]), _store.LoadWeights(run).Arrays.Select(a => a.Name));
        Assert.Equal(
            [
                "Training with EPOCHS=2",
                "Finished training with EPOCHS=2",
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"Loss: {run.Metrics.Loss:F4}, Accuracy: {run.Metrics.Accuracy * 100:F2}%"),
                $"Model saved to path 'data/runs/{run.Id}/weights.safetensors'",
                $"False predictions: {run.Metrics.Wrong}/24",
            ],
            _store.LoadLog(run).Take(5).Select(line => line.Text));
    }

    [Fact]
    public async Task Weights_say_how_pictures_were_preprocessed_if_they_were()
    {
        Assert.DoesNotContain("preprocess", await HeaderAsync(_options), StringComparison.Ordinal);
        Assert.Contains("\"preprocess\":\"deskew\"", await HeaderAsync(_options with { Preprocess = "deskew" }), StringComparison.Ordinal);

        async Task<string> HeaderAsync(TrainingOptions options) =>
            await File.ReadAllTextAsync(_store.FileOf((await Record(options)).Id, RunFiles.Weights), Token);
    }

    [Fact]
    public async Task What_the_model_says_of_held_out_pictures_is_recorded_where_there_are_any()
    {
        Assert.Null(_store.LoadValidation(await Record()));

        var run = await Record(_options with { Validation = 0.25 });

        var held = ValidationSplit.Of(_dataset.Train, 0.25).Validation!; // five of each class
        var said = _store.LoadValidation(run);
        Assert.Equal(held.Labels, said?.Select(prediction => prediction.Label));
        Assert.Equal(run.Epochs[^1].ValidationAccuracy, said?.Average(prediction => prediction.IsCorrect ? 1.0 : 0.0));
    }

    [Fact]
    public async Task A_recorded_run_reads_drawings_as_it_reads_test_pictures()
    {
        var run = await Record();
        var drawings = Enumerable.Range(0, 3).Select(c => new CustomDrawing($"class {c}.png", c, _dataset.Test.Image(c))).ToArray();

        var read = DrawingsTest.Of(run, _store.LoadWeights(run), drawings, DateTimeOffset.UnixEpoch, Token);

        Assert.Equal(_store.LoadPredictions(run).Take(3).Select(p => p.Predicted), read.Test.Predictions.Select(p => p.Predicted));
        Assert.Equal(read.Test.Predictions.Count(p => p.IsCorrect), read.Test.Correct);
        Assert.StartsWith(
            "[1970-01-01 00:00:00] Testing model with EPOCHS: 2 and ACCURACY: ", read.Log[0].ToString(), StringComparison.Ordinal);
        Assert.Equal($"Number of correct: {read.Test.Correct}/3", read.Log[^1].Text);
        Assert.Equal("PNG"u8, read.Chart.AsSpan(1, 3));
    }

    [Fact]
    public async Task A_drawing_of_another_size_is_refused()
    {
        var run = await Record();
        var error = Assert.Throws<ArgumentException>(
            () => DrawingsTest.Of(
                run, _store.LoadWeights(run), [new CustomDrawing("x.png", 0, new byte[5])], DateTimeOffset.UnixEpoch, Token));
        Assert.Equal("x.png: 5 bytes of pixels, expected 105 as the dataset's pictures", error.Message);
    }

    [Fact]
    public async Task A_run_without_log_probabilities_is_evaluated_again_from_its_weights()
    {
        var run = await Record();
        var predictions = _store.LoadPredictions(run);
        var bytes = await File.ReadAllBytesAsync(_store.FileOf(run.Id, RunFiles.Predictions), Token);
        await MakeOutdated(run);
        Assert.True(_store.HasOutdatedPredictions(run));
        Assert.Equal(
            $"data/runs/{run.Id}/predictions.bin: format version 1, expected 2 or 3; `glassy train` makes it again, or `glassy runs prune` removes it",
            Assert.Throws<InvalidDataException>(() => _store.LoadPredictions(run)).Message);

        await PredictionsUpgrade.UpgradeAsync(_store, run, _dataset, Token);

        Assert.False(_store.HasOutdatedPredictions(run));
        Assert.Equivalent(predictions, _store.LoadPredictions(run), strict: true);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_store.FileOf(run.Id, RunFiles.Predictions), Token));
        Assert.Single(Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task A_cancelled_upgrade_leaves_the_run_as_it_was()
    {
        var run = await Record();
        await MakeOutdated(run);
        var cancelled = new CancellationToken(canceled: true);

        // Not the cancellation of a task: it ends in the evaluation, and without pictures in the writing of the file.
        await Assert.ThrowsAsync<OperationCanceledException>(() => PredictionsUpgrade.UpgradeAsync(_store, run, _dataset, cancelled));
        var none = _dataset with { Test = _dataset.Test with { Pixels = [], Labels = [] } };
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => PredictionsUpgrade.UpgradeAsync(_store, run with { Confusion = [[0, 0, 0], [0, 0, 0], [0, 0, 0]] }, none, cancelled));

        Assert.True(_store.HasOutdatedPredictions(run));
    }

    [Fact]
    public async Task A_run_whose_weights_give_something_else_is_refused_and_left_alone()
    {
        var run = await Record();
        await MakeOutdated(run);
        var weights = _store.FileOf(run.Id, RunFiles.Weights);
        var bytes = await File.ReadAllBytesAsync(weights, Token);
        Array.Clear(bytes, bytes.Length - 400, 400);
        await File.WriteAllBytesAsync(weights, bytes, Token);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => PredictionsUpgrade.UpgradeAsync(_store, run, _dataset, Token));

        Assert.Equal(
            $"data/runs/{run.Id}: its weights do not give the confusion matrix of run.json; delete the folder and build again",
            error.Message);
        Assert.True(_store.HasOutdatedPredictions(run));
    }

    private async Task MakeOutdated(Run run)
    {
        var file = _store.FileOf(run.Id, RunFiles.Predictions);
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[8] = 1;
        await File.WriteAllBytesAsync(file, bytes, Token);
    }

    private Task<Run> Record() => Record(_options);

    private async Task<Run> Record(TrainingOptions options)
    {
        var training = new Trainer(TimeProvider.System).Train(_dataset, options, NoProgress.Instance, Token);
        var info = DatasetInfo.Describe(_dataset);
        var id = RunId.Of(options, info);
        var recorder = new RunRecorder(_project, TimeProvider.System);
        return await _store.RecordAsync(
            id, (folder, token) => recorder.WriteAsync(id, folder, _dataset, info, training, token), Token);
    }
}
