namespace Glassy.Datasets;

/// <summary>MNIST's four files (LeCun, Cortes, Burges): what they are called, where they are kept, and what they must contain.</summary>
public static class MnistFiles
{
    /// <summary>SHA-256 of the uncompressed file, by its name without <c>.gz</c>.</summary>
    public static IReadOnlyDictionary<string, string> Sha256 { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["train-images-idx3-ubyte"] = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        ["train-labels-idx1-ubyte"] = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        ["t10k-images-idx3-ubyte"] = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        ["t10k-labels-idx1-ubyte"] = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    };

    /// <summary>Where the gzipped files are to be had, in the order in which they are asked.</summary>
    public static IReadOnlyList<Uri> Mirrors { get; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>Path of one of the files in a folder, gzipped or not.</summary>
    /// <returns>Null when neither is there.</returns>
    public static string? Find(string folder, string name) =>
        new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".gz") }.FirstOrDefault(File.Exists);

    /// <summary>All four in a folder.</summary>
    /// <returns>Null unless all are there.</returns>
    public static IdxFileSet? FindAll(string folder)
    {
        var paths = IdxFileSet.UsualNames.Select(name => Find(folder, name)).ToArray();
        return paths is [{ } trainImages, { } trainLabels, { } testImages, { } testLabels]
            ? new IdxFileSet(trainImages, trainLabels, testImages, testLabels)
            : null;
    }
}
