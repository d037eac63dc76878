using System.Globalization;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Models;
using Glassy.Progress;
using Glassy.Recording;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Training;

/// <summary>Trains a model from nothing. The same data and options give the same bits.</summary>
/// <param name="time">Gives the log its times and the epochs their seconds.</param>
public sealed class Trainer(TimeProvider time)
{
    private const int BatchesPerReport = 25;

    /// <summary>Synchronous, on the calling thread; it sets the tensor library's thread count.</summary>
    /// <param name="dataset">Both splits have at least one picture.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="progress">Told the batches and, in a line each, the epochs.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">The options name an unknown model or have values out of range.</exception>
    /// <exception cref="InvalidDataException">A split is empty, or the loss grew beyond all numbers.</exception>
    public TrainingResult Train(
        ImageDataset dataset, TrainingOptions options, IProgressSink progress, CancellationToken cancellationToken)
    {
        TrainingChecks.Check(dataset, options);
        var architecture = ArchitectureCatalog.Get(options.Model);
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        var log = new RunLog(time);
        log.TrainingStarted(options.Epochs);

        set_num_threads(options.Threads);
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)options.Seed);
        using var network = architecture.Build(dataset.Train.Shape, dataset.Classes.Count, options, generator);
        var trainImages = ImageTensors.From(dataset.Train.Pixels, dataset.Train.Shape, options.Normalize);
        var trainLabels = tensor(dataset.Train.Labels).to(int64);
        var testImages = ImageTensors.From(dataset.Test.Pixels, dataset.Test.Shape, options.Normalize);
        var adam = new Adam(network.Parameters, options.LearningRate);

        var epochs = new List<EpochMetrics>();
        var batches = (dataset.Train.Count + options.BatchSize - 1) / options.BatchSize;
        using var task = progress.Start("Training", (long)batches * options.Epochs);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var epochStarted = time.GetTimestamp();
            var detail = new EpochProgress(task, epoch, options.Epochs, batches);
            var (loss, accuracy) = TrainEpoch(
                network, adam, (trainImages, trainLabels), options.BatchSize, generator, detail, cancellationToken);
            var (testLoss, testAccuracy) = Evaluator.Score(network, testImages, dataset.Test.Labels, cancellationToken);
            TrainingChecks.CheckLoss(epoch, loss, testLoss, options);
            var seconds = time.GetElapsedTime(epochStarted).TotalSeconds;
            epochs.Add(new EpochMetrics(epoch, loss, accuracy, testLoss, testAccuracy, seconds));
            progress.Message(Describe(epochs[^1], options.Epochs));
        }

        log.Evaluated(epochs[^1].TestLoss, epochs[^1].TestAccuracy);
        log.TrainingFinished(options.Epochs);
        var model = new TrainedModel(options, dataset.Train.Shape, dataset.Classes.Count, network.Export());
        return new TrainingResult(
            model, network.Describe(), epochs, log.Lines, startedAt, time.GetElapsedTime(started).TotalSeconds);
    }

    #region training-loop
    /// <summary>One pass over the training split in a new order.</summary>
    /// <returns>Mean loss and share right, as the batches saw them.</returns>
    private static (double Loss, double Accuracy) TrainEpoch(
        Network network,
        Adam adam,
        (Tensor Images, Tensor Labels) train,
        int batchSize,
        Generator generator,
        EpochProgress progress,
        CancellationToken cancellationToken)
    {
        var count = train.Labels.shape[0];
        using var order = randperm(count, generator: generator);
        var (lossSum, correct) = (0.0, 0L);
        for (var start = 0L; start < count; start += batchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var batch = order.narrow(0, start, Math.Min(batchSize, count - start)); // [B]
            var images = train.Images.index_select(0, batch);                       // [B, H, W, C]
            var labels = train.Labels.index_select(0, batch);                       // [B]

            var logits = network.Forward(images);                                   // [B, classes]
            var loss = nn.functional.cross_entropy(logits, labels);
            loss.backward();
            adam.Step();

            lossSum += loss.item<float>() * batch.shape[0];
            correct += logits.argmax(1).eq(labels).sum().item<long>();
            progress.Report(lossSum / (start + batch.shape[0]));
        }

        return (lossSum / count, (double)correct / count);
    }
    #endregion

    private static string Describe(EpochMetrics epoch, int epochs) => string.Create(
        CultureInfo.InvariantCulture,
        $"Epoch {epoch.Epoch}/{epochs}: loss {epoch.Loss:F4}, {epoch.Accuracy * 100:F2}% right; test loss {epoch.TestLoss:F4}, {epoch.TestAccuracy * 100:F2}% right; {epoch.Seconds:F1} s");

    /// <summary>Says how far the epoch has come, not at every batch.</summary>
    private sealed class EpochProgress(IProgressTask task, int epoch, int epochs, int batches)
    {
        private int _done;

        public void Report(double loss)
        {
            _done++;
            if (_done % BatchesPerReport == 0 || _done == batches)
            {
                var detail = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{epochs}, loss {loss:F4}");
                task.Report(((long)(epoch - 1) * batches) + _done, detail);
            }
        }
    }
}
