using Glassy.Runs;

namespace Glassy.Components.Binding;

/// <summary>What a run leaves besides its numbers. Paths are from the site's root, without leading <c>/</c>.</summary>
/// <param name="Log">The text of <c>run.log</c>.</param>
/// <param name="ConfusionMatrix">The chart of the test split; null when it is not made.</param>
/// <param name="CustomConfusionMatrix">The chart of the author's drawings; null when there are none.</param>
/// <param name="LearningCurve">The chart of the epochs; null when it is not made.</param>
public sealed record RunAssets(string Log, string? ConfusionMatrix, string? CustomConfusionMatrix, string? LearningCurve)
{
    /// <summary>The sheet of the first layer's weights; null when they make none.</summary>
    public string? FirstLayerWeights { get; init; }

    /// <summary>What can be said of that layer.</summary>
    public FirstLayerFigures? FirstLayer { get; init; }
}
