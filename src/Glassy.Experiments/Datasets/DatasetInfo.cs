using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Glassy.Datasets.Folders;
using Glassy.Diagnostics;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>What a run records of its dataset: everything but the pixels.</summary>
/// <param name="Name">The dataset's folder-safe name.</param>
/// <param name="Sha256">Hash of classes, shape, labels and pixels; the same data from other files has the same hash.</param>
/// <param name="Classes">The class names, in label order.</param>
/// <param name="Shape">The size of every picture.</param>
/// <param name="Train">Counts of the training split.</param>
/// <param name="Test">Counts of the test split.</param>
/// <param name="Validation">Counts of a validation split that the dataset itself has; null when it has none, as in runs of before there was
/// one.</param>
/// <param name="Remarks">What is to be said of how it was read; null for nothing.</param>
public sealed record DatasetInfo(
    string Name,
    string Sha256,
    IReadOnlyList<string> Classes,
    ImageShape Shape,
    SplitInfo Train,
    SplitInfo Test,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SplitInfo? Validation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DatasetRemark>? Remarks = null)
{
    /// <summary>The same for a run's record, which has the facts of remarks and not their sentences.</summary>
    public DatasetInfo ForRecord() => Remarks is null ? this : this with { Remarks = [.. Remarks.Select(remark => remark.ForRecord())] };

    public static DatasetInfo Describe(ImageDataset dataset)
    {
        var info = new DatasetInfo(
            dataset.Name,
            HashOf(dataset),
            dataset.Classes,
            dataset.Train.Shape,
            Counts(dataset.Train),
            Counts(dataset.Test),
            dataset.Validation is null ? null : Counts(dataset.Validation));
        IReadOnlyList<DatasetRemark> remarks = [.. dataset.Remarks, .. info.ClassRemarks()];
        return remarks.Count == 0 ? info : info with { Remarks = remarks };

        SplitInfo Counts(LabeledImages split) => new(split.Count, split.CountPerClass(dataset.Classes.Count));
    }

    /// <summary>Classes that cannot be learned, or not be measured.</summary>
    private IEnumerable<DatasetRemark> ClassRemarks()
    {
        if (Classes.Count == 1)
        {
            yield return new DatasetRemark(
                $"{Name}: '{Classes[0]}' is its only class: there is nothing to tell apart, and any model is right; expected two classes or more",
                IsWarning: true)
            {
                Kind = "one_class",
                Names = new Dictionary<string, string> { ["name"] = Name, ["class"] = Classes[0] },
            };
        }

        foreach (var (kind, isIn, what) in new (string Kind, Func<int, bool> IsIn, string What)[]
        {
            ("classes_without_pictures", label => Train.PerClass[label] == 0 && Test.PerClass[label] == 0, "without any picture"),
            (
                "classes_without_training",
                label => Train.Count > 0 && Train.PerClass[label] == 0 && Test.PerClass[label] > 0,
                "without training pictures, which no model learns"),
            (
                "classes_without_test",
                label => Train.PerClass[label] > 0 && Test.PerClass[label] == 0,
                "without test pictures, whose figures are undefined"),
        })
        {
            var names = Classes.Where((_, label) => isIn(label)).ToList();
            if (names.Count > 0)
            {
                yield return new DatasetRemark(FormattableString.Invariant(
                    $"{Name}: {names.Count:N0} of {Classes.Count:N0} classes {what}: {Spelling.Some(names)}"), IsWarning: true)
                {
                    Kind = kind,
                    Numbers = new Dictionary<string, long> { ["count"] = names.Count, ["all"] = Classes.Count },
                    Names = new Dictionary<string, string> { ["name"] = Name, ["names"] = DatasetRemark.Listed(names) },
                };
            }
        }
    }

    private static string HashOf(ImageDataset dataset)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', dataset.Classes)));
        foreach (var split in new[] { dataset.Train, dataset.Test, dataset.Validation }.OfType<LabeledImages>())
        {
            var shape = split.Shape;
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{split.Count} {shape.Height} {shape.Width} {shape.Channels}\n"));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(split.Labels.AsSpan()));
            hash.AppendData(split.Pixels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
