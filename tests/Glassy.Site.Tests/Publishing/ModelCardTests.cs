using System.Globalization;
using Glassy.Publishing;
using Glassy.Runs;
using YamlDotNet.RepresentationModel;

namespace Glassy.Tests.Publishing;

public sealed class ModelCardTests
{
    private static readonly string Card = ModelCard.Render(RecordedRun.Results);

    [Fact]
    public void Its_metadata_is_YAML_with_a_model_index_whose_metrics_are_the_runs()
    {
        var parts = Card.Split("---\n");
        Assert.Equal("", parts[0]);
        var stream = new YamlStream();
        stream.Load(new StringReader(parts[1]));
        var metadata = (YamlMappingNode)stream.Documents[0].RootNode;
        Assert.Equal("image-classification", $"{metadata["pipeline_tag"]}");

        var model = metadata["model-index"][0];
        Assert.Equal("mlp on pets", $"{model["name"]}");
        var result = model["results"][0];
        Assert.Equal("image-classification", $"{result["task"]["type"]}");
        Assert.Equal(("pets", "test"), ($"{result["dataset"]["type"]}", $"{result["dataset"]["split"]}"));
        var metrics = ((YamlSequenceNode)result["metrics"]).ToDictionary(
            metric => $"{metric["type"]}", metric => double.Parse($"{metric["value"]}", CultureInfo.InvariantCulture));
        var report = RecordedRun.Results.Report;
        Assert.Equal(report.Accuracy, metrics["accuracy"]);
        Assert.Equal(report.Macro.F1, metrics["f1"]);
        Assert.Equal(report.Mcc, metrics["matthews_correlation"]);
        Assert.Equal(report.Probabilities!.Brier, metrics["brier_score"]);
        Assert.Equal(report.Probabilities!.EqualWidth.ExpectedCalibrationError, metrics["expected_calibration_error"]);
    }

    [Fact]
    public void Its_text_names_classes_interval_and_corrected_accuracy()
    {
        Assert.Contains("into 3 classes (cat, dog, big fish)", Card, StringComparison.Ordinal);
        Assert.Contains("On 9 test pictures: 66.67% right, 95% Wilson interval 35.42–87.94%.", Card, StringComparison.Ordinal);
        Assert.Contains(
            "With 1 labels corrected and 1 pictures without a right answer left out: 87.50%. Source: Cats anonymous.",
            Card,
            StringComparison.Ordinal);
        Assert.DoesNotContain("ylecun", Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_says_how_pictures_become_inputs()
    {
        Assert.Contains("grey or colour levels, normalised by `unit-columns`;", Card, StringComparison.Ordinal);
        var run = RecordedRun.Run with { Options = RecordedRun.Run.OwnOptions with { Preprocess = "deskew+skeleton" } };
        Assert.Contains(
            "grey or colour levels, preprocessed by `deskew + skeleton`, then normalised by `unit-columns`;",
            ModelCard.Render(RecordedRun.Results with { Run = run }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_tells_each_option_of_training_that_is_not_at_its_default()
    {
        Assert.DoesNotContain("Besides", Card, StringComparison.Ordinal);
        var options = RecordedRun.Run.OwnOptions with
        {
            Augment = "shift 2",
            Schedule = LearningSchedule.OneCycle,
            Validation = 0.1,
            Patience = 3
        };
        var run = RecordedRun.Run with
        {
            Options = options,
            Epochs = [new EpochMetrics(1, 1, 0.5, 1, 0.4, 0.9), new EpochMetrics(2, 0.5, 0.6, 1, 0.5, 0.9)]
        };
        Assert.Contains(
            "2 epochs over 1,170 pictures (130 of 1,300 were held out), seed 1. Besides: `validation: 0.1`, `patience: 3`, `schedule: one-cycle`, `augment: shift 2`. The weights are those of epoch 1, the best by validation loss.\n",
            ModelCard.Render(RecordedRun.Results with { Run = run }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Its_layers_are_a_table()
    {
        var model = RecordedRun.Run.OwnModel with
        {
            Layers = [new ModelLayer("conv", "Conv2D", [24, 24, 8], 1208), new ModelLayer("dense", "Dense", [10], 90)]
        };
        var card = ModelCard.Render(RecordedRun.Results with { Run = RecordedRun.Run with { Model = model } });
        Assert.Contains("A convolution's weight is [filters, inputs, height, width],", card, StringComparison.Ordinal);
        Assert.DoesNotContain("convolution", Card, StringComparison.Ordinal);
        Assert.Contains(
            "| layer | type | output | parameters |\n|---|---|---|---:|\n| `conv` | Conv2D | 24×24×8 | 1,208 |\n| `dense` | Dense | 10 | 90 |\n\n",
            card,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_quotes_stays_one_text()
    {
        var run = RecordedRun.Run with { Dataset = RecordedRun.Run.Dataset with { Name = "my \"best\": pets" } };
        var stream = new YamlStream();
        stream.Load(new StringReader(ModelCard.Render(RecordedRun.Results with { Run = run }).Split("---\n")[1]));
        Assert.Equal("mlp on my \"best\": pets", $"{((YamlMappingNode)stream.Documents[0].RootNode)["model-index"][0]["name"]}");
    }
}
