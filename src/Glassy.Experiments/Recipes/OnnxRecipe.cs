using Glassy.Metrics;
using Glassy.Onnx;

namespace Glassy.Recipes;

/// <summary>What a recipe evaluates: a model that another program has trained and written as ONNX.</summary>
/// <param name="Weights">Its file, relative to the project.</param>
/// <param name="Input">How pictures become its input.</param>
public sealed record OnnxRecipe(string Weights, OnnxInput Input)
{
    /// <summary>What it gives for each class; null to recognise it by the numbers.</summary>
    public ScoreKind? Scores { get; init; }

    /// <summary>What made it, in the author's words; null when not said.</summary>
    public string? Framework { get; init; }

    /// <summary>By which the files of a recipe are told apart, and paired with the runs of another.</summary>
    public long Seed { get; init; } = 1;
}
