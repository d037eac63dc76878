namespace Glassy.Runs;

/// <summary>
/// Which epoch's weights a run keeps, and when more epochs are in vain: by the loss on the validation split, never by the test split.
/// Source:
/// Prechelt 1998, "Early Stopping — But When?", its criterion of epochs without progress.
/// </summary>
public static class EarlyStopping
{
    /// <summary>Without patience the last epoch, else the one with the least validation loss, the first of equals.</summary>
    /// <param name="options">The recipe.</param>
    /// <param name="epochs">In order, at least one; with patience each with its validation loss.</param>
    /// <returns>1-based.</returns>
    public static int KeptEpoch(TrainingOptions options, IReadOnlyList<EpochMetrics> epochs) => options.Patience is null
        ? epochs[^1].Epoch
        : epochs.MinBy(epoch => epoch.ValidationLoss ?? double.PositiveInfinity)!.Epoch; // there is at least one

    /// <summary>Whether as many epochs as there is patience for have brought nothing.</summary>
    public static bool IsOver(TrainingOptions options, IReadOnlyList<EpochMetrics> epochs) =>
        epochs.Count > 0 && options.Patience is { } patience && epochs[^1].Epoch - KeptEpoch(options, epochs) >= patience;

    /// <summary>What is wrong with a recipe's patience; null for nothing.</summary>
    public static string? MistakeIn(TrainingOptions options) => options is { Patience: { } patience, Validation: 0 }
        ? $"patience is {patience} and validation 0, but the epoch to keep is chosen on the validation split; set validation, such as 0.1"
        : null;
}
