namespace Glassy.Metrics;

/// <summary>Two classes that were taken for each other, whichever was the truth.</summary>
/// <param name="First">The name of the class that comes first in label order.</param>
/// <param name="Second">The other's name.</param>
/// <param name="FirstAsSecond">Pictures of the first predicted as the second.</param>
/// <param name="SecondAsFirst">Pictures of the second predicted as the first.</param>
/// <param name="Rate">Of the pictures of both classes, those predicted as the other of the two.</param>
public sealed record UnorderedPair(string First, string Second, int FirstAsSecond, int SecondAsFirst, Proportion Rate)
{
    /// <summary>How many pictures, both ways together.</summary>
    public int Count => Rate.Successes;
}
