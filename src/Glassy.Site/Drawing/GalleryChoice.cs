using Glassy.Metrics;

namespace Glassy.Drawing;

/// <summary>Chooses the test pictures that readers can start from.</summary>
public static class GalleryChoice
{
    private const int MostRight = 12;
    private const int MostWrong = 8;

    /// <summary>Of each of the first twelve classes the first picture that was read right, then the eight mistakes that the model was
    /// surest of; without probabilities the first eight.</summary>
    /// <param name="predictions">One a test picture, in test order.</param>
    public static IReadOnlyList<GalleryPicture> Of(IReadOnlyList<Prediction> predictions)
    {
        var right = predictions.Where(prediction => prediction.IsCorrect)
            .DistinctBy(prediction => prediction.Label)
            .OrderBy(prediction => prediction.Label)
            .Take(MostRight);
        var wrong = predictions.Where(prediction => !prediction.IsCorrect)
            .OrderByDescending(prediction => prediction.HasProbabilities ? prediction.Confidence : 0)
            .ThenBy(prediction => prediction.Index)
            .Take(MostWrong);
        return
        [
            .. right.Concat(wrong).Select(prediction => new GalleryPicture(
                prediction.Index, prediction.Label, prediction.Predicted, prediction.HasProbabilities ? prediction.Confidence : null)),
        ];
    }
}
