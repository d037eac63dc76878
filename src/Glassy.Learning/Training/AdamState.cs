namespace Glassy.Training;

/// <summary>What <see cref="Adam"/> remembers between steps.</summary>
/// <param name="Steps">How many were taken.</param>
/// <param name="Means">[parameters] running means of the gradients.</param>
/// <param name="Variances">[parameters] running means of their squares.</param>
public sealed record AdamState(int Steps, IReadOnlyList<float[]> Means, IReadOnlyList<float[]> Variances);
