using Glassy.Datasets;
using Glassy.Datasets.Duplicates;

namespace Glassy.Describing;

/// <summary>What <c>glassy data</c> says of a dataset.</summary>
/// <param name="Info">Its counts, and how it was read.</param>
/// <param name="Duplicates">Which pictures are there more than once; null for predictions without pictures.</param>
public sealed record DatasetReport(DatasetInfo Info, DuplicateReport? Duplicates)
{
    /// <summary>Its splits by name, those that it has.</summary>
    public IReadOnlyList<(string Name, SplitInfo Split)> Splits =>
    [
        .. new (string Name, SplitInfo? Split)[] { ("train", Info.Train), ("validation", Info.Validation), ("test", Info.Test) }
            .Where(split => split.Split is { Count: > 0 })
            .Select(split => (split.Name, split.Split!)), // those that are there
    ];

    /// <summary>Of the pictures that are learned from; without such, of those that are tested.</summary>
    public ClassBalance Balance => ClassBalance.Of(Info.Classes, Info.Train.Count > 0 ? Info.Train : Info.Test);

    /// <summary>The test split's largest class.</summary>
    public ClassBalance Test => ClassBalance.Of(Info.Classes, Info.Test);

    /// <summary>The accuracy of always answering it, 0..1.</summary>
    public double Baseline => Info.Test.Baseline;
}
