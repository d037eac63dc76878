using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Metrics;

namespace Glassy.Foreign;

/// <summary>What a file says of all pictures of a split.</summary>
/// <param name="Predictions">One a picture, in the split's order.</param>
/// <param name="Scores">What it says of each class; null when it gives answers alone.</param>
/// <param name="AreScoresDeclared">Whether recipe or file say so; else it was recognised by the numbers.</param>
/// <param name="Attributes">What its other columns say of each picture.</param>
/// <param name="Unread">The names of columns that cannot be read.</param>
/// <param name="Warnings">What its author should know.</param>
public sealed record ForeignPredictions(
    IReadOnlyList<Prediction> Predictions,
    ScoreKind? Scores,
    bool AreScoresDeclared,
    IReadOnlyList<PictureTrait> Attributes,
    IReadOnlyList<string> Unread,
    IReadOnlyList<Diagnostic> Warnings);
