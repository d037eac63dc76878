using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>What people say of the test split's labels, with classes by name.</summary>
/// <param name="Source">Who says so.</param>
/// <param name="Url">Where to read more; null when there is nothing.</param>
/// <param name="Accuracy">With and without these doubts.</param>
/// <param name="Notes">By index, ascending.</param>
public sealed record ResultsLabelNotes(string Source, string? Url, CorrectedAccuracy Accuracy, IReadOnlyList<ResultsLabelNotes.Note> Notes)
{
    /// <param name="Index">In the test split.</param>
    /// <param name="Given">The class that the dataset gives.</param>
    /// <param name="Consensus">The class that people agreed on; null when they agreed on none.</param>
    /// <param name="Verdict"><c>consensus</c>, <c>neither</c> or <c>split</c>.</param>
    /// <param name="Predicted">The class that the model says.</param>
    public sealed record Note(int Index, string Given, string? Consensus, LabelVerdict Verdict, string Predicted);

    /// <summary>Null when the run's dataset has no notes.</summary>
    public static ResultsLabelNotes? Of(RunResults results)
    {
        if (results is not { Notes: { } notes, Corrected: { } corrected })
        {
            return null;
        }

        var names = results.Run.Dataset.Classes;
        return new ResultsLabelNotes(notes.Source, notes.Url, corrected,
        [
            .. notes.Notes.Select(note => new Note(
                note.Index,
                names[note.Given],
                note.Consensus is { } label ? names[label] : null,
                note.Verdict,
                names[results.Predictions[note.Index].Predicted])),
        ]);
    }
}
