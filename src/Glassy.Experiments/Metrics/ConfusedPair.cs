namespace Glassy.Metrics;

/// <summary>Pictures of one class that were predicted as another.</summary>
/// <param name="Truth">The class' name.</param>
/// <param name="Predicted">The class' name.</param>
/// <param name="Rate">Of the pictures of the true class, those predicted as the other.</param>
public sealed record ConfusedPair(string Truth, string Predicted, Proportion Rate)
{
    /// <summary>How many pictures.</summary>
    public int Count => Rate.Successes;
}
