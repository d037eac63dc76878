using System.Runtime.InteropServices;
using Glassy.Arithmetic;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Evaluation;

/// <summary>Lets a trained model read pictures. Tensors end here.</summary>
public static class Evaluator
{
    private const int BatchSize = 1000;

    /// <summary>Predicts pictures whose labels are known: a split, or the author's drawings.</summary>
    /// <param name="model">Trained on pictures of the same size.</param>
    /// <param name="images">Pictures and labels, 0 or more.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="InvalidDataException">The weights or the pictures are of another model.</exception>
    public static EvaluationResult Evaluate(TrainedModel model, LabeledImages images, CancellationToken cancellationToken)
    {
        if (images.Shape != model.Shape)
        {
            throw new InvalidDataException($"the pictures are {images.Shape}, the model was trained on {model.Shape}");
        }

        set_num_threads(model.Options.Threads);
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)model.Options.Seed);
        using var network = ArchitectureCatalog.Get(model.Options.Model)
            .Build(model.Shape, model.Classes, model.Options, generator);
        network.Import(model.Weights);

        var predictions = new List<Prediction>(images.Count);
        var lossSum = 0.0;
        for (var start = 0; start < images.Count; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(BatchSize, images.Count - start);
            var pixels = images.Pixels.AsMemory(start * images.Shape.Length, count * images.Shape.Length);
            using var batch = ImageTensors.From(pixels, images.Shape, model.Options);
            var logProbabilities = LogProbabilities(network, batch);
            for (var i = 0; i < count; i++)
            {
                var row = logProbabilities.AsSpan(i * model.Classes, model.Classes);
                predictions.Add(new Prediction(start + i, images.Labels[start + i], IndexOfLargest(row), row.ToArray()));
                lossSum -= row[images.Labels[start + i]];
            }
        }

        return new EvaluationResult(predictions, images.Count == 0 ? 0 : lossSum / images.Count);
    }

    /// <summary>Mean cross-entropy (nats) and share right of pictures that are tensors already.</summary>
    /// <param name="network">With its present weights.</param>
    /// <param name="images">[N, H, W, C] float32, normalised.</param>
    /// <param name="labels">[N] class indices.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    public static (double Loss, double Accuracy) Score(
        Network network, Tensor images, int[] labels, CancellationToken cancellationToken)
    {
        var (lossSum, correct) = (0.0, 0);
        for (var start = 0; start < labels.Length; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var expected = labels.AsSpan(start, Math.Min(BatchSize, labels.Length - start));
            using var batch = images.narrow(0, start, expected.Length);
            var logProbabilities = LogProbabilities(network, batch);
            var classes = logProbabilities.Length / expected.Length;
            for (var i = 0; i < expected.Length; i++)
            {
                var row = logProbabilities.AsSpan(i * classes, classes);
                lossSum -= row[expected[i]];
                correct += IndexOfLargest(row) == expected[i] ? 1 : 0;
            }
        }

        return (lossSum / labels.Length, (double)correct / labels.Length);
    }

    /// <param name="network">With its present weights.</param>
    /// <param name="images">[B, H, W, C] float32, normalised.</param>
    /// <returns>[B · classes] log-softmax, row-major.</returns>
    private static float[] LogProbabilities(Network network, Tensor images)
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        var logits = network.Forward(images);                                               // [B, classes]
        var values = MemoryMarshal.Cast<byte, float>(logits.bytes);
        var classes = (int)logits.shape[1];
        var (found, row) = (new float[values.Length], new double[classes]);
        for (var start = 0; start < found.Length; start += classes)
        {
            Softmax.Log(values.Slice(start, classes), row);
            for (var c = 0; c < classes; c++)
            {
                found[start + c] = (float)row[c];
            }
        }

        return found;
    }

    /// <summary>The lowest index among equals.</summary>
    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var c = 1; c < values.Length; c++)
        {
            largest = values[c] > values[largest] ? c : largest;
        }

        return largest;
    }
}
