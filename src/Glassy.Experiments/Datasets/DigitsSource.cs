using Glassy.Datasets.Files;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>
/// The bundled digits: OpenCV's sample picture of 5,000 of MNIST's digits, shrunk to 20×20, in 50 rows × 100 columns, five rows a digit.
/// Each is brought back to 28×28; the first 400 of each digit are for training, the last 100 for test.
/// </summary>
/// <param name="path">Absolute path of <c>digits.png</c>.</param>
/// <param name="notice">Why these and not what was asked for; null when they were.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class DigitsSource(string path, string? notice, ProjectFolder project) : IDatasetSource
{
    /// <summary>The dataset's name.</summary>
    public const string DatasetName = "digits";

    private const int Classes = 10;
    private const int RowsPerClass = 5;
    private const int Columns = 100;
    private const int PerClass = RowsPerClass * Columns;
    private const int TrainPerClass = 400;

    private static readonly ImageShape Cell = new(20, 20, 1);
    private static readonly ImageShape Full = new(28, 28, 1);

    public string Name => DatasetName;

    public string? Notice => notice;

    public IReadOnlyList<string> Files => [path];

    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken) => Task.Run(() => Load(cancellationToken), cancellationToken);

    private ImageDataset Load(CancellationToken cancellationToken)
    {
        var name = project.Relative(path);
        var picture = PictureDecoder.Decode(DataFile.ReadAllBytes(path, name), name);
        var (height, width) = (Classes * RowsPerClass * Cell.Height, Columns * Cell.Width);
        if (picture.Height != height || picture.Width != width)
        {
            throw new InvalidDataException(
                $"{name}: {picture.Width}×{picture.Height} pixels, expected OpenCV's digits.png of {width}×{height}; restore the file that came with the program");
        }

        var sheet = picture.ToGrey(0);
        return new ImageDataset(
            Name,
            LabelRange.NumberedClasses(Classes),
            Cut(sheet, 0, TrainPerClass, cancellationToken),
            Cut(sheet, TrainPerClass, PerClass - TrainPerClass, cancellationToken));
    }

    /// <summary>Of each class, <paramref name="count"/> digits from <paramref name="first"/> on.</summary>
    private static LabeledImages Cut(byte[] sheet, int first, int count, CancellationToken cancellationToken)
    {
        var pixels = new byte[Classes * count * Full.Length];
        var labels = new int[Classes * count];
        Parallelism.For(labels.Length, i =>
        {
            var digit = i / count;
            labels[i] = digit;
            var place = (digit * PerClass) + first + (i % count);
            var cell = CellAt(sheet, place / Columns, place % Columns);
            Resampler.Resize(cell, Cell, Full).CopyTo(pixels, i * Full.Length);
        }, cancellationToken);
        return new LabeledImages(Full, pixels, labels);
    }

    private static byte[] CellAt(byte[] sheet, int row, int column)
    {
        var cell = new byte[Cell.Length];
        for (var y = 0; y < Cell.Height; y++)
        {
            var start = (((row * Cell.Height) + y) * Columns * Cell.Width) + (column * Cell.Width);
            sheet.AsSpan(start, Cell.Width).CopyTo(cell.AsSpan(y * Cell.Width));
        }

        return cell;
    }
}
