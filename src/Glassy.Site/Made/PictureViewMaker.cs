using Glassy.Metrics;
using Glassy.Pages;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Made;

/// <summary>Makes what a picture's page shows.</summary>
/// <param name="evidence">What is known of the pictures.</param>
/// <param name="paths">Addresses from the page.</param>
/// <param name="words">What it says.</param>
internal sealed class PictureViewMaker(PictureEvidence evidence, SitePath paths, Words words)
{
    private readonly IReadOnlyList<string> _classes = evidence.Results.Run.Dataset.Classes;

    public static string TitleOf(IReadOnlyList<string> classes, Prediction prediction, Words words) => words.Of(
        "picture.title", ("index", prediction.Index), ("truth", classes[prediction.Label]), ("predicted", classes[prediction.Predicted]));

    public PictureView Of(ExplainedPicture explained, Prediction prediction)
    {
        var exported = evidence.Pictures.WrongPredictions[prediction.Label].Single(picture => picture.Index == explained.Index);
        return new PictureView(
            TitleOf(_classes, prediction, words),
            prediction.Index,
            _classes[prediction.Label],
            _classes[prediction.Predicted],
            prediction.HasProbabilities ? prediction.Loss : null,
            evidence.Pictures.Shape.Width,
            evidence.Pictures.Shape.Height,
            Tile(exported.Strip, exported.Tile, words.Of("picture.raw_alt", ("index", prediction.Index))),
            explained.Seen is { } seen ? Tile(seen, words.Of("picture.seen_alt", ("index", prediction.Index))) : null,
            explained.Saliency is { } saliency ? Tile(saliency, words.Of("picture.saliency_alt", ("index", prediction.Index))) : null,
            words[evidence.Results.Run.Foreign?.Onnx is null ? "picture.gradient" : "picture.occlusion"],
            HrefOf(exported.Path),
            evidence.Results.Run.Options is { } options ? WordsFor(options) : "",
            prediction.HasProbabilities ? AnswersOf(prediction) : [],
            [.. explained.Neighbors.Select(neighbor => Neighbor(neighbor, explained.AreByModel ? "tile.test" : "tile.train"))])
        {
            Doubt = evidence.Results.Notes?.Of(prediction.Index) is { } note ? LabelDoubt.Of(note, _classes, words) : null,
            IsEvaluated = evidence.Results.Run.Foreign?.Onnx is not null,
            AreByModel = explained.AreByModel,
            DoubtSource = evidence.Results.Notes?.Source,
        };
    }

    private IReadOnlyList<ClassProbability> AnswersOf(Prediction prediction) =>
    [
        .. _classes.Select((name, label) =>
            new ClassProbability(name, prediction.ProbabilityOf(label), label == prediction.Label, label == prediction.Predicted))
            .OrderByDescending(answer => answer.Probability),
    ];

    private NeighborView Neighbor(ExplainedNeighbor neighbor, string word)
    {
        var (picture, name) = (neighbor.Picture, _classes[neighbor.Picture.Label]);
        return new NeighborView(
            Tile(neighbor.Place, words.Of(word, ("class", name), ("index", picture.Index))), picture.Index, name, picture.Distance);
    }

    private string WordsFor(TrainingOptions options) => options.Preprocess == PreprocessingNames.None
        ? WordsFor(options.Normalize)
        : words.Of("picture.preprocessed", ("steps", options.Preprocess), ("levels", WordsFor(options.Normalize)));

    private string WordsFor(Normalization normalize) => normalize switch
    {
        Normalization.UnitColumns => words["picture.unit_columns"],
        Normalization.Scale => words["picture.scale"],
        Normalization.None => words["picture.as_they_are"],
        _ => throw new ArgumentOutOfRangeException(nameof(normalize), normalize, "not a normalisation"),
    };

    private PlacedTile Tile(TilePlace place, string alt) => Tile(place.Strip, place.Tile, alt);

    private PlacedTile Tile(string strip, int tile, string alt) => new(HrefOf(strip), tile, alt);

    private string HrefOf(string path) => Permalink.Encode(paths.To(path));
}
