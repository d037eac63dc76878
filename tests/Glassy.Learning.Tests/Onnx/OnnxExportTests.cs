using Glassy.Datasets;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Onnx;
using Glassy.Progress;
using Glassy.Runs;
using Glassy.Training;
using Microsoft.ML.OnnxRuntime;

namespace Glassy.Tests.Onnx;

/// <summary>A model of our own gives the same probabilities when ONNX Runtime computes it.</summary>
[Collection(TorchTests.Name)]
public sealed class OnnxExportTests
{
    public static TheoryData<string, TrainingOptions> Recipes => new()
    {
        { "grey", new TrainingOptions { Hidden = [], Epochs = 1 } },
        { "grey", new TrainingOptions { Hidden = [8], Epochs = 2, Dropout = 0.5 } },
        { "colour", new TrainingOptions { Hidden = [12, 9, 7], Epochs = 2, Normalize = Normalization.Scale } },
        { "colour", new TrainingOptions { Hidden = [6], Epochs = 1, Normalize = Normalization.None } },
        { "grey", new TrainingOptions { Model = "cnn", Channels = [4], Hidden = [8], Epochs = 2 } },
        { "colour", new TrainingOptions
        {
            Model = "cnn",
            Channels = [3, 5],
            Hidden = [8, 6],
            Epochs = 2,
            Dropout = 0.2,
            Normalize = Normalization.Scale
        } },
        { "colour", new TrainingOptions { Model = "cnn", Channels = [5], Hidden = [], Epochs = 1 } },
    };

    [Theory]
    [MemberData(nameof(Recipes), DisableDiscoveryEnumeration = true)]
    public void The_exported_model_gives_the_same_probabilities(string pictures, TrainingOptions options)
    {
        var dataset = SmallDatasets.Make(new ImageShape(7, 9, pictures == "grey" ? 1 : 3), classes: 3, trainPerClass: 20, testPerClass: 40);
        Array.Clear(dataset.Test.Pixels, 0, dataset.Test.Shape.Length); // a picture whose columns have no norm
        var training = new Trainer(TimeProvider.System).Train(dataset, options, NoProgress.Instance, CancellationToken.None, null);
        var own = Evaluator.Evaluate(training.Model, dataset.Test, CancellationToken.None).Predictions;

        using var model = OnnxModel.Open(
            Export(dataset, options, training), "net.onnx", new OnnxInput(), dataset.Test.Shape, dataset.Classes);
        var foreign = OnnxEvaluator.Evaluate(model, "net.onnx", dataset.Test, declared: null, NoProgress.Instance, CancellationToken.None);

        Assert.Equal(Metrics.ScoreKind.Probabilities, foreign.Scores);
        // and the normalisation's constant
        Assert.Equal(training.Info.Parameters, model.Info.Parameters - (options.Normalize == Normalization.Scale ? 0 : 1));
        var differences = own
            .Zip(foreign.Predictions)
            .SelectMany(pair => pair.First.Probabilities.Zip(pair.Second.Probabilities, (a, b) => Math.Abs(a - b)));
        Assert.InRange(differences.Max(), 0, 1e-5);
        Assert.True(own.SelectMany(prediction => prediction.Probabilities).Distinct().Count() > 50); // no constant answer
    }

    [Fact]
    public void The_file_says_what_goes_in_what_comes_out_and_what_is_left_to_do()
    {
        var dataset = SmallDatasets.Make(new ImageShape(7, 9, 1), classes: 3, trainPerClass: 5, testPerClass: 2);
        var options = new TrainingOptions { Hidden = [4], Epochs = 1, Preprocess = "deskew" };
        var training = new Trainer(TimeProvider.System).Train(dataset, options, NoProgress.Instance, CancellationToken.None, null);

        using var session = new InferenceSession(Export(dataset, options, training));

        Assert.Equal(("input", "probabilities"), (Assert.Single(session.InputNames), Assert.Single(session.OutputNames)));
        Assert.Equal([-1, 1, 7, 9], session.InputMetadata["input"].Dimensions);
        var said = session.ModelMetadata.CustomMetadataMap;
        Assert.Equal("""["class 0","class 1","class 2"]""", said["classes"]);
        Assert.Equal("levels from 0 to 1, [pictures, 1, 7, 9]", said["input"]);
        Assert.Equal("unit-columns, part of the graph", said["normalization"]);
        Assert.Equal("deskew, to be done before", said["preprocessing"]);
        Assert.Equal(SampleRun.Id, said["run"]);
        Assert.Equal("Glassy", session.ModelMetadata.ProducerName);
    }

    private static byte[] Export(ImageDataset dataset, TrainingOptions options, TrainingResult training) => OnnxExport.Write(
        SampleRun.Make() with { Dataset = DatasetInfo.Describe(dataset), Options = options, Model = training.Info },
        training.Model.Weights);
}
