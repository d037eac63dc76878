namespace Glassy.Datasets;

/// <summary>How evenly pictures are spread over classes.</summary>
/// <param name="Largest">The class with the most pictures; of equal ones the first.</param>
/// <param name="Most">How many it has.</param>
/// <param name="Smallest">The class with the fewest; likewise.</param>
/// <param name="Fewest">How many it has.</param>
public sealed record ClassBalance(string Largest, int Most, string Smallest, int Fewest)
{
    /// <summary>How many times more the largest has, 1 or more; null when the smallest has none.</summary>
    public double? Ratio => Fewest == 0 ? null : (double)Most / Fewest;

    /// <summary>Whether all classes have as many.</summary>
    public bool IsEven => Most == Fewest;

    /// <param name="classes">[classes] names in label order, at least one.</param>
    /// <param name="split">Of the same classes.</param>
    public static ClassBalance Of(IReadOnlyList<string> classes, SplitInfo split)
    {
        var (most, fewest) = (split.PerClass.Max(), split.PerClass.Min());
        return new ClassBalance(classes[PlaceOf(most)], most, classes[PlaceOf(fewest)], fewest);

        int PlaceOf(int count) => split.PerClass.Index().First(entry => entry.Item == count).Index;
    }
}
