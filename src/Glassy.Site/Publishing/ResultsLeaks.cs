using Glassy.Datasets.Duplicates;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>Test pictures that the model may know.</summary>
/// <param name="Leaked">How many are training pictures too, level by level.</param>
/// <param name="Total">Of so many.</param>
/// <param name="Unseen">The accuracy on the others.</param>
/// <param name="Groups">Groups of pictures that are in both splits; null when the dataset names none.</param>
public sealed record ResultsLeaks(int Leaked, int Total, Proportion Unseen, SharedGroups? Groups)
{
    /// <summary>Null when nobody has looked, or there are no pictures.</summary>
    public static ResultsLeaks? Of(RunResults results) => results is { Leaks: { } leaks, Duplicates: { } duplicates }
        ? new ResultsLeaks(leaks.Leaked, leaks.Total, leaks.Unseen, duplicates.Groups)
        : null;
}
