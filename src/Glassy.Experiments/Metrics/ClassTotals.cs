namespace Glassy.Metrics;

/// <summary>What most figures need of a confusion matrix: its diagonal and the sums of its rows and columns.</summary>
/// <param name="Hits">[classes] how many pictures of each were predicted as it.</param>
/// <param name="Support">[classes] how many pictures of each there are.</param>
/// <param name="PredictedAs">[classes] how many pictures were predicted as each.</param>
public sealed record ClassTotals(IReadOnlyList<int> Hits, IReadOnlyList<int> Support, IReadOnlyList<int> PredictedAs)
{
    /// <summary>How many classes there are.</summary>
    public int Classes => Hits.Count;

    /// <summary>All pictures.</summary>
    public int Total => Support.Sum();

    /// <summary>Pictures right.</summary>
    public int Correct => Hits.Sum();

    /// <summary>Share right, 0..1; 0 when there are no pictures.</summary>
    public double Accuracy => Share(Correct, Total);

    /// <summary>Precision, recall, F1 = 2·hits / (support + predicted as) and support of each class.</summary>
    /// <remarks>Source: van Rijsbergen 1979, "Information Retrieval", chapter 7; a division by 0 gives 0.</remarks>
    /// <param name="names">[classes] in label order.</param>
    public IReadOnlyList<ClassMetrics> PerClass(IReadOnlyList<string> names) =>
    [
        .. names.Select((name, c) => new ClassMetrics(
            name, Share(Hits[c], PredictedAs[c]), Share(Hits[c], Support[c]), Share(2 * Hits[c], Support[c] + PredictedAs[c]), Support[c])),
    ];

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
