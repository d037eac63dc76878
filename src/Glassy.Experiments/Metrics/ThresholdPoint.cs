namespace Glassy.Metrics;

/// <summary>What comes of calling every picture one of a class that has at least some probability of it.</summary>
/// <param name="Threshold">The least probability, 0..1; above 1 where no picture is called so.</param>
/// <param name="Found">Of the pictures of the class, those called so: recall, sensitivity, the true positive rate.</param>
/// <param name="FalseAlarms">Of the others, those called so: the false positive rate.</param>
public sealed record ThresholdPoint(double Threshold, Proportion Found, Proportion FalseAlarms)
{
    /// <summary>Of those called so, those that are; of none where none is.</summary>
    public Proportion Precision => new(Found.Successes, Found.Successes + FalseAlarms.Successes);
}
