namespace Glassy.Charts;

/// <summary>What a learning curve shows of an epoch.</summary>
/// <param name="Epoch">1-based.</param>
/// <param name="Loss">On the training split.</param>
/// <param name="Accuracy">On the training split, 0..1.</param>
/// <param name="ValidationLoss">On the validation split; null without one.</param>
/// <param name="ValidationAccuracy">On the validation split, 0..1; null without one.</param>
public sealed record CurvePoint(int Epoch, double Loss, double Accuracy, double? ValidationLoss, double? ValidationAccuracy);
