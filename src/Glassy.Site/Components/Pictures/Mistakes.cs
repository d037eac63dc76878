using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>
/// A few wrong predictions, those that say most: <c>&lt;Mistakes by="confidence" count={8} errors="./errors.md" /&gt;</c>.
/// </summary>
public sealed class Mistakes() : Component<Mistakes.Call>("Mistakes")
{
    private const int Columns = 8;
    private static readonly string[] Choices = ["confidence", "pair", "doubt"];

    /// <param name="By">
    /// <c>confidence</c>, those of which the model was most sure; <c>pair</c>, those between the two classes that are confused most, either
    /// way;
    /// <c>doubt</c>, those on pictures whose labels people doubt.
    /// </param>
    /// <param name="Count">At most so many, 1 or more.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, to which they lead; without it, to their own file.</param>
    public sealed record Call(Located<string> By, int Count = 8, int Size = 84, Located<string>? Errors = null);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Results: { } results, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (!IsOneOf(Choices, attributes.By, "by", context))
        {
            return null;
        }

        if (attributes.Count < 1)
        {
            return Fail(call, context, $"`count` is {attributes.Count}, expected 1 or more");
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        if (attributes.By.Value == "confidence" && results.Report.Probabilities is null)
        {
            return Without(context, "absent.explorer");
        }

        var errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : null;
        var found = FoundBy(attributes.By.Value, results);
        var exported = pictures.WrongPredictions.SelectMany(group => group).ToDictionary(picture => picture.Index);
        var shown = found.Where(prediction => exported.ContainsKey(prediction.Index)).Take(attributes.Count).ToList();
        var tiles = new TileMaker(results.Run.Dataset.Classes, context);
        return new ImagesTableModel(
            context.Words[
                attributes.By.Value switch { "pair" => "mistakes.by_pair", "doubt" => "mistakes.by_doubt", _ => "mistakes.by_confidence" }],
            attributes.Size,
            Columns,
            pictures.Shape.Width,
            pictures.Shape.Height,
            [.. shown.Select(prediction => TileOf(exported[prediction.Index]))],
            NoteOf(attributes.By.Value, shown, found.Count, results, context.Words));

        PictureTile TileOf(ExportedPicture picture) =>
            errors is null
                ? tiles.Predicted(picture)
                : tiles.Predicted(picture) with { Href = $"{errors}#{ErrorsExplorer.IdOf(picture.Index)}" };
    }

    /// <summary>All that there are, the one shown first at the front: the surest, where it is known how sure.</summary>
    private static List<Prediction> FoundBy(string choice, RunResults results)
    {
        var wrong = results.Predictions.Where(prediction => !prediction.IsCorrect);
        var found = choice switch
        {
            "pair" => wrong.Where(
                prediction => results.Report.UnorderedPairs is [var pair, ..] && IsOf(pair, prediction, results.Run.Dataset.Classes)),
            "doubt" => wrong.Where(prediction => results.Notes?.Of(prediction.Index) is not null),
            _ => wrong,
        };
        return [.. found
            .OrderByDescending(prediction => prediction.HasProbabilities ? prediction.Confidence : 0)
            .ThenBy(prediction => prediction.Index)];
    }

    private static bool IsOf(UnorderedPair pair, Prediction prediction, IReadOnlyList<string> classes) =>
        (classes[prediction.Label], classes[prediction.Predicted]) is var (truth, answer)
        && ((truth, answer) == (pair.First, pair.Second) || (truth, answer) == (pair.Second, pair.First));

    private static string NoteOf(string choice, List<Prediction> shown, int found, RunResults results, Words words)
    {
        if (shown.Count == 0)
        {
            return words[choice switch { "pair" => "mistakes.no_pair", "doubt" => "mistakes.no_doubt", _ => "mistakes.no_confidence" }];
        }

        var counts = new (string, object?)[] { ("shown", words.Whole(shown.Count)), ("count", words.Whole(found)) };
        return choice switch
        {
            "confidence" => words.Of("mistakes.confidence", [.. counts, ("least", PercentOf(shown[^1])), ("most", PercentOf(shown[0]))]),
            "pair" => words.Of(
                "mistakes.pair",
                [.. counts, ("first", results.Report.UnorderedPairs[0].First), ("second", results.Report.UnorderedPairs[0].Second)]),
            _ => words.Of("mistakes.doubt", counts),
        };

        string PercentOf(Prediction prediction) => words.Figure(TemplateFunctions.Percent(prediction.Confidence));
    }
}
