namespace Glassy.Evaluation;

/// <summary>Pictures of one class that were predicted as another.</summary>
/// <param name="Truth">Class index.</param>
/// <param name="Predicted">Class index.</param>
/// <param name="TruthName">The class' name.</param>
/// <param name="PredictedName">The class' name.</param>
/// <param name="Count">How many pictures.</param>
/// <param name="Rate">Their share of the true class' pictures, 0..1.</param>
public sealed record ConfusedPair(int Truth, int Predicted, string TruthName, string PredictedName, int Count, double Rate);
