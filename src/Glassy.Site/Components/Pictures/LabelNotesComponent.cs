using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Components.Pictures;

/// <summary>Test pictures whose labels people doubt, and the accuracy with these labels corrected: <c>&lt;LabelNotes /&gt;</c>.</summary>
public sealed class LabelNotesComponent() : Component<LabelNotesComponent.Call>("LabelNotes")
{
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    public sealed record Call(int Size = 56);

    /// <param name="Path">The file that the notes are read from, as an author would write them.</param>
    /// <param name="Source">Who doubts the labels; null without notes, as is all that follows.</param>
    /// <param name="Url">Where to read more.</param>
    /// <param name="Accuracy">Both ways.</param>
    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    /// <param name="Rows">By test index.</param>
    public sealed record Model(
        string Path,
        string? Source,
        string? Url,
        CorrectedAccuracy? Accuracy,
        int Size,
        int TileWidth,
        int TileHeight,
        IReadOnlyList<Row> Rows);

    /// <param name="Index">In the test split.</param>
    /// <param name="Tile">The picture; null when it was not exported.</param>
    /// <param name="Given">The dataset's class.</param>
    /// <param name="Consensus">What people agreed on, in a word.</param>
    /// <param name="Predicted">The model's class.</param>
    /// <param name="Verdict">How the prediction stands to the consensus, in words: it agrees, disagrees, or is left out.</param>
    public sealed record Row(int Index, PictureTile? Tile, string Given, string Consensus, string Predicted, string Verdict);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site is not { Results: { } results, Pictures: { } pictures })
        {
            return FailWithoutRun(call, context);
        }

        var path = Datasets.LabelNotes.PathOf(results.Run.Dataset.Name);
        return results.Notes is { } notes
            ? new Model(
                path, notes.Source, notes.Url, results.Corrected, attributes.Size, pictures.Shape.Width, pictures.Shape.Height,
                RowsOf(notes, results, pictures, context))
            : new Model(path, null, null, null, attributes.Size, pictures.Shape.Width, pictures.Shape.Height, []);
    }

    private static IReadOnlyList<Row> RowsOf(
        Datasets.LabelNotes notes,
        RunResults results,
        PictureCatalog pictures,
        ComponentContext context)
    {
        var (classes, words) = (results.Run.Dataset.Classes, context.Words);
        var tiles = new TileMaker(classes, context);
        var byIndex = pictures.Doubted.ToDictionary(picture => picture.Index);
        return
        [
            .. from note in notes.Notes
               let predicted = results.Predictions[note.Index].Predicted
               select new Row(
                   note.Index,
                   byIndex.GetValueOrDefault(note.Index) is { } picture ? tiles.Sample(picture, "test") : null,
                   classes[note.Given],
                   note.Consensus is { } label
                       ? classes[label]
                       : words[note.Verdict == Datasets.LabelVerdict.Neither ? "labels.neither" : "labels.no_agreement"],
                   classes[predicted],
                   words[note.Consensus is null ? "labels.left_out" : predicted == note.Consensus ? "labels.agrees" : "labels.disagrees"]),
        ];
    }
}
