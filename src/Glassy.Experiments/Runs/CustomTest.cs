namespace Glassy.Runs;

/// <summary>What the model says of the author's own drawings.</summary>
/// <param name="Count">How many drawings there are.</param>
/// <param name="Correct">How many are right.</param>
/// <param name="Accuracy">Share right, 0..1.</param>
/// <param name="Confusion">[classes][classes] counts: rows truth, columns prediction.</param>
/// <param name="Predictions">One a drawing, in file name order.</param>
public sealed record CustomTest(
    int Count,
    int Correct,
    double Accuracy,
    IReadOnlyList<IReadOnlyList<int>> Confusion,
    IReadOnlyList<CustomPrediction> Predictions);
