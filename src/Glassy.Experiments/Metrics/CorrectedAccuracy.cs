using Glassy.Datasets;

namespace Glassy.Metrics;

/// <summary>Accuracy on the labels as they are, and as people have corrected them.</summary>
/// <remarks>
/// A picture with a consensus counts as right when the prediction is the consensus. One that is neither class, or on which
/// people did not agree, has no right answer: the corrected figure leaves it out, of the right ones and of all. Every other
/// picture keeps its label; nobody has looked for doubts where a model had none, so even the corrected figure is not the truth.
/// </remarks>
/// <param name="AsLabelled">Of all test pictures.</param>
/// <param name="Corrected">Of those that have a right answer.</param>
/// <param name="Relabelled">How many labels are corrected.</param>
/// <param name="LeftOut">How many pictures are left out.</param>
public sealed record CorrectedAccuracy(Proportion AsLabelled, Proportion Corrected, int Relabelled, int LeftOut)
{
    /// <param name="predictions">One a test picture.</param>
    /// <param name="notes">Of the same split.</param>
    public static CorrectedAccuracy Of(IReadOnlyList<Prediction> predictions, LabelNotes notes)
    {
        var (right, leftOut) = (0, 0);
        foreach (var prediction in predictions)
        {
            var note = notes.Of(prediction.Index);
            leftOut += note is { Consensus: null } ? 1 : 0;
            right += note is not { Consensus: null } && prediction.Predicted == (note?.Consensus ?? prediction.Label) ? 1 : 0;
        }

        return new CorrectedAccuracy(
            new Proportion(predictions.Count(prediction => prediction.IsCorrect), predictions.Count),
            new Proportion(right, predictions.Count - leftOut),
            notes.Notes.Count - leftOut,
            leftOut);
    }
}
