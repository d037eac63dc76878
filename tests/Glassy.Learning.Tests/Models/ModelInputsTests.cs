using Glassy.Evaluation;
using Glassy.Metrics;
using Glassy.Models;
using Glassy.Preprocessing;
using Glassy.Runs;
using Glassy.Tests.Preprocessing;
using Glassy.Training;

namespace Glassy.Tests.Models;

/// <summary>Whatever asks a model goes one way from pictures to its input.</summary>
[Collection(TorchTests.Name)]
public sealed class ModelInputsTests
{
    private const string Chain = "binarize + dilate";

    private static readonly TrainingOptions Options = new()
    {
        Preprocess = Chain,
        Normalize = Normalization.Scale,
        Hidden = [4],
        Epochs = 2,
        Validation = 0.25,
    };

    [Fact]
    public void Pictures_are_preprocessed_then_normalised()
    {
        var (pixels, shape) = Drawn.Read("....\n.#..\n....\n....");
        float[] expected = [1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0];
        byte[] two = [.. pixels, .. pixels];

        Assert.Equal(expected, ModelInputs.Of(pixels, shape, Options));
        using var images = ImageTensors.From(two, shape, Options);
        Assert.Equal([.. expected, .. expected], images.data<float>().ToArray());
    }

    [Fact]
    public void Training_evaluation_and_saliency_see_preprocessed_pictures()
    {
        var dataset = SmallDatasets.Make(new(9, 6, 1), 3, 20, 8);
        var made = dataset with { Train = Made(dataset.Train), Test = Made(dataset.Test) };
        var plain = Options with { Preprocess = PreprocessingNames.None };
        var token = TestContext.Current.CancellationToken;

        var trained = new Trainer(TimeProvider.System).Train(dataset, Options, new CollectingProgress(), token);
        var expected = new Trainer(TimeProvider.System).Train(made, plain, new CollectingProgress(), token);

        Assert.Equivalent(expected.Model.Weights, trained.Model.Weights, strict: true);
        Assert.All(trained.Epochs, epoch => Assert.NotNull(epoch.ValidationLoss));
        Assert.Equal(expected.Epochs.Select(epoch => epoch.ValidationLoss), trained.Epochs.Select(epoch => epoch.ValidationLoss));
        var evaluated = Evaluator.Evaluate(trained.Model, dataset.Test, token);
        Assert.Equal(Evaluator.Evaluate(expected.Model, made.Test, token).Loss, evaluated.Loss);
        IReadOnlyList<Prediction> some = [.. evaluated.Predictions.Take(3)];
        Assert.Equal(Saliency.Of(expected.Model, made.Test, some), Saliency.Of(trained.Model, dataset.Test, some));
        Assert.NotEqual(dataset.Test.Pixels, made.Test.Pixels);

        static Datasets.LabeledImages Made(Datasets.LabeledImages images) => PreprocessingChain.Parse(Chain).Apply(images);
    }

    [Fact]
    public void Nothing_else_in_the_program_normalises_pictures()
    {
        var users = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("InputNormalizer.Normalize(", StringComparison.Ordinal));
        Assert.Equal(["ModelInputs.cs"], users.Select(Path.GetFileName));
    }

    [Fact]
    public void An_unknown_step_is_refused_before_training() => Assert.StartsWith(
        "preprocess is 'blur', expected none, or steps joined by +: ",
        Assert.Throws<ArgumentException>(() => TrainingChecks.Check(
            SmallDatasets.Make(new(9, 6, 1), 3, 20, 8), Options with { Preprocess = "blur" })).Message,
        StringComparison.Ordinal);
}
