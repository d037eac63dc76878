using Glassy.Diagnostics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Configuration;

/// <summary>
/// Makes of a configuration's <c>runs:</c> the single runs: the product of each entry's values, without what it excludes.
/// </summary>
internal static class RecipeExpansion
{
    /// <summary>The name of the one recipe of a project without <c>runs:</c>.</summary>
    private const string Only = "run";

    private const string Preprocess = "run.preprocess";
    private const string Normalize = "run.normalize";
    private const string Channels = "run.channels";

    /// <summary>In the order of the file; the first option of an entry changes slowest.</summary>
    /// <exception cref="DiagnosticException">Options of a recipe cannot be together.</exception>
    public static IReadOnlyList<Recipe> Of(GlassyConfig config) => config.Runs.Count == 0
        ? [Checked(
            new Recipe(Only, RecipeSet.Quick, WithLastStep(Only, config.Run, config, [], config.PlaceOf(Normalize)), []),
            config.PlaceOf("run.patience"))]
        : [.. OfEntries(config).DistinctBy(
            recipe => (recipe.Name, recipe.Foreign, recipe.Onnx, recipe.Options is { } options ? TextOf(options) : ""))];

    private static List<Recipe> OfEntries(GlassyConfig config)
    {
        var (recipes, names) = (new List<Recipe>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entry in config.Runs)
        {
            foreach (var recipe in Of(entry, config))
            {
                if (names.GetValueOrDefault(recipe.Label, entry.Name) is var other && other != entry.Name)
                {
                    throw Mistake(
                        entry,
                        $"the recipe '{entry.Name}' has a run that is called '{recipe.Label}', as one of the recipe '{other}' is: give one of them another name");
                }

                names[recipe.Label] = entry.Name;
                recipes.Add(recipe);
            }
        }

        return recipes;
    }

    /// <summary>
    /// Exclusions that match none of their recipe's runs; not looked for where the command line gives a value, which they may be about.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Idle(GlassyConfig config) =>
    [
        .. from entry in config.Runs
           from excluded in entry.Excluded
           where !excluded.Options.Any(option => config.Fixed.Contains(option.Key.Path))
               && !excluded.Options.All(option => Has(entry, option))
           select Diagnostic.Warning(
               $"`exclude` matches none of the runs of '{entry.Name}', so that it leaves out nothing: expected values that the recipe lists",
               excluded.Place.File, excluded.Place.Line, excluded.Place.Column),
    ];

    /// <summary>Whether a recipe has one of the values that an exclusion names.</summary>
    private static bool Has(RecipeEntry entry, RecipeOption excluded) => entry.Options.Any(option =>
        option.Key == excluded.Key && option.Values.Any(value => excluded.Values.Any(other => other.SequenceEqual(value))));

    private static IEnumerable<Recipe> Of(RecipeEntry entry, GlassyConfig config) => entry switch
    {
        { Foreign: [_, ..] foreign } =>
            foreign.Select(one => new Recipe(entry.Name, entry.Set, Options: null, SeedOf(one.Seed, foreign.Count)) { Foreign = one }),
        { Onnx: [_, ..] models } =>
            models.Select(one => new Recipe(entry.Name, entry.Set, Options: null, SeedOf(one.Seed, models.Count)) { Onnx = one }),
        _ => Trained(entry, config),
    };

    /// <summary>Files of a recipe are told apart by their seed; one alone needs none.</summary>
    private static IReadOnlyList<VariedOption> SeedOf(long seed, int files) =>
        files == 1 ? [] : [new VariedOption("seed", FormattableString.Invariant($"{seed}"))];

