using System.Text.Json.Serialization;
using Glassy.Datasets.Folders;

namespace Glassy.Datasets.Duplicates;

/// <summary>Which pictures of a dataset are there more than once, above all on both sides of a split.</summary>
/// <param name="Overlaps">Every split with itself and with those before it.</param>
/// <param name="LeakedTest">Test pictures, ascending, that are training pictures too, level by level.</param>
/// <param name="Contradicted">How many pictures are equal to one of another class.</param>
/// <param name="Equal">The first equal pairs of two splits, in the order of the dataset.</param>
/// <param name="Contradictions">The first equal pairs of two classes, likewise.</param>
/// <param name="Near">The pairs that are most alike without being equal, the most alike first.</param>
/// <param name="IsNearComplete">Whether every pair that looks alike was compared; else there may be more near ones.</param>
/// <param name="Groups">What the dataset says of groups; null when it says nothing.</param>
public sealed record DuplicateReport(
    IReadOnlyList<SplitOverlap> Overlaps,
    IReadOnlyList<int> LeakedTest,
    int Contradicted,
    IReadOnlyList<PicturePair> Equal,
    IReadOnlyList<PicturePair> Contradictions,
    IReadOnlyList<PicturePair> Near,
    bool IsNearComplete,
    SharedGroups? Groups)
{
    /// <summary>In at most so many bits the perceptual hashes of near pictures differ (<see cref="PictureHash"/>).</summary>
    public const int NearBits = 6;

    /// <summary>At least so much do their levels correlate: by their hashes alone, many handwritten digits would be the same.</summary>
    public const double NearCorrelation = 0.99;

    /// <summary>Of each list at most so many pairs are kept.</summary>
    public const int MostListed = 20;

    /// <summary>How many equal pictures two splits have in common; 0 for a split that is not there.</summary>
    /// <param name="of">Whose pictures are counted.</param>
    /// <param name="inSplit">Where they are too.</param>
    public int EqualIn(SplitKind of, SplitKind inSplit) =>
        Overlaps.FirstOrDefault(overlap => overlap.Of == of && overlap.In == inSplit)?.Equal ?? 0;

    /// <summary>Whether any picture is in two splits.</summary>
    [JsonIgnore]
    public bool IsClean => Overlaps.All(overlap => overlap.Of == overlap.In || overlap.Equal == 0);

    /// <summary>
    /// Whether pictures that are nearly alike were looked for: they need <see cref="PictureHash.LeastSide"/> pixels a side.
    /// </summary>
    [JsonIgnore]
    public bool HasNear => Overlaps.All(overlap => overlap.Near is not null);
}

/// <summary>What two splits have in common, or a split with itself.</summary>
/// <param name="Of">Whose pictures are counted.</param>
/// <param name="In">Where there is another picture like them.</param>
/// <param name="Equal">Pictures with an equal one there.</param>
/// <param name="Near">Pictures without an equal one there, but with one that is nearly alike; null when the pictures are too small to say
/// so.</param>
public sealed record SplitOverlap(SplitKind Of, SplitKind In, int Equal, int? Near);

/// <summary>Two pictures that are alike.</summary>
/// <param name="First">The one that comes first in the dataset: training before validation before test.</param>
/// <param name="Second">The other.</param>
/// <param name="Correlation">Pearson's, of their levels, −1..1; 1 for equal ones.</param>
public sealed record PicturePair(PicturePlace First, PicturePlace Second, double Correlation);

/// <summary>A picture of a dataset.</summary>
/// <param name="Split">In which split.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Label">Its class' index.</param>
/// <param name="Name">The path of its file in the dataset; null when it has none.</param>
public sealed record PicturePlace(SplitKind Split, int Index, int Label, string? Name);
