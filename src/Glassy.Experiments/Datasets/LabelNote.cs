namespace Glassy.Datasets;

/// <summary>A test picture whose label people doubt.</summary>
/// <param name="Index">In the test split.</param>
/// <param name="Given">Class index given by the dataset.</param>
/// <param name="Consensus">Class index that people agreed on, another than the given one; null when they agreed on none.</param>
/// <param name="Verdict">What they agreed on.</param>
public sealed record LabelNote(int Index, int Given, int? Consensus, LabelVerdict Verdict);
