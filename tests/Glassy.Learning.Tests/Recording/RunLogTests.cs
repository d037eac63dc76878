using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Tests.Recording;

public sealed class RunLogTests
{
    [Fact]
    public void Lines_are_those_of_the_original_log()
    {
        var log = new RunLog(new FixedTime(new DateTimeOffset(2023, 10, 25, 12, 26, 40, TimeSpan.Zero)));
        log.TrainingStarted(4);
        log.Evaluated(0.09178, 0.9717);
        log.TrainingFinished(4);
        log.ModelSaved("data/runs/x/weights.safetensors");
        log.Predicted(9717, 10000);
        log.ConfusionMatrixSaved("data/runs/x/confusion-matrix.png");
        log.DrawingsStarted(4, 0.9717);
        log.DrawingPredicted("3", "8");
        log.DrawingsFinished(4, 10);

        Assert.Equal(
            """
            [2023-10-25 12:26:40] Training with EPOCHS=4
            [2023-10-25 12:26:40] Loss: 0.0918, Accuracy: 97.17%
            [2023-10-25 12:26:40] Finished training with EPOCHS=4
            [2023-10-25 12:26:40] Model saved to path 'data/runs/x/weights.safetensors'
            [2023-10-25 12:26:40] False predictions: 283/10,000
            [2023-10-25 12:26:40] True predictions: 9,717/10,000
            [2023-10-25 12:26:40] Confusion matrix saved to path 'data/runs/x/confusion-matrix.png'
            [2023-10-25 12:26:40] Testing model with EPOCHS: 4 and ACCURACY: 97.17
            [2023-10-25 12:26:40] predicted: 3 and it was 8
            [2023-10-25 12:26:40] Accuracy: 40.0%
            [2023-10-25 12:26:40] Number of faults: 6/10
            [2023-10-25 12:26:40] Number of correct: 4/10

            """,
            RunLog.Format(log.Lines));
    }

    [Fact]
    public void A_line_is_read_as_it_is_written_and_another_names_its_place()
    {
        var line = LogLine.Parse("[2023-10-25 12:26:40] Loss: [x] 1", "run.log:1");
        Assert.Equal("Loss: [x] 1", line.Text);
        Assert.Equal("[2023-10-25 12:26:40] Loss: [x] 1", line.ToString());
        var error = Assert.Throws<InvalidDataException>(() => LogLine.Parse("[today] x", "run.log:2"));
        Assert.StartsWith("run.log:2: '[today] x' is not a log line", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appending_makes_the_temporary_and_keeps_what_was_there()
    {
        using var project = new TemporaryProject();
        var file = project.PathOf("logs/tune.log");
        var line = new LogLine(DateTimeOffset.UnixEpoch, "first");
        await RunLog.AppendAsync(file, [line], TestContext.Current.CancellationToken);
        await RunLog.AppendAsync(file, [line with { Text = "second" }], TestContext.Current.CancellationToken);
        Assert.Equal(
            "[1970-01-01 00:00:00] first\n[1970-01-01 00:00:00] second\n",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
