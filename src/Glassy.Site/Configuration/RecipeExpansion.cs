using Glassy.Diagnostics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Configuration;

/// <summary>Makes of a configuration's <c>runs:</c> the single runs: the product of each entry's values, without what it excludes.</summary>
internal static class RecipeExpansion
{
    /// <summary>The name of the one recipe of a project without <c>runs:</c>.</summary>
    private const string Only = "run";

    private const string Preprocess = "run.preprocess";
    private const string Normalize = "run.normalize";

    /// <summary>In the order of the file; the first option of an entry changes slowest.</summary>
    /// <exception cref="DiagnosticException">Options of a recipe cannot be together.</exception>
    public static IReadOnlyList<Recipe> Of(GlassyConfig config) => config.Runs.Count == 0
        ? [Checked(new Recipe(Only, RecipeSet.Quick, WithLastStep(config, config.Run), []), config.PlaceOf("run.patience"))]
        : [.. config.Runs.SelectMany(entry => Of(entry, config)).DistinctBy(recipe => (recipe.Name, recipe.Foreign, recipe.Onnx, recipe.Options is { } options ? TextOf(options) : ""))];

    private static IEnumerable<Recipe> Of(RecipeEntry entry, GlassyConfig config) => entry switch
    {
        { Foreign: [_, ..] foreign } => foreign.Select(one => new Recipe(entry.Name, entry.Set, Options: null, SeedOf(one.Seed, foreign.Count)) { Foreign = one }),
        { Onnx: [_, ..] models } => models.Select(one => new Recipe(entry.Name, entry.Set, Options: null, SeedOf(one.Seed, models.Count)) { Onnx = one }),
        _ => Trained(entry, config),
    };

    /// <summary>Files of a recipe are told apart by their seed; one alone needs none.</summary>
    private static IReadOnlyList<VariedOption> SeedOf(long seed, int files) => files == 1 ? [] : [new VariedOption("seed", FormattableString.Invariant($"{seed}"))];

    private static IEnumerable<Recipe> Trained(RecipeEntry entry, GlassyConfig config)
    {
        // What the command line says is said of every recipe.
        var options = entry.Options.Where(option => !config.Fixed.Contains(option.Key.Path)).ToList();
        if (options.Any(option => option.Key.Path == Normalize) && options.Any(EndsWithLastStep))
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"{entry.Name}: normalize and the last step of preprocess both say how levels become inputs, expected one of them; leave the other out",
                entry.Place.File, entry.Place.Line, entry.Place.Column));
        }

        IEnumerable<IReadOnlyList<(RecipeOption Option, IReadOnlyList<string> Value)>> combinations = [[]];
        foreach (var option in options)
        {
            combinations = combinations.SelectMany(chosen => option.Values.Select(value => (IReadOnlyList<(RecipeOption, IReadOnlyList<string>)>)[.. chosen, (option, value)]));
        }

        foreach (var chosen in combinations.Where(chosen => !entry.Excluded.Any(excluded => IsExcluded(excluded, chosen))))
        {
            var changed = chosen.Aggregate(config, (changed, choice) => choice.Option.Key.Apply(changed, choice.Value)!); // read and checked before
            var varied = chosen.Where(choice => choice.Option.Values.Count > 1).Select(choice => new VariedOption(choice.Option.Name, choice.Option.Write(choice.Value)));
            yield return Checked(new Recipe(entry.Name, entry.Set, WithLastStep(config, changed.Run), [.. varied]), entry.Place);
        }
    }

    private static Recipe Checked(Recipe recipe, ConfigPlace place) => recipe.Options is { } options && EarlyStopping.MistakeIn(options) is { } mistake
        ? throw new DiagnosticException(Diagnostic.Error($"{recipe.Label}: {mistake}", place.File, place.Line, place.Column))
        : recipe;

    /// <summary>Whether a value is a chain that says how levels become inputs.</summary>
    private static bool EndsWithLastStep(RecipeOption option) =>
        option.Key.Path == Preprocess && option.Values.Any(value => PreprocessingNames.Part(string.Concat(value)).Levels is not null);

    /// <summary>The options with a chain's last step, if it makes inputs, as their normalisation; the command line's own goes before it.</summary>
    private static TrainingOptions WithLastStep(GlassyConfig config, TrainingOptions options)
    {
        var (chain, levels) = PreprocessingNames.Part(options.Preprocess);
        return options with { Preprocess = chain, Normalize = config.Fixed.Contains(Normalize) ? options.Normalize : levels ?? options.Normalize };
    }

    private static bool IsExcluded(IReadOnlyList<RecipeOption> excluded, IReadOnlyList<(RecipeOption Option, IReadOnlyList<string> Value)> chosen) =>
        excluded.All(option => chosen.Any(choice => choice.Option.Key == option.Key && option.Values.Any(value => value.SequenceEqual(choice.Value))));

    /// <summary>Options with lists are equal when what they list is.</summary>
    private static string TextOf(TrainingOptions options) =>
        string.Join('\n', ConfigSchema.Keys.Where(key => key.Path.StartsWith("run.", StringComparison.Ordinal)).Select(key => key.ValueIn(options)));
}
