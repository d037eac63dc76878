using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Progress;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pictures;

/// <summary>Writes every picture that the site shows, each as a PNG of its own and as a tile in a strip.</summary>
/// <remarks>
/// Under the dataset's folder of <see cref="RunAddresses"/>: <c>train|test/&lt;class&gt;/&lt;class&gt;-&lt;iiii&gt;.png</c> (iiii counts
/// within the class in dataset order),
/// <c>wrong-predictions/&lt;true&gt;/&lt;true&gt;-&lt;iiii&gt;-&lt;predicted&gt;.png</c> (iiii counts the class' wrong ones in test order),
/// <c>custom-test/&lt;file stem&gt;.png</c>, <c>label-notes|compared/&lt;test index&gt;.png</c>. Class names are made file-safe and unique.
/// Strips are apart: a page names each hundreds of times.
/// </remarks>
public static class PictureExporter
{
    /// <param name="folder">Absolute path of the site's root, or of a folder that is copied there. A file that is the same already is not
    /// touched.</param>
    /// <param name="addresses">Where the site has them.</param>
    /// <param name="dataset">The pictures.</param>
    /// <param name="testPredictions">One a test picture.</param>
    /// <param name="doubted">Indices of test pictures whose labels are doubted, ascending.</param>
    /// <param name="compared">Indices of test pictures that other runs read wrong and this one right, ascending.</param>
    /// <param name="drawings">The author's drawings, as the model saw them.</param>
    /// <param name="customPredictions">One a drawing, by file name; null when no model has seen them.</param>
    /// <param name="samplesPerClass">How many pictures of each class and split; null for all.</param>
    /// <param name="progress">Counts files.</param>
    /// <param name="cancellationToken">Looked at before each file.</param>
    public static PictureCatalog Export(
        string folder,
        RunAddresses addresses,
        ImageDataset dataset,
        IReadOnlyList<Prediction> testPredictions,
        IReadOnlyList<int> doubted,
        IReadOnlyList<int> compared,
        IReadOnlyList<CustomDrawing> drawings,
        IReadOnlyList<CustomPrediction>? customPredictions,
        int? samplesPerClass,
        IProgressSink progress,
        CancellationToken cancellationToken)
    {
        var plan = new PicturePlan(dataset, addresses);
        var train = PictureSet.Place(
            plan.Samples("train", dataset.Train, samplesPerClass), strip => addresses.Strip("train", strip), dataset.Train.Shape);
        var test = PictureSet.Place(
            plan.Samples("test", dataset.Test, samplesPerClass), strip => addresses.Strip("test", strip), dataset.Test.Shape);
        var wrong = PictureSet.Place(plan.WrongPredictions(testPredictions), strip => addresses.Strip("wrong", strip), dataset.Test.Shape);
        var custom = PictureSet.Place(
            [plan.Drawings(drawings, customPredictions)], strip => addresses.Strip("drawings", strip), dataset.Test.Shape);
        var notes = PictureSet.Place(
            [plan.Tested("label-notes", testPredictions, doubted)], strip => addresses.Strip("label-notes", strip), dataset.Test.Shape);
        var others = PictureSet.Place(
            [plan.Tested("compared", testPredictions, compared)], strip => addresses.Strip("compared", strip), dataset.Test.Shape);

        Write(folder, [train, test, wrong, custom, notes, others], progress, cancellationToken);
        return new PictureCatalog(dataset.Train.Shape, train.Pictures, test.Pictures, wrong.Pictures, custom.Pictures[0])
        {
            Doubted = notes.Pictures[0],
            Compared = others.Pictures[0],
        };
    }

    private static void Write(string folder, PictureSet[] sets, IProgressSink progress, CancellationToken cancellationToken)
    {
        var files = sets.SelectMany(set => set.Files()).ToArray();
        // Before any file: two threads that make one directory get in each other's way.
        foreach (var directory in files.Select(file => Path.GetDirectoryName(file.Path) ?? "").Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(folder, directory));
        }

        using var task = progress.Start("Exporting pictures", files.Length);
        var done = 0;
        Parallelism.For(files.Length, i =>
        {
            WriteIfDifferent(Path.Combine(folder, files[i].Path), files[i].Encode());
            task.Report(Interlocked.Increment(ref done));
        }, cancellationToken);
    }

    private static void WriteIfDifferent(string path, byte[] content)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != content.Length || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
        {
            File.WriteAllBytes(path, content);
        }
    }
}
