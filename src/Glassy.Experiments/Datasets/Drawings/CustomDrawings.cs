using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets.Drawings;

/// <summary>Reads the author's own drawings and prepares them as <see cref="DrawingPreprocessor"/> says.</summary>
/// <param name="project">For the paths in messages.</param>
public sealed class CustomDrawings(ProjectFolder project)
{
    /// <summary>
    /// All PNG and JPEG files of a folder, in file name order with numbers as numbers. The label is the stem before any <c>-</c>: a class
    /// name, or its file-safe form.
    /// </summary>
    /// <param name="folder">Absolute path; a folder that is not there has no drawings.</param>
    /// <param name="dataset">Says the classes, the shape, and whether ink is bright or dark.</param>
    /// <param name="cancellationToken">Looked at before each file.</param>
    /// <exception cref="InvalidDataException">A file cannot be read, or shows nothing.</exception>
    public LoadedDrawings Load(string folder, ImageDataset dataset, CancellationToken cancellationToken) =>
        Load(folder, dataset.Classes, dataset.Train.Shape, InkPolarity.Of(dataset.Train), cancellationToken);

    /// <inheritdoc cref="Load(string, ImageDataset, CancellationToken)"/>
    /// <param name="folder">Absolute path; a folder that is not there has no drawings.</param>
    /// <param name="classes">The class names, in label order.</param>
    /// <param name="shape">The size that the drawings get.</param>
    /// <param name="polarity">Whether the dataset's ink is bright or dark.</param>
    /// <param name="cancellationToken">Looked at before each file.</param>
    public LoadedDrawings Load(
        string folder, IReadOnlyList<string> classes, ImageShape shape, Polarity polarity, CancellationToken cancellationToken)
    {
        var drawings = new List<CustomDrawing>();
        var leftOut = new List<string>();
        var labels = LabelsOf(classes);
        foreach (var path in Directory.Exists(folder) ? PictureFiles.In(folder) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fileName = Path.GetFileName(path);
            if (LabelOf(Path.GetFileNameWithoutExtension(fileName), labels) is { } label)
            {
                drawings.Add(new CustomDrawing(fileName, label, Prepare(path, shape, polarity)));
            }
            else
            {
                leftOut.Add(fileName);
            }
        }

        return new LoadedDrawings(drawings, leftOut);
    }

    /// <summary>The files of a folder that are drawings of one of the classes, in file name order; nothing is read.</summary>
    /// <param name="folder">Absolute path; a folder that is not there has none.</param>
    /// <param name="classes">The class names, in label order.</param>
    public static IReadOnlyList<string> FilesOf(string folder, IReadOnlyList<string> classes)
    {
        var labels = LabelsOf(classes);
        return Directory.Exists(folder)
            ? [.. PictureFiles.In(folder).Where(path => LabelOf(Path.GetFileNameWithoutExtension(path), labels) is not null)]
            : [];
    }

    private byte[] Prepare(string path, ImageShape shape, Polarity polarity)
    {
        var name = project.Relative(path);
        var picture = PictureDecoder.Decode(DataFile.ReadAllBytes(path, name), name);
        return DrawingPreprocessor.Prepare(picture, shape, polarity)
            ?? throw new InvalidDataException($"{name}: nothing is drawn on it, expected ink that differs from the paper");
    }

    /// <summary>Label by class name and by the name's file-safe form; the names themselves come first.</summary>
    private static Dictionary<string, int> LabelsOf(IReadOnlyList<string> classes)
    {
        var safe = FileSafeName.AllOf(classes, "class");
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var label = 0; label < classes.Count; label++)
        {
            labels.TryAdd(classes[label], label);
        }

        for (var label = 0; label < classes.Count; label++)
        {
            labels.TryAdd(safe[label], label);
        }

        return labels;
    }

    /// <summary>
    /// The whole stem when that is a class (a name may have a <c>-</c> itself), else the longest part before a <c>-</c> that is one.
    /// </summary>
    private static int? LabelOf(string stem, Dictionary<string, int> labels)
    {
        for (var end = stem.Length; end > 0; end = stem.LastIndexOf('-', end - 1))
        {
            if (labels.TryGetValue(stem[..end], out var label))
            {
                return label;
            }
        }

        return null;
    }
}
