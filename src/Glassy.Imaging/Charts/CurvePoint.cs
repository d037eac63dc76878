namespace Glassy.Charts;

/// <summary>What a learning curve shows of an epoch.</summary>
/// <param name="Epoch">1-based.</param>
/// <param name="Loss">On the training split.</param>
/// <param name="Accuracy">On the training split, 0..1.</param>
/// <param name="TestLoss">On the test split.</param>
/// <param name="TestAccuracy">On the test split, 0..1.</param>
public sealed record CurvePoint(int Epoch, double Loss, double Accuracy, double TestLoss, double TestAccuracy);
