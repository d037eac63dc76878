using System.Globalization;
using Glassy.Runs;

namespace Glassy.Tests.Cli;

[Collection(TorchTests.Name)]
public sealed class VerifyVerbTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public VerifyVerbTests() => _project.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 2, hidden: [4] }\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_run_that_is_trained_again_agrees_to_the_bit_and_records_nothing()
    {
        var id = await TrainAsync();

        var ended = await GlassyProcess.RunAsync(_project.Root, "verify", id[..6], "--expect", "weights", "--verbosity", "quiet");

        Assert.Equal(
            (0, "", $"{id}: trained again, the weights agree to the bit, and so does all that follows from them\n"),
            (ended.ExitCode, ended.Errors, ended.Output));
        Assert.Equal(
            id, Assert.Single(_project.Files("data/runs", "run.json").Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))));
    }

    [Fact]
    public async Task What_agrees_is_said_where_the_weights_do_not()
    {
        var id = await TrainAsync();
        var file = Path.Combine(_project.Root, "data/runs", id, RunFiles.Weights);
        var weights = SafeTensors.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), file);
        weights.Arrays[0].Values[0] += 0.5f;
        await File.WriteAllBytesAsync(
            file, SafeTensors.Write(weights, new Dictionary<string, string>()), TestContext.Current.CancellationToken);

        var usual = await GlassyProcess.RunAsync(_project.Root, "verify", id, "--verbosity", "quiet");
        var strict = await GlassyProcess.RunAsync(_project.Root, "verify", id, "--expect", "weights", "--verbosity", "quiet");

        var count = RunSerializer.Read(await File.ReadAllBytesAsync(
            Path.Combine(_project.Root, "data/runs", id, RunFiles.Json),
            TestContext.Current.CancellationToken), "run.json").Dataset.Test.Count;
        Assert.Equal(
            $"{id}: trained again, all {count.ToString(CultureInfo.InvariantCulture)} predictions agree with their probabilities; the weights differ by up to 0.5\n",
            usual.Output);
        Assert.Equal((0, 1), (usual.ExitCode, strict.ExitCode));
    }

    /// <summary>Only what is said of classes that are not the picture's own: the recorded loss still follows from the file.</summary>
    [Fact]
    public async Task Probabilities_that_do_not_follow_from_the_weights_are_no_agreement()
    {
        var id = await TrainAsync();
        var file = Path.Combine(_project.Root, "data/runs", id, RunFiles.Predictions);
        var predictions = PredictionsFile.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), file);
        Glassy.Metrics.Prediction[] others =
        [
            .. predictions.Select(prediction => prediction with
            {
                LogProbabilities = [.. prediction.LogProbabilities.Select(
                    (value, c) => c == prediction.Label || c == prediction.Predicted ? value : value - 1)],
            }),
        ];
        await File.WriteAllBytesAsync(
            file, PredictionsFile.Write(others, others[0].LogProbabilities.Count), TestContext.Current.CancellationToken);

        var ended = await GlassyProcess.RunAsync(_project.Root, "verify", id, "--verbosity", "quiet");

        Assert.StartsWith(
            $"{id}: trained again, the weights agree to the bit, but the recorded predictions are not those that follow from them (0 other answers, ",
            ended.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, ended.ExitCode);
    }

    [Fact]
    public async Task Other_data_than_the_runs_are_refused()
    {
        var id = await TrainAsync();

        var ended = await GlassyProcess.RunAsync(_project.Root, "verify", id, "--dataset", "digits");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(
            $"{id} was trained on 'flowers' with other pictures or labels than those of 'digits' that are here",
            ended.Errors,
            StringComparison.Ordinal);
    }

    private async Task<string> TrainAsync()
    {
        var ended = await GlassyProcess.RunAsync(_project.Root, "train");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        return Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(_project.Root, "data/runs"))));
    }
}
