using System.Text.Json.Nodes;
using Glassy.Configuration;
using Glassy.Diagnostics;

namespace Glassy.Tests.Configuration;

public sealed class ConfigJsonSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ConfigJsonSchema.Write())!.AsObject();

    [Fact]
    public void Every_key_is_in_the_schema_with_its_words_and_no_other()
    {
        var leaves = LeavesOf(Schema, "").ToDictionary(leaf => leaf.Path, leaf => leaf.Schema);

        Assert.Equal(ConfigSchema.Keys.Select(key => key.Path)
            .Append("runs")
            .Concat(Glassy.Checks.CheckCatalog.Codes.Select(code => $"checks.mute.{code}"))
            .Order(), leaves.Keys.Order());
        Assert.All(
            ConfigSchema.Keys,
            key => Assert.Equal($"{key.Description} Expected: {key.Expected}.", (string)leaves[key.Path]["description"]!));
    }

    [Fact]
    public void Every_default_is_right_by_the_schema() => Assert.All(
        ConfigSchema.Keys.Where(key => key.Default.Length > 0),
        key => Assert.Empty(JsonSchemaCheck.Mistakes(Yaml(key.Path, key.Default), Schema)));

    [Theory]
    [InlineData("dataset: digits")]
    [InlineData("dataset:")]
    [InlineData("dataset: {path: photos, resize: {size: 64, fit: crop}, split: {test: 0.5, seed: 3}, labels: labels.csv, onCorrupt: skip}")]
    [InlineData("dataset: {name: mnist, resize: {size: 14x28}}")]
    [InlineData("samples: all")]
    [InlineData("samples: 3")]
    [InlineData("run: {preprocess: none}")]
    [InlineData("run: {preprocess: scale}")]
    [InlineData("run: {preprocess: deskew + unit-columns}")]
    [InlineData("run: {preprocess: ' binarize+thin-guo-hall + dilate '}")]
    [InlineData(
        "run: {model: cnn, channels: [8, 16], dropout: 0.5, validation: 0.1, patience: 3, schedule: one-cycle, weightDecay: 0, classWeights: balanced, labelSmoothing: 0.1}")]
    [InlineData("run: {augment: ' shift 2+rotate 10 + scale 0.1 + elastic 1.5e-1'}")]
    [InlineData("run: {augment: none, patience: none}")]
    [InlineData("runs: [{name: a, augment: [none, shift 2], patience: [none, 3], channels: [[8], [16, 32]], validation: 0.1}]")]
    [InlineData("run: {hidden: [64, 32], learningRate: 0.5, normalize: scale, seed: 0}")]
    [InlineData(
        "runs: [{name: a, set: full, epochs: [3, 5], seed: 1..5, hidden: [[8], [16, 4]], exclude: [{seed: 2}]}, {name: b, hidden: [8], epochs: 3}]")]
    [InlineData(
        "runs: [{name: a, predictions: a.csv}, {name: b, predictions: [b.csv, c.npz], scores: logits, validation: [v.csv, w.csv], history: [h.csv, i.csv], embeddings: [e.npy, f.npy], parameters: 1000, framework: PyTorch 2, seed: [7, 8]}]")]
    [InlineData("run:\nsite: {url: https://example.org, basePath: /docs, trailingSlash: false, cname: docs.example.org, tagline: \"\"}")]
    [InlineData("checks: {mute: {GL007: one seed suffices here}}")]
    [InlineData("checks:")]
    [InlineData("site: {onBrokenLinks: ignore, linkStyle: file, editUrl: https://example.org/edit/}")]
    public void What_is_right_is_right_for_both_the_reader_and_the_schema(string yaml)
    {
        Assert.NotNull(ConfigReader.Read(yaml, "glassy.yml"));
        Assert.Empty(JsonSchemaCheck.Mistakes(yaml, Schema));
    }

    [Theory]
    [InlineData("checks: {mute: {GL007: ''}}")]
    [InlineData("checks: {mute: {GL999: because}}")]
    [InlineData("checks: {mute: [GL007]}")]
    [InlineData("checks: {silence: {GL007: because}}")]
    [InlineData("dataset: [a]")]
    [InlineData("dataset: {folder: photos}")]
    [InlineData("dataset: {path: photos, resize: 64}")]
    [InlineData("dataset: {resize: {size: 0}}")]
    [InlineData("dataset: {resize: {size: 64 x 64}}")]
    [InlineData("dataset: {resize: {fit: squeeze}}")]
    [InlineData("dataset: {split: {test: 1}}")]
    [InlineData("dataset: {onCorrupt: ignore}")]
    [InlineData("samples: 0")]
    [InlineData("run: {preprocess: none + dilate}")]
    [InlineData("run: {preprocess: none + scale}")]
    [InlineData("run: {preprocess: scale + dilate}")]
    [InlineData("run: {preprocess: dilate +}")]
    [InlineData("run: {preprocess: thin}")]
    [InlineData("run: {augment: shift}")]
    [InlineData("run: {augment: shift 0}")]
    [InlineData("run: {augment: elastic 0.00}")]
    [InlineData("run: {augment: twist 2}")]
    [InlineData("run: {augment: shift 2 rotate 3}")]
    [InlineData("run: {dropout: 1}")]
    [InlineData("run: {patience: 0}")]
    [InlineData("run: {weightDecay: -0.1}")]
    [InlineData("run: {schedule: one_cycle}")]
    [InlineData("run: {classWeights: true}")]
    [InlineData("runs: [{name: a, labelSmoothing: [0, 1]}]")]
    [InlineData("samples: some")]
    [InlineData("colour: red")]
    [InlineData("run: {epochs: many}")]
    [InlineData("run: {epochs: 1.5}")]
    [InlineData("run: {hidden: 64}")]
    [InlineData("run: {hidden: [0]}")]
    [InlineData("run: {learningRate: 0}")]
    [InlineData("run: {modell: mlp}")]
    [InlineData("run: 3")]
    [InlineData("runs: 3")]
    [InlineData("runs: [{name: a, epoch: 3}]")]
    [InlineData("runs: [{name: a, epochs: [0]}]")]
    [InlineData("runs: [{name: a, normalize: [scale, rows]}]")]
    [InlineData("runs: [{name: a, set: slow}]")]
    [InlineData("runs: [{name: a, predictions: a.csv, epochs: 3}]")]
    [InlineData("runs: [{name: a, predictions: a.csv, scores: shares}]")]
    [InlineData("runs: [{name: a, predictions: a.csv, parameters: many}]")]
    [InlineData("runs: [{predictions: a.csv}]")]
    [InlineData("site: {title: \"\"}")]
    [InlineData("site: {url: example.org}")]
    [InlineData("site: {url: https://example.org/docs}")]
    [InlineData("site: {basePath: docs}")]
    [InlineData("site: {search: yes}")]
    [InlineData("site: {onBrokenLinks: error}")]
    [InlineData("site: {cname: a b}")]
    public void What_is_wrong_is_wrong_for_both_the_reader_and_the_schema(string yaml)
    {
        Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml"));
        Assert.NotEmpty(JsonSchemaCheck.Mistakes(yaml, Schema));
    }

    [Theory]
    [InlineData("glassy.yml")]
    [InlineData("src/Glassy.Pipeline/Scaffold/project/glassy.yml")]
    public void The_projects_own_configurations_name_the_schema_and_are_right_by_it(string file)
    {
        var yaml = File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

        Assert.StartsWith($"# yaml-language-server: $schema={ConfigJsonSchema.FileName}\n", yaml, StringComparison.Ordinal);
        Assert.Empty(JsonSchemaCheck.Mistakes(yaml, Schema));
    }

    [Fact]
    public void The_schema_in_the_repository_is_that_of_the_code() =>
        FollowingFile.Check(ConfigJsonSchema.FileName, _ => ConfigJsonSchema.Write());

    public static TheoryData<string> Numbers =>
        [.. ConfigSchema.Keys.Where(key => key.Value.Type is "integer" or "number").Select(key => key.Path)];

    /// <summary>
    /// What lies just beyond a limit is refused by the reader, whose message names the limits, and by the schema; the limit itself is right
    /// for both.
    /// </summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_has_the_limits_that_its_message_and_the_schema_name(string path)
    {
        var key = ConfigSchema.Keys.Single(key => key.Path == path);
        var value = key.Value;
        List<string> inside = [], outside = [];
        if (value is { Least: { } least })
        {
            inside.Add($"{least}");
            outside.Add(value.Type == "integer" ? $"{least - 1}" : "-0.000001");
            Assert.Contains($" from {least}", key.Expected, StringComparison.Ordinal);
        }

        if (value is { Above: { } above })
        {
            inside.Add($"{above}.000001");
            outside.Add($"{above}");
            Assert.Contains($" above {above}", key.Expected, StringComparison.Ordinal);
        }

        if (value is { Below: { } below })
        {
            inside.Add($"{below - 1}.999999");
            outside.Add($"{below}");
            Assert.Contains($" below {below}", key.Expected, StringComparison.Ordinal);
        }

        if (value is { Most: { } most })
        {
            inside.Add($"{most}");
            outside.Add($"{most + 1L}");
            var words = key.ExpectedInsteadOf([$"{most + 1L}"]);
            Assert.True(words.Contains(most == int.MaxValue ? "; at most 2,147,483,647" : $" to {most}", StringComparison.Ordinal), words);
        }

        Assert.True(inside.Count > 0 && (value.Least ?? value.Above) is not null, "it has a least limit");
        Assert.True(value.Type != "integer" || value.Most is not null, "the reader holds whole numbers of 32 bits");
        Assert.All(inside, text => AssertBoth(path, key, text, isRight: true));
        Assert.All(outside, text => AssertBoth(path, key, text, isRight: false));
    }

    /// <summary>Of each change the first and the last amount, and those just beyond.</summary>
    [Theory]
    [InlineData("shift", "1|99|05|2.0", "0|100|1.5|-1", "a whole number of pixels from 1 to 99")]
    [InlineData("rotate", "0.01|180|179.99|99|180.0|1e-3|.5", "0|180.01|181|1000|0.0", "degrees above 0, up to 180")]
    [InlineData("scale", "0.001|0.999|.5|1e-2", "0|1|1.5|0.0", "a share above 0 and below 1")]
    [InlineData("elastic", "0.01|99|98.99|9|99.0|1.5e-1", "0|99.01|100|0.00", "pixels above 0, up to 99")]
    public void An_amount_of_a_change_has_the_limits_that_its_message_and_the_schema_name(
        string change,
        string inside,
        string outside,
        string limits)
    {
        var key = ConfigSchema.Keys.Single(key => key.Path == "run.augment");
        Assert.Contains($"{change} ({limits})", key.Expected, StringComparison.Ordinal);
        Assert.All(inside.Split('|'), amount => AssertBoth(key.Path, key, $"{change} {amount}", isRight: true));
        Assert.All(outside.Split('|'), amount => AssertBoth(key.Path, key, $"{change} {amount}", isRight: false));
        Assert.EndsWith($"; '{change}' needs {limits}", key.ExpectedInsteadOf([$"{change} 0"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1x1", true)]
    [InlineData("4096x999", true)]
    [InlineData("4097x1", false)]
    [InlineData("64x0", false)]
    [InlineData("64x10000", false)]
    public void A_size_of_two_numbers_has_the_limits_of_one(string size, bool isRight) =>
        AssertBoth("dataset.resize.size", ConfigSchema.Keys.Single(key => key.Path == "dataset.resize.size"), size, isRight);

    private static void AssertBoth(string path, ConfigKey key, string text, bool isRight)
    {
        Assert.True(key.Apply(new GlassyConfig(), [text]) is not null == isRight, $"the reader: {path} {text}");
        Assert.True(
            JsonSchemaCheck.Mistakes(Yaml(path, key.IsList ? $"[{text}]" : text), Schema).Count == 0 == isRight,
            $"the schema: {path} {text}");
    }

    private static string Yaml(string path, string value) =>
        path.Split('.').Reverse().Aggregate(value, (inner, name) => $"{{{name}: {inner}}}");

    /// <summary>A group that one value may stand for is one of two.</summary>
    private static IEnumerable<(string Path, JsonObject Schema)> LeavesOf(JsonObject schema, string prefix) =>
        (schema["properties"] ?? schema[
            "anyOf"]?.AsArray().FirstOrDefault(choice => choice?["properties"] is not null)?["properties"]) is not JsonObject properties
            ? [(prefix, schema)]
            : properties.SelectMany(pair => LeavesOf(pair.Value!.AsObject(), prefix.Length > 0 ? $"{prefix}.{pair.Key}" : pair.Key));
}
