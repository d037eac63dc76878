namespace Glassy.Datasets.Folders;

/// <summary>A picture's file that has been found but not read.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Key">Its path in the dataset's folder, with <c>/</c>: what it is told from others by.</param>
/// <param name="Class">The name of its class.</param>
/// <param name="Split">What it is for.</param>
/// <param name="Traits">What else is known of it, in the order of the listing's names.</param>
internal sealed record ListedPicture(string Path, string Key, string Class, SplitKind Split, IReadOnlyList<string> Traits);
