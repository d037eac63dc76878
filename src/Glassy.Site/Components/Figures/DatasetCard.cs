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
    public sealed record Model(
        string Title, string Text, string? Source, IReadOnlyList<string> Classes, int Width, int Height, bool Colour, int Train, int Test);

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
            dataset.Test.Count);
    }
}
