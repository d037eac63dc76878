using Glassy.Charts;

namespace Glassy.Runs;

/// <summary>What one pass over the training split achieved. The test split has no part in it: it is scored once, at the end.</summary>
/// <param name="Epoch">1-based.</param>
/// <param name="Loss">Mean of what training makes small (cross-entropy, nats, weighted, smoothed and of changed pictures where the recipe
/// says so) over the epoch's training batches, while the weights changed: a running mean.</param>
/// <param name="Accuracy">Share of training pictures right in the same batches, 0..1; null when another program has not told it.</param>
/// <param name="Seconds">Wall-clock time of the epoch, validation included; null when another program has not told it.</param>
/// <param name="ValidationLoss">Mean cross-entropy (nats) on the validation split after the epoch; null without one.</param>
/// <param name="ValidationAccuracy">Share of its pictures right after the epoch, 0..1; null without one.</param>
public sealed record EpochMetrics(
    int Epoch,
    double Loss,
    double? Accuracy,
    double? Seconds,
    double? ValidationLoss = null,
    double? ValidationAccuracy = null)
{
    /// <summary>What a learning curve shows of an epoch of our own training.</summary>
    /// <exception cref="InvalidOperationException">Its accuracy is not known.</exception>
    public CurvePoint ToPoint() => new(
        Epoch, Loss, Accuracy ?? throw new InvalidOperationException($"epoch {Epoch} has no accuracy"), ValidationLoss, ValidationAccuracy);
}
