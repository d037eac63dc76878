namespace Glassy.Datasets;

/// <summary>How many pictures a split has.</summary>
/// <param name="Count">All of them.</param>
/// <param name="PerClass">[classes] in label order.</param>
public sealed record SplitInfo(int Count, IReadOnlyList<int> PerClass);
