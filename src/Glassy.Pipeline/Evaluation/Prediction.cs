namespace Glassy.Evaluation;

/// <summary>What the model says of one picture.</summary>
/// <param name="Index">The picture's index in its split.</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Predicted">Class index with the highest probability (the lowest index among equals).</param>
/// <param name="Probabilities">[classes] softmax, sums to 1.</param>
public sealed record Prediction(int Index, int Label, int Predicted, IReadOnlyList<float> Probabilities)
{
    public bool IsCorrect => Label == Predicted;
}
