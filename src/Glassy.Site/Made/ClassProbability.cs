namespace Glassy.Made;

/// <summary>What the model gave a class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Probability">0..1.</param>
/// <param name="IsTruth">Whether the dataset says so.</param>
/// <param name="IsPredicted">Whether the model does.</param>
internal sealed record ClassProbability(string Name, double Probability, bool IsTruth, bool IsPredicted);
