using Glassy.Components.Binding;
using Glassy.Datasets;

namespace Glassy.Components.Figures;

/// <summary>What the pictures are and how many there are: <c>&lt;DatasetCard /&gt;</c>.</summary>
public sealed class DatasetCard() : Component<NoAttributes>("DatasetCard")
{
    /// <param name="Title">The dataset's full name.</param>
    /// <param name="Text">Where it comes from.</param>
    /// <param name="Source">Where to read more; null when not known.</param>
    /// <param name="Classes">The class names, in label order.</param>
    /// <param name="Width">Of every picture, pixels.</param>
    /// <param name="Height">Of every picture, pixels.</param>
    /// <param name="Colour">Whether the pictures are in colour rather than grey.</param>
    /// <param name="Train">Training pictures.</param>
    /// <param name="Test">Test pictures.</param>
    /// <param name="Validation">Pictures of a validation split of the dataset's own; 0 for none.</param>
    /// <param name="Largest">The class with the most test pictures.</param>
    /// <param name="Baseline">The accuracy of always answering it, 0..1.</param>
    /// <param name="Remarks">What is to be said of how it was read.</param>
    public sealed record Model(
        string Title, string Text, string? Source, IReadOnlyList<string> Classes, int Width, int Height, bool Colour, int Train, int Test,
        int Validation, string Largest, double Baseline, IReadOnlyList<string> Remarks);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { Dataset: var dataset })
        {
            return FailWithoutRun(call, context);
        }

        var card = DatasetDescription.Of(dataset.Name);
        return new Model(
            card.Key is { } title ? context.Words[$"datasets.{title}"] : dataset.Name,
            context.Site.HasPictures ? context.Words[$"datasets.{card.Key ?? "own"}_text"] : "",
            card.Source?.ToString(),
            dataset.Classes,
            dataset.Shape.Width,
            dataset.Shape.Height,
            dataset.Shape.Channels > 1,
            dataset.Train.Count,
            dataset.Test.Count,
            dataset.Validation?.Count ?? 0,
            dataset.Classes[IndexOfLargest(dataset.Test.PerClass)],
            (double)dataset.Test.PerClass.Max() / dataset.Test.Count,
            [.. (dataset.Remarks ?? []).Select(remark => remark.Text)]);
    }

    private static int IndexOfLargest(IReadOnlyList<int> counts)
    {
        var largest = counts.Max();
        return Enumerable.Range(0, counts.Count).First(label => counts[label] == largest);
    }
}
