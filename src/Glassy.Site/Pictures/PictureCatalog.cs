using Glassy.Imaging;
using Glassy.Metrics;

namespace Glassy.Pictures;

/// <summary>Every picture that the site has, by where it is shown.</summary>
/// <param name="Shape">The size of every picture.</param>
/// <param name="Train">[classes] the first samples of each class.</param>
/// <param name="Test">[classes] the first samples of each class.</param>
/// <param name="WrongPredictions">[classes] by true class, in test order.</param>
/// <param name="CustomTest">The author's drawings as the model saw them.</param>
public sealed record PictureCatalog(
    ImageShape Shape,
    IReadOnlyList<IReadOnlyList<ExportedPicture>> Train,
    IReadOnlyList<IReadOnlyList<ExportedPicture>> Test,
    IReadOnlyList<IReadOnlyList<ExportedPicture>> WrongPredictions,
    IReadOnlyList<ExportedPicture> CustomTest)
{
    /// <summary>Test pictures whose labels are doubted, in test order, each with its prediction.</summary>
    public IReadOnlyList<ExportedPicture> Doubted { get; init; } = [];

    /// <summary>Test pictures that another recorded run reads wrong, and this one right; in test order.</summary>
    public IReadOnlyList<ExportedPicture> Compared { get; init; } = [];

    /// <summary>
    /// By test index, of pictures whose labels the model doubts: the labels of the training pictures most like them, the nearest
    /// first. Empty when no page shows them.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> NearestLabels { get; init; } = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>The catalog of a site without pictures.</summary>
    /// <param name="shape">Of a picture, if there were one.</param>
    /// <param name="classes">How many there are.</param>
    public static PictureCatalog Empty(ImageShape shape, int classes)
    {
        IReadOnlyList<ExportedPicture>[] none = [.. Enumerable.Range(0, classes).Select(_ => (IReadOnlyList<ExportedPicture>)[])];
        return new PictureCatalog(shape, none, none, none, []);
    }

    /// <summary>The same pictures as another recorded run reads them.</summary>
    /// <param name="predictions">That run's.</param>
    /// <param name="classes">How many there are.</param>
    public PictureCatalog Of(IReadOnlyList<Prediction> predictions, int classes)
    {
        var known = WrongPredictions.SelectMany(group => group).Concat(Compared).ToDictionary(picture => picture.Index);
        var wrong = predictions
            .Where(prediction => !prediction.IsCorrect && known.ContainsKey(prediction.Index))
            .OrderBy(prediction => prediction.Index)
            .ToLookup(prediction => prediction.Label, prediction => known[prediction.Index] with { Predicted = prediction.Predicted });
        return this with
        {
            WrongPredictions = [.. Enumerable.Range(0, classes).Select(label => wrong[label].ToList())],
            CustomTest = [],
            Doubted = [],
            Compared = [],
            NearestLabels = new Dictionary<int, IReadOnlyList<int>>()
        };
    }
}
