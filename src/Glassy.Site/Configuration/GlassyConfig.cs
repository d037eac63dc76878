using System.Collections.Immutable;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Recipes;
using Glassy.Runs;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>What <c>glassy.yml</c> says. A line here or in a group of keys is a key; code reads that property.</summary>
public sealed record GlassyConfig
{
    /// <summary>The name of a dataset that is known only by predictions.</summary>
    public const string NoDataset = "none";

    [Shorthand(nameof(DatasetOptions.Name))] public DatasetOptions Dataset { get; init; } = new();

    [Whole("How many pictures of each class and split the site shows.", from: 1, or: "all")] public int? Samples { get; init; } = 16;

    public TrainingOptions Run { get; init; } = new();

    /// <summary>The entries of <c>runs:</c>; empty when there is none.</summary>
    public IReadOnlyList<RecipeEntry> Runs { get; init; } = [];

    public SiteConfig Site { get; init; } = new();

    /// <summary>Why failed checks are not to be mended, by their codes: <c>checks.mute</c>.</summary>
    public ImmutableDictionary<string, string> MutedChecks { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Every run that is asked for, in order; without <c>runs:</c> the one of <c>run:</c>.</summary>
    public IReadOnlyList<Recipe> Recipes => RecipeExpansion.Of(this);

    /// <summary>What its author should know of <c>runs:</c>.</summary>
    public IReadOnlyList<Diagnostic> RecipeWarnings => RecipeExpansion.Idle(this);

    /// <summary>The one that the site is about: the first of <c>site.primaryRun</c>, else the first of all.</summary>
    public Recipe PrimaryRecipe =>
        Recipes.FirstOrDefault(recipe => Site.PrimaryRun is null || recipe.Name == Site.PrimaryRun || recipe.Label == Site.PrimaryRun)
        ?? throw new DiagnosticException(Diagnostic.Error(
            $"`site.primaryRun`: there is no recipe '{Site.PrimaryRun}'{Spelling.SuggestAndList(Site.PrimaryRun ?? "", [.. Recipes.Select(recipe => recipe.Name).Distinct()])}",
            PlaceOf("site.primaryRun").File, PlaceOf("site.primaryRun").Line, PlaceOf("site.primaryRun").Column));

    /// <summary>The keys whose values the command line gives.</summary>
    public ImmutableHashSet<string> Fixed { get; init; } = [];

    /// <summary>Where the file gives each key's value; a key that it does not give has no place.</summary>
    public ImmutableDictionary<string, ConfigPlace> Places { get; init; } = ImmutableDictionary<string, ConfigPlace>.Empty;

    /// <summary>The place for a message about a key's value: of a value from the command line, the key's name alone.</summary>
    public ConfigPlace PlaceOf(string path) => Places.GetValueOrDefault(path, new ConfigPlace(path, 0, 0));
}
