using Glassy.Training;

namespace Glassy.Configuration;

/// <summary>What <c>glassy.yml</c> says; see <see cref="ConfigSchema"/> for its keys.</summary>
public sealed record GlassyConfig
{
    /// <summary><c>auto</c>, <c>mnist</c>, <c>digits</c> or a folder.</summary>
    public string Dataset { get; init; } = "auto";

    public TrainingOptions Run { get; init; } = new();

    public SiteConfig Site { get; init; } = new();

    /// <summary>Samples of each class and split that the site has pictures of; null for all.</summary>
    public int? Samples { get; init; } = 16;
}
