using Glassy.Components.Binding;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Runs;

namespace Glassy.Components.Pictures;

/// <summary>Gathers the pictures behind the cells of a confusion matrix, for one page.</summary>
/// <param name="run">The run.</param>
/// <param name="pictures">What the site shows of it.</param>
/// <param name="ids">Of the cells.</param>
/// <param name="context">The page.</param>
internal sealed class CellGallery(Run run, PictureCatalog pictures, CellIds ids, ComponentContext context)
{
    /// <summary>Pictures and cells below a matrix whose page holds more than it.</summary>
    private const int MostBelowMatrix = 800;

    private readonly IReadOnlyList<string> _classes = run.Dataset.Classes;
    private readonly TileMaker _tiles = new(run.Dataset.Classes, context);

    /// <summary>The wrong predictions of the test split that the site has pictures of, the cells with most of them first.</summary>
    /// <param name="idOf">The id of a picture's place.</param>
    /// <param name="hrefOf">Where a picture is shown by itself.</param>
    public IReadOnlyList<CellPictures> Wrong(Func<int, string> idOf, Func<int, string> hrefOf) =>
        [.. WrongCells().Select(cell => CellOf(
            cell.Key.Truth,
            cell.Key.Predicted,
            run.Confusion,
            [.. cell.Select(picture => Read(picture, hrefOf) with { Id = idOf(picture.Index) })]))];

    /// <summary>The wrong predictions among some classes; of too many the first ones of each cell.</summary>
    /// <param name="labels">The classes.</param>
    public IReadOnlyList<CellPictures> WrongAmong(IReadOnlyCollection<int> labels)
    {
        var cells = WrongCells()
            .Where(cell => labels.Contains(cell.Key.Truth) && labels.Contains(cell.Key.Predicted))
            .Select(cell => (cell.Key, Pictures: cell.ToList()))
            .ToList();
        return [.. FairShare.Of(cells.Select(cell => cell.Pictures), MostBelowMatrix).Zip(
            cells.Select(cell => cell.Key),
            (shown, cell) => CellOf(cell.Truth, cell.Predicted, run.Confusion, [.. shown.Select(picture => Read(picture, null))]))];
    }

    /// <summary>Of the exported samples of some classes those that were read right.</summary>
    public IReadOnlyList<CellPictures> Right(IEnumerable<int> labels) =>
    [
        .. labels.Where(label => run.Confusion[label][label] > 0)
            .Select(label => CellOf(label, label, run.Confusion,
                [.. pictures.Test[label]
                    .Where(picture => context.Site.Predictions[picture.Index].IsCorrect)
                    .Select(picture => Read(picture, null))])),
    ];

    /// <summary>The classes of which an explorer shows what was read right.</summary>
    public IReadOnlyList<int> ExploredClasses() => ClassSelection.OfLargestCells(run.Confusion, ClassSelection.AtOnce);

    /// <summary>The ids of the cells that an explorer shows.</summary>
    public IReadOnlySet<string> Explored() =>
        WrongCells().Select(cell => cell.Key).Concat(ExploredClasses().Select(label => (Truth: label, Predicted: label)))
        .Where(cell => run.Confusion[cell.Truth][cell.Predicted] > 0).Select(cell => ids.Of(cell.Truth, cell.Predicted)).ToHashSet();

    /// <summary>The author's drawings, in the matrix' order.</summary>
    /// <param name="test">What the model said of them; one whose true class got the probability 0 has an infinite loss.</param>
    public IReadOnlyList<CellPictures> Drawings(Runs.CustomTest test) =>
    [
        .. pictures.CustomTest
            .GroupBy(picture => (Truth: picture.Label, test.Predictions[picture.Index].Predicted))
            .OrderBy(cell => cell.Key)
            .Select(cell => CellOf(cell.Key.Truth, cell.Key.Predicted, test.Confusion, [.. cell.Select(picture => Drawn(picture, test))])),
    ];

    private IEnumerable<IGrouping<(int Truth, int Predicted), ExportedPicture>> WrongCells() =>
        pictures.WrongPredictions.SelectMany(group => group)
            .GroupBy(picture => (Truth: picture.Label, context.Site.Predictions[picture.Index].Predicted))
            .OrderByDescending(cell => cell.Count()).ThenBy(cell => cell.Key);

    private CellPictures CellOf(int truth, int predicted, IReadOnlyList<IReadOnlyList<int>> confusion, IReadOnlyList<ReadPicture> read) =>
        new(
            ids.Of(truth, predicted),
            _classes[truth],
            _classes[predicted],
            confusion[truth][predicted],
            confusion[truth].Sum(),
            truth == predicted,
            read);

    private ReadPicture Read(ExportedPicture picture, Func<int, string>? hrefOf)
    {
        var prediction = context.Site.Predictions[picture.Index];
        var tile = _tiles.Predicted(picture with { Predicted = prediction.Predicted });
        return new ReadPicture(
            picture.Index,
            tile,
            hrefOf is null ? context.HrefOf(picture.Path) : hrefOf(picture.Index),
            prediction.HasProbabilities ? prediction.Confidence : null,
            prediction.HasProbabilities ? prediction.ProbabilityOf(prediction.Label) : null,
            prediction.HasProbabilities ? prediction.Loss : null);
    }

    private ReadPicture Drawn(ExportedPicture picture, Runs.CustomTest test)
    {
        var prediction = test.Predictions[picture.Index];
        var trueProbability = prediction.Probabilities[prediction.Label];
        return new ReadPicture(
            picture.Index,
            _tiles.Predicted(picture, prediction.Predicted, _tiles.NameOfDrawing(prediction.FileName)),
            context.HrefOf(picture.Path),
            prediction.Probabilities[prediction.Predicted],
            trueProbability,
            -Math.Log(trueProbability));
    }
}
