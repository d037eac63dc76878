using Glassy.Metrics;

namespace Glassy.Pictures;

/// <summary>The wrong predictions whose pictures a site has: all, unless they are more than a page can hold.</summary>
public static class ShownMistakes
{
    /// <summary>Pictures and cells of the confusion matrix together: with 400 bytes each a page stays below a megabyte.</summary>
    private const int Most = 2000;

    /// <summary>In test order. Of too many as many of each cell of the confusion matrix as fit, its first ones.</summary>
    public static IReadOnlyList<Prediction> Of(IReadOnlyList<Prediction> predictions)
    {
        var cells = predictions.Where(prediction => !prediction.IsCorrect).OrderBy(prediction => prediction.Index)
            .GroupBy(prediction => (prediction.Label, prediction.Predicted))
            .OrderByDescending(cell => cell.Count()).ThenBy(cell => cell.Key);
        return
        [
            .. FairShare.Of(cells.Select(cell => cell.ToList()), Most).SelectMany(cell => cell).OrderBy(prediction => prediction.Index)
        ];
    }
}
