using Glassy.Settings;

namespace Glassy.Datasets.Options;

/// <summary>How a test split is made of pictures that come without one.</summary>
public sealed record SplitOptions
{
    [Share(
        "How much of each class is held out for test, where the pictures come without a test split.")]
    public double Test { get; init; } =
            0.2;
    [Whole("Which pictures those are: another number holds out others.", from: 0)] public long Seed { get; init; } = 1;
}
