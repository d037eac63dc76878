using System.Text.Json.Serialization;
using Glassy.Metrics;
using Glassy.Onnx;

namespace Glassy.Runs;

/// <summary>Where a run's predictions come from that another program made. What is not said here nobody knows.</summary>
/// <param name="File">The file that was read, as the recipe names it.</param>
/// <param name="Scores">What it says of each class; null when it gives answers alone.</param>
/// <param name="AreScoresDeclared">Whether recipe or file say so; else it was recognised by the numbers.</param>
/// <param name="Framework">What made them, in the author's words; null when not said.</param>
/// <param name="Parameters">Numbers in the model's weights; null when not said.</param>
/// <param name="HeldOut">SHA-256 (lower-case hex) of names and labels of the pictures that its validation predictions are of; null without
/// such.</param>
public sealed record ForeignOrigin(
    string File, ScoreKind? Scores, bool AreScoresDeclared, string? Framework, long? Parameters, string? HeldOut)
{
    /// <summary>The model itself, when its file was evaluated here; null when its predictions were read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OnnxOrigin? Onnx { get; init; }
}
