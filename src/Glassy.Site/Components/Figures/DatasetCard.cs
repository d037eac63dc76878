using System.Globalization;
using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>What the pictures are and how many there are: <c>&lt;DatasetCard /&gt;</c>.</summary>
public sealed class DatasetCard() : Component<NoAttributes>("DatasetCard")
{
    private const int MostPairs = 5;

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
    /// <param name="IsTestEven">Whether all classes have as many test pictures, so that none is the largest.</param>
    /// <param name="Balance">The largest and the smallest class of what is learned from; null when there is nothing to learn from.</param>
    /// <param name="Findings">What is to be said of pictures that are there more than once; none without pictures.</param>
    /// <param name="Pairs">Examples of them.</param>
    /// <param name="Remarks">What is to be said of how it was read.</param>
    public sealed record Model(
        string Title, string Text, string? Source, IReadOnlyList<string> Classes, int Width, int Height, bool Colour, int Train, int Test,
        int Validation,
        string Largest,
        double Baseline,
        bool IsTestEven,
        ClassBalance? Balance,
        IReadOnlyList<string> Findings,
        IReadOnlyList<Pair> Pairs,
        IReadOnlyList<string> Remarks);

    /// <param name="First">A picture.</param>
    /// <param name="Second">Another that is like it.</param>
    /// <param name="How">Equal or nearly so.</param>
    public sealed record Pair(string First, string Second, string How);

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
            ClassBalance.Of(dataset.Classes, dataset.Test).Largest,
            dataset.Test.Baseline,
            ClassBalance.Of(dataset.Classes, dataset.Test).IsEven,
            dataset.Train.Count > 0 ? ClassBalance.Of(dataset.Classes, dataset.Train) : null,
            FindingsOf(context),
            [.. PairsOf(context.Site.Results?.Duplicates, dataset.Classes, context.Words)],
            [.. (dataset.Remarks ?? []).Select(remark => RemarkSentence.Of(remark, context.Words))]);
    }

    private static IReadOnlyList<string> FindingsOf(ComponentContext context) =>
        !context.Site.HasPictures ? []
        : context.Site.Results is { Duplicates: { } found } results
            ? DuplicateSentences.Of(found, results.Run.Dataset.Test.Count, context.Words)
        : [context.Words["duplicates.unknown"]];

    /// <summary>The first equal ones, those with two labels, the most alike ones.</summary>
    private static IEnumerable<Pair> PairsOf(DuplicateReport? found, IReadOnlyList<string> classes, Words words)
    {
        var equal = found is null ? [] : found.Equal.Take(MostPairs).Concat(found.Contradictions.Take(MostPairs)).Distinct();
        return equal.Select(pair => PairOf(pair, words["duplicates.equal"]))
            .Concat((found?.Near ?? []).Take(MostPairs).Select(pair => PairOf(
                pair, words.Of(
                    "duplicates.nearly", ("correlation", words.Figure(pair.Correlation.ToString("F3", CultureInfo.InvariantCulture)))))));

        Pair PairOf(PicturePair pair, string how) => new(NameOf(pair.First, classes, words), NameOf(pair.Second, classes, words), how);
    }

    private static string NameOf(PicturePlace place, IReadOnlyList<string> classes, Words words) => words.Of(
        place.Split switch
        {
            SplitKind.Train => "tile.train",
            SplitKind.Validation => "tile.validation",
            _ => "tile.test",
        },
        ("class", classes[place.Label]),
        ("index", place.Index)) + (place.Name is { } name ? $" ({name})" : "");
}
