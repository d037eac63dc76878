using Glassy.Datasets.Duplicates;

namespace Glassy.Metrics;

/// <summary>How many test pictures are training pictures too, level by level, and the accuracy on the others.</summary>
/// <param name="Leaked">How many are.</param>
/// <param name="Total">Of so many test pictures.</param>
/// <param name="Unseen">Share right of those that are not; of none when all are.</param>
public sealed record LeakedAccuracy(int Leaked, int Total, Proportion Unseen)
{
    /// <param name="predictions">One a test picture.</param>
    /// <param name="duplicates">Of the same dataset.</param>
    public static LeakedAccuracy Of(IReadOnlyList<Prediction> predictions, DuplicateReport duplicates)
    {
        var leaked = duplicates.LeakedTest.ToHashSet();
        var unseen = predictions.Where(prediction => !leaked.Contains(prediction.Index)).ToList();
        return new LeakedAccuracy(
            leaked.Count, predictions.Count, new Proportion(unseen.Count(prediction => prediction.IsCorrect), unseen.Count));
    }
}
