using Glassy.Datasets.Files;
using Glassy.Datasets.Options;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>Finds MNIST, or fetches it into <c>data/datasets/mnist/</c>.</summary>
/// <param name="project">The project that is built.</param>
/// <param name="datasetsFolder">A folder with datasets outside of the project (<c>GLASSY_DATASETS</c>), or null.</param>
public sealed class MnistLocator(ProjectFolder project, string? datasetsFolder)
{
    private string OwnFolder => project.Absolute("data/datasets/mnist");

    /// <summary>
    /// Looks in <c>data/datasets/mnist/</c>, in <c>mnist/</c> of the datasets' folder, then for <c>data/datasets/mnist.npz</c>.
    /// </summary>
    /// <returns>Null when it is at none of them.</returns>
    public IDatasetSource? Find()
    {
        string[] folders = string.IsNullOrWhiteSpace(datasetsFolder)
            ? [OwnFolder]
            : [OwnFolder, Path.Combine(project.Absolute(datasetsFolder), "mnist")];
        var files = folders.Select(MnistFiles.FindAll).FirstOrDefault(found => found is not null);
        var archive = project.Absolute("data/datasets/mnist.npz");
        return files is not null ? new MnistSource(files, project)
            : File.Exists(archive) ? new NumpySource(archive, MnistSource.DatasetName, new DatasetOptions(), project)
            : null;
    }

    /// <summary>Downloads those of the four files that are not there yet.</summary>
    /// <exception cref="DownloadException">No mirror has them.</exception>
    public async Task<IDatasetSource> DownloadAsync(Downloader downloader, IReadOnlyList<Uri> mirrors, CancellationToken cancellationToken)
    {
        foreach (var (name, sha256) in MnistFiles.Sha256)
        {
            if (MnistFiles.Find(OwnFolder, name) is null)
            {
                var file = new DownloadFile(name + ".gz", sha256);
                await downloader.DownloadAsync(file, mirrors, OwnFolder, cancellationToken).ConfigureAwait(false);
            }
        }

        return Find() ?? throw new InvalidOperationException("All four files were downloaded, yet they are not found.");
    }
}
