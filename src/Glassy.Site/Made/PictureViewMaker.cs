using Glassy.Metrics;
using Glassy.Pages;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>Makes what a picture's page shows.</summary>
/// <param name="evidence">What is known of the pictures.</param>
/// <param name="paths">Addresses from the page.</param>
internal sealed class PictureViewMaker(PictureEvidence evidence, SitePath paths)
{
    private readonly IReadOnlyList<string> _classes = evidence.Results.Run.Dataset.Classes;

    public static string TitleOf(IReadOnlyList<string> classes, Prediction prediction) =>
        $"Test picture {prediction.Index}: {classes[prediction.Label]} predicted as {classes[prediction.Predicted]}";

    public PictureView Of(ExplainedPicture explained, Prediction prediction)
    {
        var exported = evidence.Pictures.WrongPredictions[prediction.Label].Single(picture => picture.Index == explained.Index);
        return new PictureView(
            TitleOf(_classes, prediction),
            prediction.Index,
            _classes[prediction.Label],
            _classes[prediction.Predicted],
            prediction.Loss,
            evidence.Pictures.Shape.Width,
            evidence.Pictures.Shape.Height,
            Tile(exported.Strip, exported.Tile, $"Test picture {prediction.Index} as the dataset has it"),
            Tile(explained.Seen, $"Test picture {prediction.Index} as the model saw it"),
            Tile(explained.Saliency, $"What the answer depends on, laid over test picture {prediction.Index}"),
            HrefOf(exported.Path),
            WordsFor(evidence.Results.Run.Options.Normalize),
            [
                .. _classes.Select((name, label) => new ClassProbability(name, prediction.ProbabilityOf(label), label == prediction.Label, label == prediction.Predicted))
                    .OrderByDescending(answer => answer.Probability),
            ],
            [.. explained.Neighbors.Select(Neighbor)])
        {
            Doubt = evidence.Results.Notes?.Of(prediction.Index)?.Describe(_classes),
            DoubtSource = evidence.Results.Notes?.Source,
        };
    }

    private NeighborView Neighbor(ExplainedNeighbor neighbor)
    {
        var (picture, name) = (neighbor.Picture, _classes[neighbor.Picture.Label]);
        return new NeighborView(Tile(neighbor.Place, $"{name}, training picture {picture.Index}"), picture.Index, name, picture.Distance);
    }

    private static string WordsFor(Normalization normalize) => normalize switch
    {
        Normalization.UnitColumns => "each column scaled to unit length",
        Normalization.Scale => "levels from 0 to 1",
        Normalization.None => "levels as they are",
        _ => throw new ArgumentOutOfRangeException(nameof(normalize), normalize, "not a normalisation"),
    };

    private PlacedTile Tile(TilePlace place, string alt) => Tile(place.Strip, place.Tile, alt);

    private PlacedTile Tile(string strip, int tile, string alt) => new(HrefOf(strip), tile, alt);

    private string HrefOf(string path) => Permalink.Encode(paths.To(path));
}
