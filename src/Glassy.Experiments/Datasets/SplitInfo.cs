using System.Text.Json.Serialization;

namespace Glassy.Datasets;

/// <summary>How many pictures a split has.</summary>
/// <param name="Count">All of them.</param>
/// <param name="PerClass">[classes] in label order.</param>
public sealed record SplitInfo(int Count, IReadOnlyList<int> PerClass)
{
    /// <summary>The accuracy of always answering the largest class, 0..1; 0 without pictures.</summary>
    [JsonIgnore]
    public double Baseline => Count == 0 ? 0 : (double)PerClass.Max() / Count;
}
