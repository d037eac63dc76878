using Glassy.Settings;

namespace Glassy.Datasets.Options;

/// <summary>The part <c>dataset:</c> of <c>glassy.yml</c>: which pictures are learned from, and what is done to them before.</summary>
public sealed record DatasetOptions
{
    /// <summary>The name of whichever dataset is at hand.</summary>
    public const string Auto = "auto";

    [Text(
        "The pictures to learn from; `dataset: digits` is short for it. None when predictions are all there is.",
        Expected = "auto, mnist, digits, none, or a folder or file")]
    public string Name { get; init; } = Auto;

    [Text("A folder or file with pictures, where that is not said by the name.")] public string? Path { get; init; }

    public ResizeOptions Resize { get; init; } = new();

    public SplitOptions Split { get; init; } = new();

    [Text("A CSV of files and labels, from the project or in the dataset's folder.")] public string? Labels { get; init; }
    [Text(
        "A CSV of what else is known of the pictures, such as a group or an age: by file, or by split and index.")]
    public string? Attributes { get; init; }
    [Choice<CorruptReaction>("What a picture that cannot be read leads to: all of them are named, or left out.")]
    public CorruptReaction OnCorrupt { get; init; }

    /// <summary>Whether nobody has said which dataset.</summary>
    public bool IsAuto => Name == Auto && Path is null;
}
