using Glassy.Comparison;
using Glassy.Components.Binding;
using Glassy.Components.Figures;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Comparison;

/// <summary>
/// One run against another on the same test pictures: <c>&lt;CompareRuns a="glassy" b="cnn, seed 1" /&gt;</c>. Each figure's difference has
/// its paired interval; the pictures that the second repairs and those that it breaks are shown.
/// </summary>
public sealed class CompareRuns() : Component<CompareRuns.Call>("CompareRuns")
{
    private const int LeastOfId = 4;

    /// <param name="A">The first run: a recipe as <c>glassy runs</c> lists it, or the beginning of a run's id.</param>
    /// <param name="B">The second run, likewise.</param>
    /// <param name="Most">How many pictures of each kind are shown.</param>
    public sealed record Call(Located<string> A, Located<string> B, int Most = 60);

    /// <param name="Style">The address of its style sheet, relative to the page.</param>
    /// <param name="A">What the first run is called.</param>
    /// <param name="B">What the second run is called.</param>
    /// <param name="Missing">Those of both that are not recorded; all that follows is then empty.</param>
    /// <param name="Counts">How often each is right; null when a run is missing.</param>
    /// <param name="Exact">McNemar's exact p.</param>
    /// <param name="MidP">McNemar's mid-p.</param>
    /// <param name="Figures">Accuracy first.</param>
    /// <param name="IsComplete">Whether both have probabilities, and all figures are compared.</param>
    /// <param name="Repaired">The pictures that the second alone has right.</param>
    /// <param name="Broken">The pictures that the first alone has right.</param>
    /// <param name="Classes">In label order; of too many those whose numbers differ most.</param>
    /// <param name="Matrix">[classes shown][classes shown] the second's matrix minus the first's.</param>
    /// <param name="Some">That not all classes are shown; null when all are.</param>
    /// <param name="Largest">The largest number in it, up or down.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    public sealed record Model(
        string Style,
        string A,
        string B,
        IReadOnlyList<string> Missing,
        PairedCounts? Counts,
        string Exact,
        string MidP,
        IReadOnlyList<ComparedFigure> Figures,
        bool IsComplete,
        Group Repaired,
        Group Broken,
        IReadOnlyList<string> Classes,
        IReadOnlyList<IReadOnlyList<int>> Matrix,
        SomeClasses? Some,
        int Largest,
        int TileWidth,
        int TileHeight);

    /// <param name="Count">How many there are.</param>
    /// <param name="Tiles">Those that are shown, each captioned with the wrong answer; fewer than there are when some have no picture on
    /// the site.</param>
    public sealed record Group(int Count, IReadOnlyList<PictureTile> Tiles);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Run: { } primary, Runs: { } runs, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        var classes = primary.Dataset.Classes;
        var (foundA, foundB) = (Find(attributes.A, "a", runs, context), Find(attributes.B, "b", runs, context));
        if ((foundA, foundB) is not ({ } a, { } b))
        {
            return null;
        }

        if (a.Run is { Recipe: var one } && b.Run is { Recipe: var other } && one.Name == other.Name)
        {
            (a, b) = ((one.Within(a.Name), a.Run), (other.Within(b.Name), b.Run)); // what they have in common need not be said
        }

        var style = context.HrefOf("assets/css/runs.css");
        if ((a.Run, b.Run) is not ({ } first, { } second))
        {
            return new Model(
                style, a.Name, b.Name, [.. new[] { a, b }.Where(side => side.Run is null).Select(side => side.Name)],
                null,
                "",
                "",
                [],
                IsComplete: true,
                new Group(0, []),
                new Group(0, []),
                classes,
                [],
                Some: null,
                0,
                pictures.Shape.Width,
                pictures.Shape.Height);
        }

        var pair = PairedPredictions.Of(first.Results.Predictions, second.Results.Predictions, classes.Count);
        var comparison = RunComparison.Of(pair, Resampling.Default);
        var tiles = new TileMaker(classes, context);
        var labels = ClassSelection.OfLargestCells(comparison.Confusion, ClassSelection.AtOnce);
        var known = pictures.WrongPredictions.SelectMany(group => group).Concat(pictures.Compared).ToDictionary(picture => picture.Index);
        return new Model(
            style,
            a.Name,
            b.Name,
            [],
            comparison.Counts,
            DifferenceText.P(comparison.McNemar.Exact, context.Words),
            DifferenceText.P(comparison.McNemar.MidP, context.Words),
            ComparedFigure.AllOf(comparison, context.Words),
            pair.HaveProbabilities,
            GroupOf(comparison.Repaired, pair.A),
            GroupOf(comparison.Broken, pair.B),
            [.. labels.Select(label => classes[label])],
            [.. labels.Select(truth => labels.Select(predicted => comparison.Confusion[truth][predicted]).ToList())],
            SomeClasses.Of(labels.Count, classes.Count, context),
            comparison.Confusion.SelectMany(row => row).Max(Math.Abs),
            pictures.Shape.Width,
            pictures.Shape.Height);

        Group GroupOf(IReadOnlyList<int> indices, IReadOnlyList<Prediction> wrong) => new(
            indices.Count,
            [
                .. indices.Where(known.ContainsKey).Take(attributes.Most)
                    .Select(index => tiles.Predicted(known[index] with { Predicted = wrong[index].Predicted })),
            ]);
    }

    /// <summary>The run that is named, or the recipe whose run is not recorded; null after reporting that there is none.</summary>
    private (string Name, RecipeRun? Run)? Find(Located<string> name, string attribute, RunSet runs, ComponentContext context)
    {
        if (runs.Runs.FirstOrDefault(run => run.Recipe.Label == name.Value) is { } labelled)
        {
            return (labelled.Recipe.Label, labelled);
        }

        if (runs.Missing.Any(recipe => recipe.Label == name.Value))
        {
            return (name.Value, null);
        }

        var begun = name.Value.Length < LeastOfId
            ? []
            : runs.Runs.Where(run => run.Run.Id.StartsWith(name.Value, StringComparison.Ordinal)).DistinctBy(run => run.Run.Id).ToList();
        if (begun is [var only])
        {
            return (only.Recipe.Label, only);
        }

        IsOneOf(
            [.. runs.Runs.Select(run => run.Recipe.Label).Concat(runs.Missing.Select(recipe => recipe.Label)).Distinct()],
            name,
            attribute,
            context);
        return null;
    }
}
