using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Models;
using Glassy.Preprocessing;
using Glassy.Runs;

namespace Glassy.Training;

/// <summary>What must be true before training starts.</summary>
public static class TrainingChecks
{
    /// <summary>In single precision 100 MB, the largest file that a page's host takes; training needs four times as much.</summary>
    private const int MostParameters = 25_000_000;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The dataset cannot be trained on.</exception>
    public static void Check(ImageDataset dataset, TrainingOptions options)
    {
        Require(options.Epochs >= 1, $"epochs is {options.Epochs}, expected 1 or more");
        Require(options.BatchSize >= 1, $"batchSize is {options.BatchSize}, expected 1 or more");
        Require(options.LearningRate is > 0 and < double.PositiveInfinity, $"learningRate is {options.LearningRate}, expected more than 0");
        Require(options.WeightDecay is >= 0 and < double.PositiveInfinity, $"weightDecay is {options.WeightDecay}, expected 0 or more");
        Require(options.LabelSmoothing is >= 0 and < 1, $"labelSmoothing is {options.LabelSmoothing}, expected 0 or more and less than 1");
        Require(options.Validation is >= 0 and < 1, $"validation is {options.Validation}, expected 0 or more and less than 1");
        Require(options.Threads >= 1, $"threads is {options.Threads}, expected 1 or more");
        Require(
            options.Hidden.All(units => units >= 1), $"hidden is [{string.Join(", ", options.Hidden)}], expected 1 or more units a layer");
        Require(
            options.Channels.All(filters => filters >= 1),
            $"channels is [{string.Join(", ", options.Channels)}], expected 1 or more filters a convolution");
        Require(options.Dropout is >= 0 and < 1, $"dropout is {options.Dropout}, expected 0 or more and less than 1");
        Require(options.Patience is null or >= 1, $"patience is {options.Patience}, expected 1 or more");
        Require(EarlyStopping.MistakeIn(options) is null, $"{EarlyStopping.MistakeIn(options)}");
        _ = PreprocessingChain.Parse(options.Preprocess);
        CheckShift(dataset, AugmentationAmounts.Parse(options.Augment).Shift);
        foreach (var (name, split) in new[] { ("training", dataset.Train), ("test", dataset.Test) })
        {
            if (split.Count == 0)
            {
                throw new InvalidDataException($"dataset '{dataset.Name}': the {name} split is empty");
            }
        }

        if (dataset.Train.Shape != dataset.Test.Shape)
        {
            throw new InvalidDataException(
                $"dataset '{dataset.Name}': training pictures are {Describe(dataset.Train.Shape)}, test pictures {Describe(dataset.Test.Shape)} (height x width x channels)");
        }

        CheckSize(dataset, options);
    }

    /// <exception cref="InvalidDataException">There is nothing to choose an epoch on.</exception>
    public static void CheckValidation(ImageDataset dataset, LabeledImages? validation, TrainingOptions options)
    {
        if (options.Patience is not null && validation is null)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"dataset '{dataset.Name}': validation {options.Validation} holds out no picture of its {dataset.Train.Count}, and patience chooses an epoch on them; raise validation"));
        }
    }

    /// <exception cref="InvalidDataException">The weights have left the numbers: the step size was too large for the data.</exception>
    public static void CheckLoss(int epoch, double loss, TrainingOptions options)
    {
        if (!double.IsFinite(loss))
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"training diverged in epoch {epoch}: the loss is {loss}; lower learningRate (now {options.LearningRate})"));
        }
    }

    private static void CheckSize(ImageDataset dataset, TrainingOptions options)
    {
        var parameters = ArchitectureCatalog.Get(options.Model).ParametersOf(dataset.Train.Shape, dataset.Classes.Count, options);
        if (parameters > MostParameters)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"dataset '{dataset.Name}': of pictures of {Describe(dataset.Train.Shape)} (height x width x channels) model {options.Model} has {parameters / 1e6:0} million weights, expected at most {MostParameters / 1_000_000} million, which are a file of 100 MB; scale the pictures down, dataset: {{ resize: {{ size: 64, fit: pad }} }}, or give fewer hidden units (now [{string.Join(", ", options.Hidden)}])"));
        }
    }

    private static void CheckShift(ImageDataset dataset, int shift)
    {
        var shape = dataset.Train.Shape;
        if (shift >= Math.Min(shape.Height, shape.Width))
        {
            throw new InvalidDataException(
                $"dataset '{dataset.Name}': augment shifts pictures by up to {shift} pixels, and they are {Describe(shape)} (height x width x channels); give a smaller shift");
        }
    }

    private static string Describe(ImageShape shape) => $"{shape.Height}x{shape.Width}x{shape.Channels}";

    private static void Require(bool condition, FormattableString message)
    {
        if (!condition)
        {
            throw new ArgumentException(FormattableString.Invariant(message));
        }
    }
}
