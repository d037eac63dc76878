using System.Globalization;
using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Models;
using Glassy.Progress;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Training;

/// <summary>Trains a model from nothing. The same data and options give the same bits.</summary>
/// <param name="time">Gives the log its times and the epochs their seconds.</param>
public sealed class Trainer(TimeProvider time)
{
    private const int BatchesPerReport = 25;

    /// <summary>Synchronous, on the calling thread; it sets the tensor library's thread count. The test split is not looked at.</summary>
    /// <param name="dataset">Both splits have at least one picture.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="progress">Told the batches and, in a line each, the epochs.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <param name="checkpoint">Gets the state after each epoch but the last, and gives that of an interrupted training; null for
    /// neither.</param>
    /// <exception cref="ArgumentException">The options name an unknown model or have values out of range.</exception>
    /// <exception cref="InvalidDataException">A split is empty, or the loss grew beyond all numbers.</exception>
    public TrainingResult Train(
        ImageDataset dataset,
        TrainingOptions options,
        IProgressSink progress,
        CancellationToken cancellationToken,
        Checkpoint? checkpoint = null)
    {
        TrainingChecks.Check(dataset, options);
        var (training, validation) = ValidationSplit.Of(dataset, options.Validation);
        TrainingChecks.CheckValidation(dataset, validation, options);
        set_num_threads(options.Threads);
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)options.Seed);
        using var network = ArchitectureCatalog.Get(options.Model).Build(training.Shape, dataset.Classes.Count, options, generator);
        var adam = new Adam(network.Parameters, options.WeightDecay);
        var course = TrainingCourse.Begin(time, options, checkpoint?.Read(), network, adam, generator);
        var pictures = new TrainingPictures(training, options);
        var objective = Objective.Of(options, training.CountPerClass(dataset.Classes.Count));
        var held = validation is null ? null : ImageTensors.From(validation.Pixels, validation.Shape, options);

        var batches = (training.Count + options.BatchSize - 1) / options.BatchSize;
        using var task = progress.Start("Training", (long)batches * options.Epochs);
        while (!course.IsOver)
        {
            var (epoch, started) = (course.Epochs.Count + 1, time.GetTimestamp());
            var detail = new EpochProgress(task, epoch, options.Epochs, batches);
            var (loss, accuracy) = TrainEpoch(network, adam, objective, pictures, options, generator, detail, cancellationToken);
            (double Loss, double Accuracy)? validated = held is null
                ? null
                : Evaluator.Score(network, held, validation!.Labels, cancellationToken);
            TrainingChecks.CheckLoss(epoch, loss, options);
            TrainingChecks.CheckLoss(epoch, validated?.Loss ?? loss, options);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            course.Add(new EpochMetrics(epoch, loss, accuracy, seconds, validated?.Loss, validated?.Accuracy), network);
            progress.Message(Describe(course.Epochs[^1], options.Epochs));
            if (!course.IsOver)
            {
                checkpoint?.Write(course.StateOf(network, adam, generator));
            }
        }

        if (course.Epochs.Count < options.Epochs)
        {
            task.Report((long)batches * options.Epochs); // what was not needed is done
        }

        return course.End(training.Shape, dataset.Classes.Count, network);
    }

    #region training-loop
    /// <summary>One pass over the training split in a new order.</summary>
    /// <returns>Mean loss and share right, as the batches saw them.</returns>
    private static (double Loss, double Accuracy) TrainEpoch(
        Network network,
        Adam adam,
        Objective objective,
        TrainingPictures pictures,
        TrainingOptions options,
        Generator generator,
        EpochProgress progress,
        CancellationToken cancellationToken)
    {
        var count = pictures.Count;
        var steps = (long)options.Epochs * ((count + options.BatchSize - 1) / options.BatchSize);
        using var order = randperm(count, generator: generator);
        var (lossSum, correct) = (0.0, 0L);
        for (var start = 0L; start < count; start += options.BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var batch = order.narrow(0, start, Math.Min(options.BatchSize, count - start)); // [B]
            var images = pictures.Images(batch, generator);                         // [B, H, W, C]
            var labels = pictures.Labels(batch);                                    // [B]

            var logits = network.ForwardInTraining(images, generator);              // [B, classes]
            var loss = objective.Loss(logits, labels);
            loss.backward();
            adam.Step(LearningRate.At(options, adam.Steps, steps));

            lossSum += loss.item<float>() * batch.shape[0];
            correct += logits.argmax(1).eq(labels).sum().item<long>();
            progress.Report(lossSum / (start + batch.shape[0]));
        }

        return (lossSum / count, (double)correct / count);
    }
    #endregion

    private static string Describe(EpochMetrics epoch, int epochs) => string.Create(
        CultureInfo.InvariantCulture,
        $"Epoch {epoch.Epoch}/{epochs}: loss {epoch.Loss:F4}, {epoch.Accuracy * 100:F2}% right{DescribeValidation(epoch)}; {epoch.Seconds:F1} s");

    private static string DescribeValidation(EpochMetrics epoch) => epoch is { ValidationLoss: { } loss, ValidationAccuracy: { } accuracy }
        ? string.Create(CultureInfo.InvariantCulture, $"; validation loss {loss:F4}, {accuracy * 100:F2}% right")
        : "";

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
