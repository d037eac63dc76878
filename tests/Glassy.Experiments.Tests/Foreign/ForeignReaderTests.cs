using Glassy.Diagnostics;
using Glassy.Foreign;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Foreign;

public sealed class ForeignReaderTests : IDisposable
{
    private const string Answers = "index,predicted\n0,cat\n1,cat\n2,dog\n3,cat\n";
    private readonly TemporaryProject _project = new();

    public ForeignReaderTests() => _project.Write("p.csv", Answers);

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_history_is_read_as_Keras_writes_it()
    {
        var read = await ReadAsync("epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,1.25,0.6,1.1\n1,0.7,0.75,0.8,0.9\n");

        Assert.Equal([new EpochMetrics(1, 1.25, 0.5, null, 1.1, 0.6), new EpochMetrics(2, 0.75, 0.7, null, 0.9, 0.8)], read.Epochs);
    }

    [Fact]
    public async Task A_history_is_read_as_fastai_writes_it_whose_accuracy_is_of_the_validation_split()
    {
        var read = await ReadAsync("epoch,train_loss,valid_loss,accuracy,time\n0,1.25,1.1,0.6,00:04\n");

        Assert.Equal([new EpochMetrics(1, 1.25, null, null, 1.1, 0.6)], read.Epochs);
    }

    [Fact]
    public async Task A_history_needs_the_loss_alone_and_may_leave_out_epochs()
    {
        var read = await ReadAsync("loss,epoch,seconds\n0.7,2,\n0.5,4,1\n");

        Assert.Equal([new EpochMetrics(2, 0.7, null, null), new EpochMetrics(4, 0.5, null, 1)], read.Epochs);
    }

    [Theory]
    [InlineData(
        "epoch,cost\n1,2\n",
        "h.csv:1: has no `loss`, expected a row an epoch with epoch, loss and, where they are known, accuracy, val_loss, val_accuracy, seconds; its columns are epoch, cost")]
    [InlineData("loss\nnan\n", "h.csv:2: the loss is 'nan', expected a number of 0 or more")]
    [InlineData("loss,accuracy\n1,97\n", "h.csv:2: the accuracy is '97', expected a number from 0 to 1")]
    [InlineData("loss,accuracy\n1,.5\n,.5\n", "h.csv:3: `loss` is empty, expected a number")]
    [InlineData(
        "epoch,loss\n1,.5\n1,.4\n7,.3\n",
        "h.csv:3: the epoch is 1 after 1, expected a larger one in each row; is this the history of two trainings?")]
    [InlineData(
        "loss,epoch\n.5,3\n.7,2\n",
        "h.csv:3: the epoch is 2 after 3, expected a larger one in each row; is this the history of two trainings?")]
    [InlineData("loss\n", "h.csv:1: has a head and no row, expected a row for each epoch")]
    public async Task A_history_that_does_not_do_is_said(string text, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<DiagnosticException>(() => ReadAsync(text))).Message);

    [Fact]
    public async Task Validation_predictions_are_of_pictures_that_they_name_themselves_whatever_their_order()
    {
        _project.Write("v.csv", "file,label,predicted\ntrain/10.png,dog,dog\ntrain/2.png,cat,dog\n");
        _project.Write("w.csv", "predicted,file,label\ncat,train/2.png,cat\ncat,train/10.png,dog\n");
        var (first, second) = (
            await ReadAsync(recipe => recipe with { Validation = "v.csv" }),
            await ReadAsync(recipe => recipe with { Validation = "w.csv" }));

        // 2 comes before 10
        Assert.Equal([(0, 1), (1, 1)], first.Validation!.Select(prediction => (prediction.Label, prediction.Predicted)));
        Assert.Equal([(0, 0), (1, 0)], second.Validation!.Select(prediction => (prediction.Label, prediction.Predicted)));
        Assert.Equal(first.HeldOut, second.HeldOut);
    }

    [Fact]
    public async Task Validation_predictions_without_labels_are_refused()
    {
        _project.Write("v.csv", "file,predicted\ntrain/1.png,dog\n");

        var mistake = await Assert.ThrowsAsync<DiagnosticException>(() => ReadAsync(recipe => recipe with { Validation = "v.csv" }));
        Assert.StartsWith(
            "v.csv:1: has no `label`, which predictions without pictures need: nobody else knows the true classes; its columns are ",
            mistake.Message,
            StringComparison.Ordinal);
    }

    private Task<ReadRecipe> ReadAsync(string history)
    {
        _project.Write("h.csv", history);
        return ReadAsync(recipe => recipe with { History = "h.csv" });
    }

    private Task<ReadRecipe> ReadAsync(Func<ForeignRecipe, ForeignRecipe> change) => new ForeignReader(_project.Folder)
        .ReadAsync(change(new ForeignRecipe("p.csv")), PredictionFixture.Pets with { Names = null }, TestContext.Current.CancellationToken);
}
