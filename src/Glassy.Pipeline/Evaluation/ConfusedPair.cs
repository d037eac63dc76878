namespace Glassy.Evaluation;

/// <summary>Pictures of one class that were predicted as another.</summary>
/// <param name="Truth">The class' name.</param>
/// <param name="Predicted">The class' name.</param>
/// <param name="Count">How many pictures.</param>
public sealed record ConfusedPair(string Truth, string Predicted, int Count);
