using Glassy.Datasets.Files;
using Glassy.Datasets.Options;
using Glassy.Execution;

namespace Glassy.Datasets.Folders;

/// <summary>Finds the pictures that a table names, anywhere in a folder.</summary>
/// <param name="folder">Absolute path of the folder with the pictures.</param>
/// <param name="table">Absolute path of the table.</param>
/// <param name="onCorrupt">What a file that is not there leads to.</param>
/// <param name="project">For the paths in messages.</param>
internal sealed class TableReader(string folder, string table, CorruptReaction onCorrupt, ProjectFolder project)
{
    private readonly string _shown = project.Relative(table);
    private readonly LeftOutFiles _leftOut = new();

    /// <exception cref="InvalidDataException">The table is none, or names files that are not there, two times, or with two
    /// labels.</exception>
    public PictureListing Read()
    {
        var read = LabelTable.Read(table, _shown);
        var rows = read.Rows;
        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{_shown}: no rows below its head, expected one a picture");
        }

        var files = FolderWalk.Files(folder, _leftOut);
        var places = new FilePlaces(files);
        var (listed, missing) = (
            new Dictionary<string, (LabelRow Row, ListedPicture Picture)>(StringComparer.Ordinal), new List<LabelRow>());
        foreach (var row in rows)
        {
            if (places.Find(row.File) is not { } file)
            {
                missing.Add(row);
            }
            else if (!listed.TryAdd(file.Key, (row, new ListedPicture(file.Path, file.Key, row.Label, row.Split, row.Others))))
            {
                throw Twice(row, listed[file.Key].Row);
            }
        }

        var remarks = CheckMissing(missing, rows.Count);
        foreach (var file in files.Where(file => !listed.ContainsKey(file.Key) && Path.GetFullPath(file.Path) != Path.GetFullPath(table)))
        {
            _leftOut.Add(
                Path.GetExtension(file.Path) is { Length: > 0 } extension ? extension : "without extension",
                LeftOutReason.NotNamed(Path.GetFileName(table)));
        }

        var classes = listed.Values
            .Select(entry => entry.Picture.Class)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, NaturalOrder.Instance)
            .ToList();
        var order = classes.Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        return new PictureListing(
            classes,
            [.. listed.Values
                .Select(entry => entry.Picture)
                .OrderBy(picture => order[picture.Class])
                .ThenBy(picture => picture.Key, NaturalOrder.Instance)],
            [.. remarks, .. _leftOut.Remarks(project.Relative(folder))],
            read.Others);
    }

    private InvalidDataException Twice(LabelRow row, LabelRow first) => new(
        row.Label == first.Label && row.Split == first.Split
            ? $"{_shown}:{row.Line}: {row.File} stands in line {first.Line} too; keep one of the two rows"
            : $"{_shown}:{row.Line}: {row.File} is {Describe(row)}, but {Describe(first)} in line {first.Line}; a picture has one label and one split");

    private static string Describe(LabelRow row) => row.Split == SplitKind.None ? $"'{row.Label}'" : $"'{row.Label}' in {row.Split}";

    private IReadOnlyList<DatasetRemark> CheckMissing(List<LabelRow> missing, int all)
    {
        if (missing.Count == 0)
        {
            return [];
        }

        var what = FormattableString.Invariant(
            $"{_shown}:{missing[0].Line}: {missing[0].File} is not in {project.Relative(folder)}{(missing.Count > 1 ? FormattableString.Invariant($", nor are {missing.Count - 1:N0} more of its {all:N0} files") : "")}");
        return onCorrupt == CorruptReaction.Skip && missing.Count < all
            ? [new DatasetRemark($"{what}; these rows are left out", IsWarning: true)
            {
                Kind = "rows_without_file",
                Numbers = new Dictionary<string, long> { ["count"] = missing.Count, ["all"] = all, ["line"] = missing[0].Line },
                Names = new Dictionary<string, string>
                {
                    ["table"] = Path.GetFileName(table),
                    ["file"] = Path.IsPathRooted(missing[0].File) ? DatasetRemark.NameOf(missing[0].File) : missing[0].File
                },
            }]
            : throw new InvalidDataException(
                $"{what}; name the folder with the pictures by dataset.path, or leave such rows out by dataset.onCorrupt: skip");
    }

    /// <summary>
    /// Finds files by what tables call them: a path in the folder, else the end of one, with its extension or without, where only one has
    /// it.
    /// </summary>
    private sealed class FilePlaces(IReadOnlyList<FoundFile> files)
    {
        private readonly Dictionary<string, FoundFile> _byKey = files.ToDictionary(file => file.Key, StringComparer.Ordinal);
        private readonly ILookup<string, FoundFile> _byName = files.ToLookup(file => Path.GetFileName(file.Key), StringComparer.Ordinal);
        private readonly ILookup<string, FoundFile> _byStem = files.ToLookup(
            file => Path.GetFileNameWithoutExtension(file.Key), StringComparer.Ordinal);

        public FoundFile? Find(string written)
        {
            var key = written.StartsWith("./", StringComparison.Ordinal) ? written[2..] : written;
            var name = Path.GetFileName(key);
            return _byKey.GetValueOrDefault(key) ?? Only(_byName[name], key) ?? Only(_byStem[name], key);
        }

        /// <summary>Of several the one whose path ends so.</summary>
        private static FoundFile? Only(IEnumerable<FoundFile> candidates, string key) => candidates.Take(2).ToList() switch
        {
            [] => null,
            [var one] => one,
            _ => candidates.FirstOrDefault(
                file => key.EndsWith("/" + file.Key, StringComparison.Ordinal) || file.Key.EndsWith("/" + key, StringComparison.Ordinal)),
        };
    }
}
