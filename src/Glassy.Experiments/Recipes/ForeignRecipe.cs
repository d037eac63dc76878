using Glassy.Metrics;

namespace Glassy.Recipes;

/// <summary>What a recipe reads of a model that another program has trained. Paths are relative to the project.</summary>
/// <param name="Predictions">The file with what it says of the test pictures.</param>
public sealed record ForeignRecipe(string Predictions)
{
    /// <summary>What the file says of each class; null to recognise it by the numbers.</summary>
    public ScoreKind? Scores { get; init; }

    /// <summary>The file with what it says of pictures that were held out of training; null for none.</summary>
    public string? Validation { get; init; }

    /// <summary>The file with its epochs; null for none.</summary>
    public string? History { get; init; }

    /// <summary>The file with what the model makes of each test picture before its answer; null for none.</summary>
    public string? Embeddings { get; init; }

    /// <summary>Numbers in the model's weights; null when not said.</summary>
    public long? Parameters { get; init; }

    /// <summary>What made it, in the author's words; null when not said.</summary>
    public string? Framework { get; init; }

    /// <summary>Every file that is read.</summary>
    public IReadOnlyList<string> Files => [.. new[] { Predictions, Validation, History, Embeddings }.OfType<string>()];

    /// <summary>By which the files of a recipe are told apart, and paired with the runs of another.</summary>
    public long Seed { get; init; } = 1;
}
