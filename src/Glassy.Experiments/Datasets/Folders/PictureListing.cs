namespace Glassy.Datasets.Folders;

/// <summary>The pictures that a folder or table names.</summary>
/// <param name="Classes">In ordinal order with numbers as numbers; one may have no picture.</param>
/// <param name="Pictures">Class after class, by their paths in the same order.</param>
/// <param name="Remarks">What was left out.</param>
/// <param name="Traits">The names of what else is known of each picture.</param>
internal sealed record PictureListing(
    IReadOnlyList<string> Classes,
    IReadOnlyList<ListedPicture> Pictures,
    IReadOnlyList<DatasetRemark> Remarks,
    IReadOnlyList<string> Traits);
