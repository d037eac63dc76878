using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Metrics;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pictures;

/// <summary>Which pictures of a dataset are shown, and what their files are called.</summary>
/// <param name="dataset">The pictures.</param>
/// <param name="addresses">Where the site has them.</param>
internal sealed class PicturePlan(ImageDataset dataset, RunAddresses addresses)
{
    private readonly IReadOnlyList<string> _names = FileSafeName.AllOf(dataset.Classes, "class");

    /// <summary>[classes] the first pictures of each class.</summary>
    /// <param name="split">The folder's name.</param>
    /// <param name="images">The split.</param>
    /// <param name="perClass">How many; null for all.</param>
    public IReadOnlyList<IReadOnlyList<PlannedPicture>> Samples(string split, LabeledImages images, int? perClass)
    {
        var groups = EmptyGroups();
        for (var index = 0; index < images.Count; index++)
        {
            var label = images.Labels[index];
            var (group, name) = (groups[label], _names[label]);
            if (perClass is null || group.Count < perClass)
            {
                group.Add(new PlannedPicture(
                    $"{addresses.Dataset}/{split}/{name}/{name}-{group.Count:D4}.png", images.Image(index), index, label, null));
            }
        }

        return groups;
    }

    /// <summary>
    /// [classes] those <see cref="ShownMistakes"/>, by true class, in test order; numbered among all mistakes of the class.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<PlannedPicture>> WrongPredictions(IReadOnlyList<Prediction> predictions)
    {
        var groups = EmptyGroups();
        var numbers = new int[groups.Length];
        var shown = ShownMistakes.Of(predictions).Select(prediction => prediction.Index).ToHashSet();
        foreach (var prediction in predictions.Where(p => !p.IsCorrect).OrderBy(p => p.Index))
        {
            var (number, name) = (numbers[prediction.Label]++, _names[prediction.Label]);
            if (shown.Contains(prediction.Index))
            {
                var path = $"{addresses.Dataset}/wrong-predictions/{name}/{name}-{number:D4}-{_names[prediction.Predicted]}.png";
                groups[prediction.Label].Add(new PlannedPicture(
                    path, dataset.Test.Image(prediction.Index), prediction.Index, prediction.Label, prediction.Predicted));
            }
        }

        return groups;
    }

    /// <summary>Some test pictures with what the model says of them.</summary>
    /// <param name="folder">Theirs.</param>
    /// <param name="predictions">One a test picture.</param>
    /// <param name="indices">Which of them, ascending.</param>
    public IReadOnlyList<PlannedPicture> Tested(string folder, IReadOnlyList<Prediction> predictions, IReadOnlyList<int> indices) =>
        [.. predictions.IntersectBy(indices, p => p.Index).OrderBy(p => p.Index).Select(p => new PlannedPicture(
            $"{addresses.Dataset}/{folder}/{p.Index:D5}.png", dataset.Test.Image(p.Index), p.Index, p.Label, p.Predicted))];

    /// <summary>All drawings, in file name order.</summary>
    /// <exception cref="ArgumentException">There are predictions, but not one for each drawing.</exception>
    public IReadOnlyList<PlannedPicture> Drawings(IReadOnlyList<CustomDrawing> drawings, IReadOnlyList<CustomPrediction>? predictions)
    {
        var predicted = predictions?.ToDictionary(p => p.FileName, p => p.Predicted, StringComparer.Ordinal);
        var stems = FileSafeName.AllOf([.. drawings.Select(drawing => Path.GetFileNameWithoutExtension(drawing.FileName))], "drawing");
        return [.. drawings.Select((drawing, index) => new PlannedPicture(
            $"{addresses.Dataset}/custom-test/{stems[index]}.png", drawing.Pixels, index, drawing.Label, PredictedOf(drawing.FileName)))];

        int? PredictedOf(string fileName) => predicted is null ? null
            : predicted.TryGetValue(fileName, out var label) ? label
            : throw new ArgumentException($"No prediction for {fileName}.", nameof(predictions));
    }

    private List<PlannedPicture>[] EmptyGroups() => [.. dataset.Classes.Select(_ => new List<PlannedPicture>())];
}
