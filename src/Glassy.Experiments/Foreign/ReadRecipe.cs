using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Foreign;

/// <summary>All that a recipe names of another program's model, as it was read.</summary>
/// <param name="Recipe">What was read.</param>
/// <param name="Test">What the model says of the test pictures.</param>
/// <param name="Validation">What it says of pictures that were held out of training; null without such.</param>
/// <param name="HeldOut">SHA-256 (lower-case hex) of names and labels of these.</param>
/// <param name="Epochs">In order; none when nothing is told of them.</param>
public sealed record ReadRecipe(
    ForeignRecipe Recipe,
    ForeignPredictions Test,
    IReadOnlyList<Prediction>? Validation,
    string? HeldOut,
    IReadOnlyList<EpochMetrics> Epochs)
{
    /// <summary>The model itself where its file was evaluated; null where predictions were read.</summary>
    public OnnxOrigin? Onnx { get; init; }

    /// <summary>Its inputs, outputs and parameters where they are known.</summary>
    public ModelInfo? Model { get; init; }

    /// <summary>What its run records of where the predictions come from.</summary>
    public ForeignOrigin Origin =>
        new(Recipe.Predictions, Test.Scores, Test.AreScoresDeclared, Recipe.Framework, Recipe.Parameters, HeldOut) { Onnx = Onnx };

    /// <summary>Whether a run says what was read now; its predictions do, for its id is theirs.</summary>
    public bool IsRecordedIn(Run run) =>
        run.Foreign is { } foreign && foreign with { File = Recipe.Predictions } == Origin && run.Epochs.SequenceEqual(Epochs);
}
