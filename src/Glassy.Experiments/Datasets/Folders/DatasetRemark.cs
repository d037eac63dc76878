namespace Glassy.Datasets.Folders;

/// <summary>Something that whoever reads of a dataset should know: what was left out of it, how its split was made.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="IsWarning">Whether it may be a mistake.</param>
public sealed record DatasetRemark(string Text, bool IsWarning);
