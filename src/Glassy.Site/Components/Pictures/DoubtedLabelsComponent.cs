using System.Text.Json;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Doubts;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>
/// Test pictures whose labels the model doubts, the strongest doubt first, and how many labels are likely to be wrong:
/// <c>&lt;DoubtedLabels count={24} errors="./errors.md" /&gt;</c>. Readers may judge them, and take their judgement away as label notes.
/// </summary>
public sealed class DoubtedLabelsComponent() : Component<DoubtedLabelsComponent.Call>(TagName)
{
    /// <summary>Where a page shows it, the nearest training pictures are found.</summary>
    public const string TagName = "DoubtedLabels";

    /// <summary>More a page does not show.</summary>
    public const int Most = 50;

    /// <summary>Of the training pictures most like a picture, so many are told.</summary>
    public const int Neighbors = 8;

    private const int First = 50;
    private const int MostClasses = 26;

    /// <param name="Count">At most so many, 1 to 50.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    /// <param name="Errors">The page with the <c>&lt;ErrorsExplorer /&gt;</c>, to which pictures lead; without it, to their own
    /// file.</param>
    public sealed record Call(int Count = 24, int Size = 56, Located<string>? Errors = null);

    /// <param name="Style">The style's address.</param>
    /// <param name="Script">The script's.</param>
    /// <param name="Run">Whose doubts they are: judgements of another run's are kept apart.</param>
    /// <param name="Wrong">Labels that are estimated to be wrong.</param>
    /// <param name="Interval">Of that; null where it is not known.</param>
    /// <param name="Total">Test pictures.</param>
    /// <param name="Known">Of the pictures that people have looked at, those among the first doubts; null without notes.</param>
    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="Classes">That a reader may choose from; of a dataset with many none but those that the model suggests.</param>
    /// <param name="Source">Who has made the notes that there are; null without some.</param>
    /// <param name="Url">Where to read more of them.</param>
    /// <param name="Notes">The notes that there are, a JSON object of the lines of their file by index.</param>
    /// <param name="Region">What the table is called where it is read out; a page may have several.</param>
    /// <param name="Rows">The strongest doubt first.</param>
    public sealed record Model(
        string Style,
        string Script,
        string Run,
        double Wrong,
        Interval? Interval,
        int Total,
        KnownDoubts? Known,
        int Size,
        int TileWidth,
        int TileHeight,
        IReadOnlyList<string> Classes,
        string? Source,
        string? Url,
        string Notes,
        string Region,
        IReadOnlyList<Row> Rows);

    /// <param name="Count">Pictures that people have looked at.</param>
    /// <param name="Found">Those of them that are among the first doubts.</param>
    /// <param name="First">How many these are.</param>
    public sealed record KnownDoubts(int Count, int Found, int First);

    /// <param name="Index">In the test split.</param>
    /// <param name="Tile">The picture; null when it was not exported.</param>
    /// <param name="Given">The dataset's class.</param>
    /// <param name="Suggested">The class that is more probable.</param>
    /// <param name="GivenProbability">Of the dataset's class, 0..1.</param>
    /// <param name="SuggestedProbability">Of the other, 0..1.</param>
    /// <param name="IsConfident">Whether it counts among the labels that are estimated to be wrong.</param>
    /// <param name="Nearest">The classes of the training pictures most like it, the most frequent first; empty where that is not
    /// known.</param>
    /// <param name="Noted">What people agreed on, in words; null when nobody has looked.</param>
    public sealed record Row(
        int Index,
        PictureTile? Tile,
        string Given,
        string Suggested,
        double GivenProbability,
        double SuggestedProbability,
        bool IsConfident,
        IReadOnlyList<NearestClass> Nearest,
        string? Noted);

    /// <param name="Name">The class.</param>
    /// <param name="Count">How many of the training pictures most like it are of that class.</param>
    public sealed record NearestClass(string Name, int Count);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Results: { } results, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        if (attributes.Count is < 1 or > Most)
        {
            return Fail(call, context, $"`count` is {attributes.Count}, expected 1 to {Most}");
        }

        return ConfidentLearning.Find(results) is { } doubts
            ? ModelOf(doubts, results, pictures, attributes, context)
            : Without(context, "absent.doubts");
    }

    private static Model ModelOf(
        DoubtedLabels doubts,
        RunResults results,
        PictureCatalog pictures,
        Call attributes,
        ComponentContext context)
    {
        var classes = results.Run.Dataset.Classes;
        return new Model(
            context.HrefOf("assets/css/doubts.css"),
            context.HrefOf("assets/js/doubts.js"),
            results.Run.Id,
            doubts.Wrong,
            doubts.Interval,
            results.Predictions.Count,
            KnownOf(doubts, results.Notes),
            attributes.Size,
            pictures.Shape.Width,
            pictures.Shape.Height,
            classes.Count > MostClasses ? [] : classes,
            results.Notes?.Source,
            results.Notes?.Url,
            JsonSerializer.Serialize(LabelNotesFile.Lines(results.Notes?.Notes ?? [], classes)),
            context.NextName("doubts.region"),
            RowsOf(doubts.Ranked.Take(attributes.Count), results, pictures, attributes, context));
    }

    private static KnownDoubts? KnownOf(DoubtedLabels doubts, LabelNotes? notes) =>
        notes is null
            ? null
            : new KnownDoubts(notes.Notes.Count, doubts.Ranked.Take(First).Count(doubt => notes.Of(doubt.Index) is not null), First);

    private static IReadOnlyList<Row> RowsOf(
        IEnumerable<DoubtedLabel> doubts, RunResults results, PictureCatalog pictures, Call attributes, ComponentContext context)
    {
        var classes = results.Run.Dataset.Classes;
        var tiles = new TileMaker(classes, context);
        var exported = pictures.WrongPredictions.SelectMany(group => group).ToDictionary(picture => picture.Index);
        var errors = attributes.Errors is { } page ? context.Page.HrefOf(page.Value, page.Position) : null;
        return
        [
            .. from doubt in doubts
               let prediction = results.Predictions[doubt.Index]
               select new Row(
                   doubt.Index,
                   TileOf(doubt.Index),
                   classes[doubt.Given],
                   classes[doubt.Suggested],
                   prediction.ProbabilityOf(doubt.Given),
                   prediction.ProbabilityOf(doubt.Suggested),
                   doubt.IsConfident,
                   NearestOf(pictures.NearestLabels.GetValueOrDefault(doubt.Index) ?? [], classes),
                   results.Notes?.Of(doubt.Index) is { } note ? LabelDoubt.Of(note, classes, context.Words) : null),
        ];

        PictureTile? TileOf(int index) => exported.GetValueOrDefault(index) is not { } picture ? null
            : errors is null ? tiles.Predicted(picture)
            : tiles.Predicted(picture) with { Href = $"{errors}#{ErrorsExplorer.IdOf(index)}" };
    }

    private static IReadOnlyList<NearestClass> NearestOf(IReadOnlyList<int> labels, IReadOnlyList<string> classes) =>
    [
        .. labels.CountBy(label => label)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .Select(count => new NearestClass(classes[count.Key], count.Value)),
    ];
}
