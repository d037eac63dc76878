using System.Collections.Immutable;
using Glassy.Runs;

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

    /// <summary>Where the file gives each key's value; a key that it does not give has no place.</summary>
    public ImmutableDictionary<string, ConfigPlace> Places { get; init; } = ImmutableDictionary<string, ConfigPlace>.Empty;

    /// <summary>The place for a message about a key's value: of a value from the command line, the key's name alone.</summary>
    public ConfigPlace PlaceOf(string path) => Places.GetValueOrDefault(path, new ConfigPlace(path, 0, 0));
}