    private static IEnumerable<Recipe> Trained(RecipeEntry entry, GlassyConfig config)
    {
        // What the command line says is said of every recipe.
        var options = entry.Options.Where(option => !config.Fixed.Contains(option.Key.Path)).ToList();
        IEnumerable<IReadOnlyList<(RecipeOption Option, IReadOnlyList<string> Value)>> combinations = [[]];
        foreach (var option in options)
        {
            combinations = combinations.SelectMany(chosen =>
                option.Values.Select(value => (IReadOnlyList<(RecipeOption, IReadOnlyList<string>)>)[.. chosen, (option, value)]));
        }

        var wanted = combinations.Where(chosen => !entry.Excluded.Any(excluded => IsExcluded(excluded, chosen))).ToList();
        if (wanted.Count == 0)
        {
            throw new DiagnosticException(Diagnostic.Error(FormattableString.Invariant(
                $"the recipe '{entry.Name}' excludes all of its runs ({combinations.Count():N0}), expected one or more that stay; take out a combination of `exclude`, or the recipe"),
                entry.Place.File, entry.Place.Line, entry.Place.Column));
        }

        foreach (var chosen in wanted)
        {
            // read and checked before
            var changed = chosen.Aggregate(config, (changed, choice) => choice.Option.Key.Apply(changed, choice.Value)!);
            var varied = chosen
                .Where(choice => choice.Option.Values.Count > 1)
                .Select(choice => new VariedOption(choice.Option.Name, choice.Option.Write(choice.Value)));
            if (changed.Run.Model != ArchitectureNames.Cnn && chosen.Any(choice => choice.Option.Key.Path == Channels))
            {
                throw Mistake(
                    entry,
                    $"{entry.Name}: channels is for model cnn and changes nothing with {changed.Run.Model}: leave it out, or exclude {{ model: {changed.Run.Model} }}");
            }

            yield return Checked(
                new Recipe(entry.Name, entry.Set, WithLastStep(entry.Name, changed.Run, config, options, entry.Place), [.. varied]),
                entry.Place);
        }
    }

    private static DiagnosticException Mistake(RecipeEntry entry, string message) =>
        new(Diagnostic.Error(message, entry.Place.File, entry.Place.Line, entry.Place.Column));

    private static Recipe Checked(Recipe recipe, ConfigPlace place) =>
        recipe.Options is { } options && EarlyStopping.MistakeIn(options) is { } mistake
        ? throw new DiagnosticException(Diagnostic.Error($"{recipe.Label}: {mistake}", place.File, place.Line, place.Column))
        : recipe;

    /// <summary>
    /// The options with a chain's last step, if it makes inputs, as their normalisation. Where both are said, what is said nearer counts:
    /// the command line's, then the recipe's, then that of <c>run:</c>.
    /// </summary>
    /// <exception cref="DiagnosticException">Both are said in one place.</exception>
    private static TrainingOptions WithLastStep(
        string name, TrainingOptions options, GlassyConfig config, IReadOnlyList<RecipeOption> own, ConfigPlace place)
    {
        var (chain, levels) = PreprocessingNames.Part(options.Preprocess);
        if (levels is null)
        {
            return options with { Preprocess = chain };
        }

        var (ofNormalize, ofChain) = (NearnessOf(Normalize, config, own), NearnessOf(Preprocess, config, own));
        return ofNormalize == ofChain && ofNormalize != Nearness.Default
            ? throw new DiagnosticException(Diagnostic.Error(
                $"{name}: normalize and the last step of preprocess both say how levels become inputs, expected one of them; leave the other out",
                place.File, place.Line, place.Column))
            : options with { Preprocess = chain, Normalize = ofNormalize > ofChain ? options.Normalize : levels.Value };
    }

    private static Nearness NearnessOf(string key, GlassyConfig config, IReadOnlyList<RecipeOption> own) =>
        config.Fixed.Contains(key) ? Nearness.CommandLine
        : own.Any(option => option.Key.Path == key) ? Nearness.Recipe
        : config.Places.ContainsKey(key) ? Nearness.Run
        : Nearness.Default;

    private static bool IsExcluded(Exclusion excluded, IReadOnlyList<(RecipeOption Option, IReadOnlyList<string> Value)> chosen) =>
        excluded.Options.All(option =>
            chosen.Any(choice => choice.Option.Key == option.Key && option.Values.Any(value => value.SequenceEqual(choice.Value))));

    /// <summary>Options with lists are equal when what they list is.</summary>
    private static string TextOf(TrainingOptions options) =>
        string.Join(
            '\n',
            ConfigSchema.Keys.Where(key => key.Path.StartsWith("run.", StringComparison.Ordinal)).Select(key => key.ValueIn(options)));

    /// <summary>Where a key's value is said, the farthest first.</summary>
    private enum Nearness
    {
        Default,
        Run,
        Recipe,
        CommandLine,
    }
}
