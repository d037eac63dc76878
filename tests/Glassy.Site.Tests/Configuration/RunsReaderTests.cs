using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Configuration;

public sealed class RunsReaderTests
{
    [Fact]
    public void Without_recipes_there_is_one_run_of_the_options_in_run()
    {
        var recipe = Assert.Single(ConfigReader.Read("run: {epochs: 7}", "glassy.yml").Recipes);
        Assert.Equal(("run", "run", 7, RecipeSet.Quick), (recipe.Name, recipe.Label, recipe.TrainingOptions.Epochs, recipe.Set));
    }

    [Fact]
    public void Lists_and_ranges_make_every_combination_but_those_that_are_excluded()
    {
        var recipes = ConfigReader.Read("""
            run: { epochs: 2 }
            runs:
              - { name: plain }
              - name: sweep
                set: full
                epochs: [3, 5]
                seed: 1..3
                hidden: [[8], [16, 4]]
                learningRate: 0.01
                exclude: [{ epochs: 5, seed: [2, 3] }, { hidden: [8], seed: 3 }]
              - { name: wide, hidden: [300, 100] }
            """, "glassy.yml").Recipes;

        Assert.Equal(
            [
                "plain",
                "sweep, epochs 3, seed 1, hidden [8]", "sweep, epochs 3, seed 1, hidden [16, 4]",
                "sweep, epochs 3, seed 2, hidden [8]", "sweep, epochs 3, seed 2, hidden [16, 4]",
                "sweep, epochs 3, seed 3, hidden [16, 4]",
                "sweep, epochs 5, seed 1, hidden [8]", "sweep, epochs 5, seed 1, hidden [16, 4]",
                "wide",
            ],
            recipes.Select(recipe => recipe.Label));
        Assert.Equal("sweep, epochs 3, hidden [16, 4]", recipes[4].Group);
        var options = recipes[4].TrainingOptions;
        Assert.Equal((3, 2L, 0.01), (options.Epochs, options.Seed, options.LearningRate));
        Assert.Equal([16, 4], options.Hidden);
        Assert.Equal((2, RecipeSet.Quick), (recipes[0].TrainingOptions.Epochs, recipes[0].Set));
        Assert.Equal(RecipeSet.Full, recipes[4].Set);
        Assert.Equal([300, 100], recipes[^1].TrainingOptions.Hidden);
    }

    [Fact]
    public void A_chain_can_end_with_the_step_that_makes_inputs_of_levels()
    {
        var recipes = ConfigReader.Read("""
            run: { normalize: none }
            runs: [{ name: levels, preprocess: [none, scale, deskew + scale, binarize + deskew + unit-columns] }]
            """, "glassy.yml").Recipes;
        Assert.Equal(
            [
                ("none", Normalization.None), ("none", Normalization.Scale), ("deskew", Normalization.Scale),
                ("binarize + deskew", Normalization.UnitColumns)
            ],
            recipes.Select(recipe => (recipe.TrainingOptions.Preprocess, recipe.TrainingOptions.Normalize)));
        Assert.Equal("levels, preprocess deskew + scale", recipes[2].Label);
        var only = ConfigReader.Read("run: { preprocess: deskew + scale }", "glassy.yml").PrimaryRecipe.TrainingOptions;
        Assert.Equal(("deskew", Normalization.Scale), (only.Preprocess, only.Normalize));
    }

    [Fact]
    public void The_command_lines_normalisation_goes_before_a_chains_last_step()
    {
        var config = ConfigReader.Read("runs: [{ name: a, preprocess: deskew + scale }]", "glassy.yml");
        var recipe = (config with
        {
            Run = config.Run with { Normalize = Normalization.None },
            Fixed = ImmutableHashSet.Create("run.normalize")
        }).PrimaryRecipe;
        Assert.Equal(("deskew", Normalization.None), (recipe.TrainingOptions.Preprocess, recipe.TrainingOptions.Normalize));
    }

