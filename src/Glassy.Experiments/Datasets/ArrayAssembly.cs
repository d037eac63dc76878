using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>Makes a dataset of arrays.</summary>
/// <param name="name">The dataset's folder-safe name.</param>
/// <param name="shown">What messages call it.</param>
/// <param name="split">How it is split where it is not.</param>
internal sealed class ArrayAssembly(string name, string shown, SplitOptions split)
{
    /// <summary>A label beyond is a mistake rather than a class.</summary>
    private const int MostClasses = 65536;

    /// <param name="parts">In order; several of one split are one after the other.</param>
    /// <param name="classes">Their names, in label order; null to number them as far as the training labels go.</param>
    /// <param name="remarks">What is to be said of them.</param>
    /// <exception cref="InvalidDataException">They do not fit one another, or there is nothing to learn from or to test on.</exception>
    public ImageDataset Make(IReadOnlyList<ArraySplit> parts, IReadOnlyList<string>? classes, IReadOnlyList<DatasetRemark> remarks)
    {
        CheckShapes(parts);
        var all = parts.ToLookup(part => part.Split);
        var training = all[SplitKind.Train].Any() ? SplitKind.Train : SplitKind.None;
        if (!all[training].Any())
        {
            throw new InvalidDataException(
                $"{shown}: no training pictures, expected some beside those of {string.Join(", ", parts.Select(part => part.Name))}");
        }

        var names = classes ?? LabelRange.NumberedClasses(Math.Clamp(all[training].Max(part => part.Labels.Max()), 0, MostClasses - 1) + 1);
        Check(parts, all[training], names.Count, classes is not null);
        var train = Join([.. all[training]]);
        var test = all[SplitKind.Test].Any() ? Join([.. all[SplitKind.Test]]) : null;
        var validation = all[SplitKind.Validation].Any() ? Join([.. all[SplitKind.Validation]]) : null;
        if (test is null && validation is not null)
        {
            return new ImageDataset(name, names, train, validation)
            {
                Remarks = [.. remarks, HeldOut.ValidationRemark(shown)],
            };
        }

        return test is null
            ? HoldOut(names, train, remarks)
            : new ImageDataset(name, names, train, test) { Validation = validation, Remarks = remarks };
    }

    private ImageDataset HoldOut(IReadOnlyList<string> names, LabeledImages pictures, IReadOnlyList<DatasetRemark> remarks)
    {
        var isTest = HeldOut.Choose([.. pictures.Labels.Select((label, i) => (FormattableString.Invariant($"{i}"), label))], split);
        return isTest.Contains(true)
            ? new ImageDataset(name, names, pictures.Where(i => !isTest[i]), pictures.Where(i => isTest[i]))
            {
                Remarks = [.. remarks, HeldOut.Remark(shown, isTest, split)],
            }
            : throw new InvalidDataException(
                $"{shown}: no picture is left for test: no class has two, or dataset.split.test is 0; add pictures, or a test split");
    }

    private static void Check(IReadOnlyList<ArraySplit> parts, IEnumerable<ArraySplit> training, int classes, bool isNamed)
    {
        foreach (var part in parts)
        {
            var source = isNamed ? "that is how many classes are named"
                : training.Contains(part) ? "labels count from 0, without gaps"
                : $"that is as far as {training.First().Name.Split(' ')[^1]} goes";
            LabelRange.Check(part.Labels, classes, part.Name, source);
        }
    }

    private void CheckShapes(IReadOnlyList<ArraySplit> parts)
    {
        if (parts.FirstOrDefault(part => part.Labels.Length == 0) is { } empty)
        {
            throw new InvalidDataException($"{empty.Name} has no labels, expected at least one picture");
        }

        if (parts.FirstOrDefault(part => part.Shape != parts[0].Shape) is { } other)
        {
            throw new InvalidDataException(
                $"{shown}: pictures of {Describe(other.Shape)} with {other.Name}, but of {Describe(parts[0].Shape)} with {parts[0].Name}; all need one size");
        }
    }

    private LabeledImages Join(IReadOnlyList<ArraySplit> parts)
    {
        if (parts.Count == 1)
        {
            return new LabeledImages(parts[0].Shape, parts[0].Pixels, parts[0].Labels);
        }

        if (parts.Sum(part => (long)part.Pixels.Length) is > int.MaxValue)
        {
            throw new InvalidDataException($"{shown}: its pictures are more than the 2 GB that fit into memory at once; use fewer");
        }

        return new LabeledImages(parts[0].Shape, [.. parts.SelectMany(part => part.Pixels)], [.. parts.SelectMany(part => part.Labels)]);
    }

    private static string Describe(ImageShape shape) => $"{shape.Width}×{shape.Height}{(shape.Channels == 3 ? " in colour" : "")}";
}
