namespace Glassy.Comparison;

/// <summary>A figure that is worked out for one sample of a run's pictures after the other.</summary>
/// <param name="Name">As <c>results.json</c> has it, such as <c>macro.f1</c>.</param>
/// <param name="Of">Reads the sample that is drawn.</param>
/// <param name="NeedsProbabilities">Whether predictions that are answers alone do not have it.</param>
/// <param name="GrowsWithNoise">Whether it is never below 0 and on average too large, the more so the fewer pictures there are.</param>
public sealed record SampledFigure(
    string Name,
    Func<PredictionSample, double> Of,
    bool NeedsProbabilities = false,
    bool GrowsWithNoise = false);
