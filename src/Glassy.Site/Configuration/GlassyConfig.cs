using System.Collections.Immutable;
using Glassy.Runs;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>What <c>glassy.yml</c> says. A line here or in a group of keys is a key; code reads that property.</summary>
public sealed record GlassyConfig
{
    [Text("The pictures to learn from.", Expected = "auto, mnist, digits or a folder")] public string Dataset { get; init; } = "auto";
    [Whole("How many pictures of each class and split the site shows.", from: 1, or: "all")] public int? Samples { get; init; } = 16;

    public TrainingOptions Run { get; init; } = new();

    public SiteConfig Site { get; init; } = new();

    /// <summary>Where the file gives each key's value; a key that it does not give has no place.</summary>
    public ImmutableDictionary<string, ConfigPlace> Places { get; init; } = ImmutableDictionary<string, ConfigPlace>.Empty;

    /// <summary>The place for a message about a key's value: of a value from the command line, the key's name alone.</summary>
    public ConfigPlace PlaceOf(string path) => Places.GetValueOrDefault(path, new ConfigPlace(path, 0, 0));
}
