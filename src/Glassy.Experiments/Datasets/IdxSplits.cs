using Glassy.Datasets.Files;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>Reads the four files of an IDX dataset side by side, and checks them against one another.</summary>
internal static class IdxSplits
{
    /// <param name="files">The four files.</param>
    /// <param name="project">For the paths in messages.</param>
    /// <param name="check">Called with each file's path and content, possibly from several threads.</param>
    /// <param name="cancellationToken">Looked at every megabyte.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be, or two do not fit one another.</exception>
    public static async Task<(LabeledImages Train, LabeledImages Test)> ReadAsync(
        IdxFileSet files, ProjectFolder project, Action<string, IdxArray>? check, CancellationToken cancellationToken)
    {
        var trainTask = Task.Run(() => ReadSplit(files.TrainImages, files.TrainLabels), cancellationToken);
        var testTask = Task.Run(() => ReadSplit(files.TestImages, files.TestLabels), cancellationToken);
        var splits = await Task.WhenAll(trainTask, testTask).ConfigureAwait(false);
        var (train, test) = (splits[0], splits[1]);
        if (train.Shape != test.Shape)
        {
            throw new InvalidDataException(
                $"{project.Relative(files.TestImages)}: pictures of {Size(test)}, but those of {Path.GetFileName(files.TrainImages)} are {Size(train)}");
        }

        return (train, test);

        LabeledImages ReadSplit(string imagesPath, string labelsPath)
        {
            var images = IdxReader.ReadImages(imagesPath, project, cancellationToken);
            check?.Invoke(imagesPath, images);
            var labels = IdxReader.ReadLabels(labelsPath, project, cancellationToken);
            check?.Invoke(labelsPath, labels);
            if (images.Count != labels.Count)
            {
                throw new InvalidDataException(
                    $"{project.Relative(labelsPath)}: {Counted.Of(labels.Count, "label")}, but {Path.GetFileName(imagesPath)} has {Counted.Of(images.Count, "picture")}");
            }

            var shape = new ImageShape(images.Dimensions[1], images.Dimensions[2], 1);
            return new LabeledImages(shape, images.Data, Array.ConvertAll(labels.Data, label => (int)label));
        }
    }

    private static string Size(LabeledImages images) => $"{images.Shape.Height}×{images.Shape.Width}";
}
