using Glassy.Metrics;

namespace Glassy.Doubts;

/// <summary>The labels of a split that a model's probabilities speak against.</summary>
/// <param name="Ranked">The strongest doubt first.</param>
/// <param name="Wrong">
/// How many of the split's labels are estimated to be wrong, 0 or more. The model's own confident mistakes count among them, so that
/// it is more than there are where labels are good and the model is not.
/// </param>
/// <param name="Interval">Of that estimate, at 95 %, over the chance of the pictures; null where there are too few groups to draw.</param>
public sealed record DoubtedLabels(IReadOnlyList<DoubtedLabel> Ranked, double Wrong, Interval? Interval);
