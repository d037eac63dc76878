using Glassy.Datasets.Files;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>MNIST from its four IDX files, which must be the published ones to the last bit.</summary>
/// <param name="files">The four files, gzipped or not.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class MnistSource(IdxFileSet files, ProjectFolder project) : IDatasetSource
{
    /// <summary>The dataset's name.</summary>
    public const string DatasetName = "mnist";

    /// <summary>What <see cref="DatasetInfo.Sha256"/> is of MNIST.</summary>
    public const string ContentSha256 = "ebbe4163b3561eb78e2baa77bfab4ddb3975f71af98ae079c5a9bde9466c363a";

    public string Name => DatasetName;

    public string? Notice => null;

    public IReadOnlyList<string> Files => files.Paths;

    public async Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var (train, test) = await IdxSplits.ReadAsync(files, project, CheckHash, cancellationToken).ConfigureAwait(false);
        return new ImageDataset(Name, LabelRange.NumberedClasses(10), train, test);
    }

    private void CheckHash(string path, IdxArray content)
    {
        var expected = MnistFiles.Sha256[Path.GetFileNameWithoutExtension(path)];
        var actual = content.Sha256();
        if (actual != expected)
        {
            throw new InvalidDataException(
                $"{project.Relative(path)}: SHA-256 {actual[..12]}…, expected {expected[..12]}…: not MNIST's file; delete it to have it downloaded, or name the folder as `dataset:` to use it as it is");
        }
    }
}
