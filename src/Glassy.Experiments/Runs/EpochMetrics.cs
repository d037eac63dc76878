using Glassy.Charts;

namespace Glassy.Runs;

/// <summary>What one pass over the training split achieved.</summary>
/// <param name="Epoch">1-based.</param>
/// <param name="Loss">Mean cross-entropy (nats) over the epoch's training batches.</param>
/// <param name="Accuracy">Share of training pictures right while training, 0..1.</param>
/// <param name="TestLoss">Mean cross-entropy (nats) on the test split after the epoch.</param>
/// <param name="TestAccuracy">Share of test pictures right after the epoch, 0..1.</param>
/// <param name="Seconds">Wall-clock time of the epoch, evaluation included.</param>
public sealed record EpochMetrics(
    int Epoch,
    double Loss,
    double Accuracy,
    double TestLoss,
    double TestAccuracy,
    double Seconds)
{
    /// <summary>What a learning curve shows of it.</summary>
    public CurvePoint ToPoint() => new(Epoch, Loss, Accuracy, TestLoss, TestAccuracy);
}
