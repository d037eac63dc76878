using System.Text;
using Glassy.Datasets.Files;
using Glassy.Datasets.Folders;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>
/// A folder with four IDX files of any picture size and class count, and optionally <c>classes.txt</c> with one name a line. A set of
/// EMNIST has a mapping file, by which its labels become classes, and lies on its side.
/// </summary>
/// <param name="folder">Absolute path.</param>
/// <param name="files">The four files in it.</param>
/// <param name="project">For the paths in messages.</param>
public sealed class IdxFolderSource(string folder, IdxFileSet files, ProjectFolder project) : IDatasetSource
{
    private string ClassesPath => Path.Combine(folder, "classes.txt");

    private string MappingPath => Path.Combine(folder, $"{files.Prefix}-mapping.txt");

    public string Name => FileSafeName.Of(IsEmnist ? files.Prefix : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "dataset");

    public string? Notice => null;

    public IReadOnlyList<string> Files =>
        [.. files.Paths.Concat(new[] { ClassesPath, MappingPath }.Where(File.Exists)).Order(StringComparer.Ordinal)];

    private bool IsEmnist => files.Prefix.Length > 0 && File.Exists(MappingPath);

    public async Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var (train, test) = await IdxSplits.ReadAsync(files, project, check: null, cancellationToken).ConfigureAwait(false);
        if (IsEmnist)
        {
            return Emnist(EmnistPictures.Upright(train), EmnistPictures.Upright(test));
        }

        var named = File.Exists(ClassesPath) ? ReadClasses() : null;
        var classes = named ?? LabelRange.NumberedClasses(train.Labels.Max() + 1);
        var source = named is null
            ? "that is as far as the training labels go; name all classes in classes.txt if there are more"
            : $"classes.txt names {Counted.Of(classes.Count, "class", "classes")}";
        LabelRange.Check(train.Labels, classes.Count, project.Relative(files.TrainLabels), source);
        LabelRange.Check(test.Labels, classes.Count, project.Relative(files.TestLabels), source);
        return new ImageDataset(Name, classes, train, test)
        {
            Remarks = files.Prefix.StartsWith("emnist", StringComparison.OrdinalIgnoreCase)
                ? [new DatasetRemark(
                    $"{project.Relative(MappingPath)} is not there: labels are numbers and pictures lie on their side, as EMNIST stores them; copy its mapping file beside the others",
                    IsWarning: true)
                {
                    Kind = "emnist_unmapped",
                    Names = new Dictionary<string, string> { ["file"] = Path.GetFileName(MappingPath) },
                }]
                : [],
        };
    }

    private ImageDataset Emnist(LabeledImages train, LabeledImages test)
    {
        var shown = project.Relative(MappingPath);
        var mapping = EmnistMapping.Read(Encoding.UTF8.GetString(DataFile.ReadAllBytes(MappingPath, shown)), shown);
        return new ImageDataset(
            Name,
            mapping.Classes,
            train with { Labels = mapping.Apply(train.Labels, project.Relative(files.TrainLabels)) },
            test with { Labels = mapping.Apply(test.Labels, project.Relative(files.TestLabels)) })
        {
            Remarks = [new DatasetRemark(
                $"{Name}: EMNIST stores its pictures on their side, here they are upright; the {mapping.Classes.Count} classes are those of {Path.GetFileName(MappingPath)}",
                IsWarning: false)
            {
                Kind = "emnist",
                Numbers = new Dictionary<string, long> { ["classes"] = mapping.Classes.Count },
                Names = new Dictionary<string, string> { ["name"] = Name, ["file"] = Path.GetFileName(MappingPath) },
            }],
        };
    }

    private List<string> ReadClasses()
    {
        var name = project.Relative(ClassesPath);
        var text = Encoding.UTF8.GetString(DataFile.ReadAllBytes(ClassesPath, name));
        var lines = text.TrimStart('\uFEFF').TrimEnd().Split('\n').Select(line => line.Trim()).ToList();
        var empty = lines.IndexOf("");
        if (empty >= 0)
        {
            throw new InvalidDataException($"{name}:{empty + 1}: an empty line, expected one class name a line");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = lines.FindIndex(line => !seen.Add(line));
        return twice < 0
            ? lines
            : throw new InvalidDataException($"{name}:{twice + 1}: `{lines[twice]}` is named twice, expected each class once");
    }
}