    [Fact]
    public void A_recipe_says_once_how_levels_become_inputs()
    {
        var config = ConfigReader.Read("runs: [{ name: a, preprocess: [none, deskew + scale], normalize: none }]", "glassy.yml");
        Assert.Equal(
            "glassy.yml:1:8: a: normalize and the last step of preprocess both say how levels become inputs, expected one of them; leave the other out",
            Assert.Throws<DiagnosticException>(() => config.Recipes).Diagnostics.Single().ToString());
    }

    [Theory]
    [InlineData("run: { preprocess: deskew + scale, normalize: none }", "1:47: run: ")]
    [InlineData("run: { normalize: none, preprocess: scale }\nruns: [{ name: a, epochs: 2 }]", "2:8: a: ")]
    public void So_does_run_itself(string yaml, string place) => Assert.Equal(
        $"glassy.yml:{place}normalize and the last step of preprocess both say how levels become inputs, expected one of them; leave the other out",
        Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml").Recipes).Diagnostics.Single().ToString());

    [Theory]
    [InlineData("run: { preprocess: deskew + scale }\nruns: [{ name: a, normalize: none }]", Normalization.None)]
    [InlineData("run: { normalize: none }\nruns: [{ name: a, preprocess: deskew + scale }]", Normalization.Scale)]
    public void What_a_recipe_says_of_levels_goes_before_what_run_says(string yaml, Normalization normalize) => Assert.Equal(
        ("deskew", normalize), (
            ConfigReader.Read(yaml, "glassy.yml").PrimaryRecipe.TrainingOptions.Preprocess,
            ConfigReader.Read(yaml, "glassy.yml").PrimaryRecipe.TrainingOptions.Normalize));

    [Theory]
    [InlineData("epochs: [3, 5], exclude: [{epochs: 4}]", "1:48")]
    [InlineData("epochs: [3, 5], exclude: [{epochs: 5}, {batchSize: 32}]", "1:61")]
    [InlineData("epochs: [3, 5], seed: 1..2, exclude: [{epochs: 5, seed: 3}]", "1:60")]
    public void An_exclusion_that_matches_nothing_is_said(string entry, string place)
    {
        var config = ConfigReader.Read($"runs: [{{name: sweep, {entry}}}]", "glassy.yml");

        Assert.Equal(
            $"glassy.yml:{place}: `exclude` matches none of the runs of 'sweep', so that it leaves out nothing: expected values that the recipe lists",
            Assert.Single(config.RecipeWarnings).ToString());
        // it may be about what the file says
        Assert.Empty((config with { Fixed = ImmutableHashSet.Create("run.epochs", "run.batchSize") }).RecipeWarnings);
    }

    [Fact]
    public void A_recipe_that_excludes_all_its_runs_is_a_mistake_with_its_place()
    {
        var config = ConfigReader.Read("runs: [{name: sweep, epochs: [3, 5], exclude: [{epochs: [3, 5]}]}]", "glassy.yml");

        Assert.Empty(config.RecipeWarnings);
        Assert.Equal(
            "glassy.yml:1:8: the recipe 'sweep' excludes all of its runs (2), expected one or more that stay; take out a combination of `exclude`, or the recipe",
            Assert.Throws<DiagnosticException>(() => config.PrimaryRecipe).Diagnostics.Single().ToString());
    }

    [Theory]
    [InlineData("../net.onnx", "it is outside of the project")]
    [InlineData("a/../../net.onnx", "it is outside of the project")]
    [InlineData("models/.net.onnx", "it is hidden (a name on its way begins with a dot), and hidden files may hold secrets")]
    public void A_model_that_may_not_be_read_is_said_with_its_place_before_anything_is_trained(string path, string reason) => Assert.Equal(
        $"glassy.yml:2:48: `weights` is '{path}', but {reason}; copy the model into the project, and name it from there",
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read(
                $"runs:\n  - {{name: net, model: onnx, weights: [a.onnx, {path}]}}", "glassy.yml")).Diagnostics).ToString());

    [Fact]
    public void What_the_command_line_says_is_said_of_every_recipe()
    {
        var config = ConfigReader.Read("run: {epochs: 2}\nruns: [{name: a, epochs: [3, 5], seed: 1..2}]", "glassy.yml");
        var recipes = (config with { Run = config.Run with { Epochs = 1 }, Fixed = ImmutableHashSet.Create("run.epochs") }).Recipes;
        Assert.Equal([(1, 1L), (1, 2L)], recipes.Select(recipe => (recipe.TrainingOptions.Epochs, recipe.TrainingOptions.Seed)));
    }

    [Theory]
    [InlineData("", "plain")]
    [InlineData("site: { primaryRun: sweep }", "sweep, seed 4")]
    [InlineData("site: { primaryRun: 'sweep, seed 5' }", "sweep, seed 5")]
    public void The_site_is_about_the_first_run_or_the_first_of_the_recipe_that_is_named(string site, string label) =>
        Assert.Equal(
            label, ConfigReader.Read($"runs: [{{name: plain}}, {{name: sweep, seed: 4..5}}]\n{site}", "glassy.yml").PrimaryRecipe.Label);

    [Fact]
    public void A_primary_run_of_no_recipe_is_a_mistake_with_its_place()
    {
        var config = ConfigReader.Read("runs: [{name: plain}]\nsite: { primaryRun: plan }", "glassy.yml");
        var mistake = Assert.Throws<DiagnosticException>(() => config.PrimaryRecipe).Diagnostics.Single().ToString();
        Assert.Equal("glassy.yml:2:21: `site.primaryRun`: there is no recipe 'plan'; did you mean `plain`? known: plain", mistake);
    }

    [Theory]
    [InlineData("runs: 5", "1:7: 'runs' is a list of recipes, such as - { name: sweep, epochs: [3, 5], seed: 1..5 }")]
    [InlineData("runs: [a]", "1:8: a recipe was expected, such as { name: sweep, epochs: [3, 5], seed: 1..5 }")]
    [InlineData("runs: [{epochs: 3}]", "1:8: the recipe has no `name`")]
    [InlineData("runs: [{name: a}, {name: a}]", "1:19: there is a recipe with the name 'a' already")]
    [InlineData("runs: [{name: a, set: slow}]", "1:23: 'set' is 'slow', expected quick or full")]
    [InlineData(
        "runs: [{name: a, seed: 3..1}]", "1:24: 'seed' is '3..1', expected a whole number from 0, a list of them or a range such as 1..5")]
    [InlineData(
        "runs: [{name: a, seed: 1..100000}]",
        "1:24: 'seed' is '1..100000', expected a whole number from 0, a list of them or a range such as 1..5 of 10,000 numbers at most")]
    [InlineData(
        "runs: [{name: a, epochs: [3, 0]}]",
        "1:30: 'epochs' is '0', expected a whole number from 1, a list of them or a range such as 1..5")]
    [InlineData("runs: [{name: a, normalize: []}]", "1:29: 'normalize' is an empty list: at least one value was expected")]
    [InlineData(
        "runs: [{name: a, normalize: {}}]",
        "1:29: 'normalize' is a group of keys, expected unit-columns, scale or none, or a list of such values")]
    [InlineData("runs: [{name: a, exclude: {seed: 1}}]", "1:27: 'exclude' is a list of combinations, such as [{ epochs: 5, seed: 2 }]")]
    [InlineData("runs: [{name: a, seed: 0..9000, epochs: [1, 2]}]", "1:8: the recipe 'a' makes more than 10,000 runs")]
    public void A_mistake_is_reported_with_its_place(string yaml, string message) =>
        Assert.Equal(
            "glassy.yml:" + message,
            Assert.Single(Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml")).Diagnostics).ToString());

    [Theory]
    [InlineData(
        "[{name: a, seed: 1..3}, {name: 'a, seed 2'}]",
        "1:31: the recipe 'a, seed 2' has a run that is called 'a, seed 2', as one of the recipe 'a' is: give one of them another name")]
    [InlineData(
        "[{name: a, channels: [[8], [16]]}]",
        "1:8: a: channels is for model cnn and changes nothing with mlp: leave it out, or exclude { model: mlp }")]
    [InlineData(
        "[{name: a, model: [cnn, mlp], channels: [8]}]",
        "1:8: a: channels is for model cnn and changes nothing with mlp: leave it out, or exclude { model: mlp }")]
    public void Recipes_that_cannot_be_meant_are_mistakes_with_their_place(string runs, string message)
    {
        var config = ConfigReader.Read($"runs: {runs}", "glassy.yml");
        Assert.Equal(
            $"glassy.yml:{message}", Assert.Single(Assert.Throws<DiagnosticException>(() => config.Recipes).Diagnostics).ToString());
    }

    [Theory]
    [InlineData("run: { patience: 3 }", "glassy.yml:1:18: run: patience is 3 and validation 0,")]
    [InlineData(
        "run: { validation: 0.1 }\nruns: [{name: a}, {name: b, patience: 2, validation: [0.1, 0]}]",
        "glassy.yml:2:19: b, validation 0: patience is 2 and validation 0,")]
    public void Early_stopping_without_a_validation_split_is_a_mistake_with_its_place(string yaml, string message)
    {
        var config = ConfigReader.Read(yaml, "glassy.yml");
        var mistake = Assert.Single(Assert.Throws<DiagnosticException>(() => config.Recipes).Diagnostics).ToString();
        Assert.StartsWith(message, mistake, StringComparison.Ordinal);
        Assert.EndsWith("set validation, such as 0.1", mistake, StringComparison.Ordinal);
        Assert.All(
            (config with { Run = config.Run with { Validation = 0.2 }, Fixed = ImmutableHashSet.Create("run.validation") }).Recipes,
            recipe => Assert.Equal(0.2, recipe.TrainingOptions.Validation));
    }

    [Fact]
    public void Predictions_of_another_program_are_a_recipe_that_trains_nothing()
    {
        var recipe = Assert.Single(ConfigReader.Read(
            "run: {epochs: 9}\nruns: [{name: net, predictions: p.csv, scores: logits, validation: v.csv, history: h.csv, embeddings: e.npy, parameters: 1200, framework: Keras 3}]",
            "glassy.yml").Recipes);

        Assert.Equal(("net", "net", null), (recipe.Label, recipe.Group, recipe.Options));
        Assert.Equal(
            new ForeignRecipe("p.csv")
            {
                Scores = ScoreKind.Logits,
                Validation = "v.csv",
                History = "h.csv",
                Embeddings = "e.npy",
                Parameters = 1200,
                Framework = "Keras 3"
            }, recipe.Foreign);
    }

    [Theory]
    [InlineData("", "net, seed 1|net, seed 2", "1 2")]
    [InlineData(", seed: [7, 3]", "net, seed 7|net, seed 3", "7 3")]
    public void Each_file_of_predictions_is_a_run_with_a_seed_of_its_own(string seeds, string labels, string numbers)
    {
        var recipes = ConfigReader.Read(
            $"runs: [{{name: net, predictions: [a.csv, b.csv], history: [h.csv, i.csv]{seeds}}}, {{name: own, seed: 1..2}}]",
            "glassy.yml").Recipes;

        Assert.Equal($"{labels}|own, seed 1|own, seed 2", string.Join('|', recipes.Select(recipe => recipe.Label)));
        Assert.Equal(["net", "net", "own", "own"], recipes.Select(recipe => recipe.Group));
        Assert.Equal(numbers, string.Join(' ', recipes.Take(2).Select(recipe => recipe.Foreign!.Seed)));
        Assert.Equal(
            [("a.csv", "h.csv"), ("b.csv", "i.csv")],
            recipes.Take(2).Select(recipe => (recipe.Foreign!.Predictions, recipe.Foreign.History)));
    }

    [Theory]
    [InlineData(
        "epochs: 3",
        "1:38: a recipe with `predictions` trains nothing and has no option 'epochs'; known: name, predictions, scores, validation, history, embeddings, parameters, framework, seed")]
    [InlineData(
        "histroy: h.csv",
        "1:38: a recipe with `predictions` trains nothing and has no option 'histroy'; did you mean `history`? known: name, predictions, scores, validation, history, embeddings, parameters, framework, seed")]
    [InlineData("scores: shares", "1:46: 'scores' is 'shares', expected probabilities or logits")]
    [InlineData("scores: [logits]", "1:46: 'scores' is a group of keys or a list, expected probabilities or logits")]
    [InlineData("parameters: 1e6", "1:50: 'parameters' is '1e6', expected a whole number of 0 or more")]
    [InlineData("history: ''", "1:47: 'history' is '', expected a text, or a list with one for each file")]
    [InlineData("history: []", "1:47: 'history' is an empty list: at least one value was expected")]
    [InlineData("history: [a.csv, b.csv]", "1:47: 'history' has 2 values, expected one for each of the 1 value of `predictions`")]
    public void A_mistake_in_a_recipe_with_predictions_is_reported_with_its_place(string option, string message) => Assert.Equal(
        "glassy.yml:" + message,
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read($"runs: [{{name: a, predictions: p.csv, {option}}}]", "glassy.yml")).Diagnostics).ToString());

    [Fact]
    public void Seeds_of_files_are_told_apart() => Assert.Equal(
        "glassy.yml:1:53: 'seed' has a number twice, expected another for each file",
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read("runs: [{name: a, predictions: [p.csv, q.csv], seed: [1, 1]}]", "glassy.yml")).Diagnostics).ToString());

    [Fact]
    public void A_model_in_ONNXs_form_is_a_recipe_that_trains_nothing()
    {
        var recipe = Assert.Single(ConfigReader.Read(
            "runs: [{name: net, model: onnx, weights: n.onnx, scores: logits, framework: JAX, set: full, input: {size: 64x48, channels: 3, mean: [0.1, 0.2, 0.3], std: 2, layout: nhwc, range: 0-255}}]",
            "glassy.yml").Recipes);

        Assert.Equal(("net", RecipeSet.Full, null), (recipe.Label, recipe.Set, recipe.Options));
        var onnx = recipe.Onnx!;
        Assert.Equal(("n.onnx", ScoreKind.Logits, "JAX", 1L), (onnx.Weights, onnx.Scores, onnx.Framework, onnx.Seed));
        Assert.Equal("size 64×48 channels 3 mean 0.1,0.2,0.3 std 2 layout Nhwc range Bytes", onnx.Input.Text);
        Assert.Equal(
            "size  channels  mean 0 std 1 layout  range Unit",
            ConfigReader.Read("runs: [{name: a, model: onnx, weights: n.onnx}]", "glassy.yml").Recipes[0].Onnx!.Input.Text);
    }

    [Fact]
    public void Each_model_of_a_recipe_is_a_run_with_a_seed_of_its_own()
    {
        var recipes = ConfigReader.Read("runs: [{name: net, model: onnx, weights: [a.onnx, b.onnx]}]", "glassy.yml").Recipes;

        Assert.Equal(["net, seed 1", "net, seed 2"], recipes.Select(recipe => recipe.Label));
        Assert.Equal([("a.onnx", 1L), ("b.onnx", 2L)], recipes.Select(recipe => (recipe.Onnx!.Weights, recipe.Onnx.Seed)));
    }

    [Theory]
    [InlineData(
        "epochs: 3",
        "1:48: a recipe with `model: onnx` trains nothing and has no option 'epochs'; known: name, input, model, weights, scores, framework, set, seed")]
    [InlineData("input: 28", "1:55: 'input' is a group of keys, such as { size: 28, channels: 1, range: 0-1 }")]
    [InlineData(
        "input: {sise: 28}", "1:56: `input` has no option 'sise'; did you mean `size`? known: size, channels, mean, std, layout, range")]
    [InlineData("input: {size: 0}", "1:62: 'size' is '0', expected a whole number from 1 to 4096, or two with an x, such as 64x48")]
    [InlineData("input: {channels: 2}", "1:66: 'channels' is '2', expected 1 or 3")]
    [InlineData(
        "input: {mean: [1, 2]}", "1:62: 'mean' is a group of keys or a list, expected a number, or a list with one for each channel")]
    [InlineData("input: {std: 0}", "1:61: 'std' is '0', expected a number above 0, or a list with one for each channel")]
    [InlineData("input: {layout: hwc}", "1:64: 'layout' is 'hwc', expected nchw or nhwc")]
    [InlineData(
        "input: {channels: 1, mean: [1, 2, 3]}",
        "1:75: 'mean' has 3 numbers, expected 1 for `channels: 1`; where the model reads colour, say `channels: 3`")]
    [InlineData(
        "input: {std: [1, 2, 3], channels: 1}",
        "1:61: 'std' has 3 numbers, expected 1 for `channels: 1`; where the model reads colour, say `channels: 3`")]
    [InlineData("input: {range: 0-2}", "1:63: 'range' is '0-2', expected 0-1 or 0-255")]
    public void A_mistake_in_a_recipe_with_a_model_is_reported_with_its_place(string option, string message) => Assert.Equal(
        "glassy.yml:" + message,
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read($"runs: [{{name: a, model: onnx, weights: n.onnx, {option}}}]", "glassy.yml")).Diagnostics).ToString());

    [Fact]
    public void A_model_without_its_file_is_a_mistake() => Assert.Equal(
        "glassy.yml:1:8: a recipe with `model: onnx` has no `weights`, expected the model's file, such as net.onnx",
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read("runs: [{name: a, model: onnx}]", "glassy.yml")).Diagnostics).ToString());

    [Fact]
    public void An_unknown_option_is_named_with_the_nearest_known_one()
    {
        var mistake = Assert.Single(
            Assert.Throws<DiagnosticException>(() => ConfigReader.Read("runs: [{name: a, epoch: 3}]", "glassy.yml")).Diagnostics);
        Assert.StartsWith(
            "glassy.yml:1:18: unknown option 'epoch'; did you mean `epochs`? known: name, set, exclude, model, hidden, channels, dropout, epochs",
            mistake.ToString(),
            StringComparison.Ordinal);
    }

    /// <summary>The list comes from the schema, which has all kinds of recipes.</summary>
    [Fact]
    public void An_unknown_option_is_answered_with_the_keys_of_every_kind_of_recipe()
    {
        var kinds = JsonNode.Parse(ConfigJsonSchema.Write())!["properties"]!["runs"]!["items"]!["anyOf"]!.AsArray(); // the schema has them
        var keys = kinds.SelectMany(kind => kind!["properties"]!.AsObject().Select(property => property.Key)).Distinct().Order().ToList();

        var mistake = Assert.Single(
            Assert.Throws<DiagnosticException>(() => ConfigReader.Read("runs: [{name: a, qqqqqqqqqq: 3}]", "glassy.yml")).Diagnostics);

        Assert.Contains("framework", keys);
        Assert.Equal(keys, mistake.ToString().Split("; known: ")[1].Split(", ").Order());
    }

    [Theory]
    [InlineData(
        "framework: PyTorch",
        "the option 'framework' is of recipes with `predictions: <file>` or `model: onnx`, and this one trains a model; say which it is, or leave 'framework' out")]
    [InlineData(
        "weights: net.onnx",
        "the option 'weights' is of recipes with `model: onnx`, and this one trains a model; say which it is, or leave 'weights' out")]
    [InlineData(
        "input: {size: 28}",
        "the option 'input' is of recipes with `model: onnx`, and this one trains a model; say which it is, or leave 'input' out")]
    [InlineData(
        "history: h.csv",
        "the option 'history' is of recipes with `predictions: <file>`, and this one trains a model; say which it is, or leave 'history' out")]
    public void An_option_of_another_kind_of_recipe_is_told_with_that_kind(string option, string message) => Assert.Equal(
        $"glassy.yml:1:18: {message}",
        Assert.Single(Assert.Throws<DiagnosticException>(
            () => ConfigReader.Read($"runs: [{{name: a, {option}}}]", "glassy.yml")).Diagnostics).ToString());
}
