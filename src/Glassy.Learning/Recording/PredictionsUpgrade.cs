using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>
/// Evaluates a run again from its weights, when it was recorded before predictions held log-probabilities: its figures stay
/// what they are, and those that need log-probabilities can be had.
/// </summary>
public static class PredictionsUpgrade
{
    /// <param name="store">Where the run is recorded.</param>
    /// <param name="run">One with outdated predictions.</param>
    /// <param name="dataset">What it was trained on.</param>
    /// <param name="cancellationToken">Leaves the run as it was.</param>
    /// <exception cref="InvalidDataException">The weights are damaged, or do not give what the run recorded.</exception>
    public static async Task UpgradeAsync(RunStore store, Run run, ImageDataset dataset, CancellationToken cancellationToken)
    {
        var model = new TrainedModel(run.OwnOptions, run.Dataset.Shape, run.Dataset.Classes.Count, store.LoadWeights(run));
        var predictions = Evaluator.Evaluate(model, dataset.Test, cancellationToken).Predictions;
        if (!RunChecks.Agree(run, predictions))
        {
            throw new InvalidDataException(
                $"{RunStore.RelativeFolder(run.Id)}: its weights do not give the confusion matrix of {RunFiles.Json}; delete the folder and build again");
        }

        await store.ReplacePredictionsAsync(run, predictions, cancellationToken);
    }
}
