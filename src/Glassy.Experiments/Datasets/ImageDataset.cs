using Glassy.Datasets.Folders;

namespace Glassy.Datasets;

/// <summary>A dataset for image classification, whole in memory.</summary>
/// <param name="Name">A folder-safe name: <c>mnist</c>, <c>digits</c>, or the folder's own.</param>
/// <param name="Classes">The class names, in label order.</param>
/// <param name="Train">The training split.</param>
/// <param name="Test">The test split, of the same picture shape.</param>
public sealed record ImageDataset(string Name, IReadOnlyList<string> Classes, LabeledImages Train, LabeledImages Test)
{
    /// <summary>A validation split that the dataset itself has, of the same picture shape; null when it has none.</summary>
    public LabeledImages? Validation { get; init; }

    /// <summary>What is to be said of how it was read.</summary>
    public IReadOnlyList<DatasetRemark> Remarks { get; init; } = [];
}
