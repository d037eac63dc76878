namespace Glassy.Doubts;

/// <summary>A test picture whose label a model's probabilities speak against: a doubt, no verdict.</summary>
/// <param name="Index">In the test split.</param>
/// <param name="Given">Class index given by the dataset.</param>
/// <param name="Suggested">Class index that the probabilities speak for, another than the given one.</param>
/// <param name="Margin">The probability of the given class less that of the most probable other one, −1..1: the lower, the stronger the
/// doubt.</param>
/// <param name="IsConfident">Whether the picture is confidently of another class, so that it counts among those estimated to be
/// wrong.</param>
public sealed record DoubtedLabel(int Index, int Given, int Suggested, double Margin, bool IsConfident);
