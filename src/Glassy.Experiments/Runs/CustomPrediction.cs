namespace Glassy.Runs;

/// <summary>What the model says of one drawing.</summary>
/// <param name="FileName">Its name under <c>data/test/</c>.</param>
/// <param name="Label">Class index from the file name.</param>
/// <param name="Predicted">Class index with the highest probability.</param>
/// <param name="Probabilities">[classes] softmax.</param>
public sealed record CustomPrediction(string FileName, int Label, int Predicted, IReadOnlyList<float> Probabilities)
{
    public bool IsCorrect => Label == Predicted;
}
