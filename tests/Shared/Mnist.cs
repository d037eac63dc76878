using Glassy.Datasets;
using Glassy.Execution;

namespace Glassy.Tests;

/// <summary>The real MNIST, for tests that need it.</summary>
internal static class Mnist
{
    /// <summary>All of it; skips the test, with the reason, where MNIST is not to be had.</summary>
    public static Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var root = DatasetsFolder();
        var files = MnistFiles.FindAll(Path.Combine(root, "mnist"))!; // skipped when null
        return new MnistSource(files, new ProjectFolder(root)).LoadAsync(cancellationToken);
    }

    /// <summary>Skips the test, with the reason, where MNIST is not to be had.</summary>
    public static string DatasetsFolder()
    {
        var folder = Environment.GetEnvironmentVariable("GLASSY_DATASETS");
        Assert.SkipWhen(
            folder is null || MnistFiles.FindAll(Path.Combine(folder, "mnist")) is null,
            "needs MNIST: set GLASSY_DATASETS to a folder with mnist/ in it");
        return folder!; // skipped when null
    }
}
