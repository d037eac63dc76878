using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Components.Binding;

/// <summary>What components can show, the same for every page.</summary>
public sealed record ComponentSite
{
    public required ProjectFolder Project { get; init; }

    /// <summary>What components say, in the site's language.</summary>
    public Words Words { get; init; } = WordsReader.English;

    /// <summary>The source repository's address, for links to code; null when not configured.</summary>
    public string? Repository { get; init; }

    /// <summary>Null on a site without a run; components that show one then report it.</summary>
    public Run? Run { get; init; }

    /// <summary>The run with the figures of its predictions; null on a site without a run.</summary>
    public RunResults? Results { get; init; }

    /// <summary>The runs that the project asks for; null on a site without a run.</summary>
    public RunSet? Runs { get; init; }

    /// <summary>Checks of the run, in order; null on a site without a run, and where another than its own is shown.</summary>
    public IReadOnlyList<CheckResult>? Checks { get; init; }

    /// <summary>How often the test split was looked at; null likewise.</summary>
    public LookCount? Looks { get; init; }

    /// <summary>Where the run's files and pages are; null on a site without a run.</summary>
    public RunAddresses? Addresses { get; init; }

    public PictureCatalog? Pictures { get; init; }

    /// <summary>Whether there are pictures, and not predictions alone.</summary>
    public bool HasPictures => Run is { Dataset.Shape.Length: > 0 };

    /// <summary>One a test picture, in test order.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>What readers who draw get; null on a site without a run.</summary>
    public DrawingAssets? Drawing { get; init; }

    /// <summary>What preprocessing makes of a test picture of each class; null when no page shows it.</summary>
    public PreprocessedSamples? Preprocessed { get; init; }

    /// <summary>All test pictures in strips; null when no page shows them.</summary>
    public GalleryAssets? Gallery { get; init; }

    public RunAssets? Assets { get; init; }

    /// <summary>The program's verbs, for the page that documents them.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; init; } = [];
}
