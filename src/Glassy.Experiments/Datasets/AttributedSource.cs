using Glassy.Datasets.Folders;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>A dataset with a table of what else is known of its pictures: a patient, a device, an age.</summary>
/// <param name="inner">Has the pictures.</param>
/// <param name="table">Absolute path of the table.</param>
/// <param name="project">For the paths in messages.</param>
internal sealed class AttributedSource(IDatasetSource inner, string table, ProjectFolder project) : IDatasetSource
{
    private readonly string _shown = project.Relative(table);

    public string Name => inner.Name;

    public string? Notice => inner.Notice;

    public IReadOnlyList<string> Files => [.. inner.Files.Append(table).Order(StringComparer.Ordinal)];

    public object Besides => new { Inner = inner.Besides, Attributes = true };

    public async Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var dataset = await inner.LoadAsync(cancellationToken).ConfigureAwait(false);
        var (read, places) = (AttributeTable.Read(table, _shown), new PicturePlaces(dataset));
        var (rows, strange) = Place(read.Rows, places);
        return dataset with
        {
            Train = With(dataset.Train, SplitKind.Train),
            Test = With(dataset.Test, SplitKind.Test),
            Validation = dataset.Validation is null ? null : With(dataset.Validation, SplitKind.Validation),
            Remarks = [.. dataset.Remarks, .. RemarksOn(strange, rows.Count, places.Count)],
        };

        LabeledImages With(LabeledImages images, SplitKind split) => images with
        {
            Traits =
            [
                .. images.Traits.Where(trait => !read.Names.Contains(trait.Name)),
                .. read.Names.Select((name, column) => new PictureTrait(
                    name, [.. Enumerable.Range(0, images.Count)
                        .Select(i => rows.TryGetValue((split, i), out var row) ? row.Values[column] : "")])),
            ],
        };
    }

    /// <summary>The row of each picture that has one, and the rows of none.</summary>
    private (IReadOnlyDictionary<(SplitKind, int), AttributeRow> Rows, IReadOnlyList<AttributeRow> Strange) Place(
        IReadOnlyList<AttributeRow> all, PicturePlaces places)
    {
        var (rows, strange) = (new Dictionary<(SplitKind, int), AttributeRow>(), new List<AttributeRow>());
        foreach (var row in all)
        {
            if (places.Find(row, _shown) is not { } place)
            {
                strange.Add(row);
            }
            else if (!rows.TryAdd(place, row))
            {
                throw new InvalidDataException(
                    $"{_shown}:{row.Line}: {Shown(row)} stands in line {rows[place].Line} too; keep one of the two rows");
            }
        }

        return (rows, strange);
    }

    private IEnumerable<DatasetRemark> RemarksOn(IReadOnlyList<AttributeRow> strange, int known, int pictures)
    {
        if (known == 0)
        {
            throw new InvalidDataException(
                $"{_shown}: none of its rows ({strange.Count:N0}) is of a picture of '{Name}', "
                + "expected paths in the dataset's folder, or places in its splits");
        }

        if (strange.Count > 0)
        {
            yield return new DatasetRemark(
                FormattableString.Invariant(
                    $"{_shown}:{strange[0].Line}: {Shown(strange[0])} is no picture of {Name}; {(strange.Count == 1 ? "the row is" : FormattableString.Invariant($"{strange.Count:N0} such rows are"))} left out"),
                IsWarning: true)
            {
                Kind = "rows_without_picture",
                Numbers = new Dictionary<string, long> { ["count"] = strange.Count, ["line"] = strange[0].Line },
                Names = new Dictionary<string, string>
                {
                    ["table"] = Path.GetFileName(table),
                    ["row"] = Path.IsPathRooted(Shown(strange[0])) ? DatasetRemark.NameOf(Shown(strange[0])) : Shown(strange[0])
                },
            };
        }

        if (known < pictures)
        {
            yield return new DatasetRemark(
                FormattableString.Invariant($"{_shown} says nothing of {pictures - known:N0} of {pictures:N0} pictures"), IsWarning: false)
            {
                Kind = "pictures_without_row",
                Numbers = new Dictionary<string, long> { ["count"] = pictures - known, ["all"] = pictures },
                Names = new Dictionary<string, string> { ["table"] = Path.GetFileName(table) },
            };
        }
    }

    private static string Shown(AttributeRow row) => row.File ?? FormattableString.Invariant($"{row.Split} picture {row.Index}");

    /// <summary>Finds pictures by their paths, else by the end of one where only one ends so; or by their places.</summary>
    private sealed class PicturePlaces
    {
        private readonly ImageDataset _dataset;
        private readonly Dictionary<string, (SplitKind Split, int Index)> _byName = new(StringComparer.Ordinal);
        private readonly ILookup<string, (string Name, (SplitKind Split, int Index) Place)> _byFile;

        public PicturePlaces(ImageDataset dataset)
        {
            _dataset = dataset;
            foreach (var (split, images) in Splits)
            {
                foreach (var (index, name) in (images.Names ?? []).Index())
                {
                    _byName[name] = (split, index);
                }
            }

            _byFile = _byName.ToLookup(entry => Path.GetFileName(entry.Key), entry => (entry.Key, entry.Value), StringComparer.Ordinal);
        }

        public int Count => Splits.Sum(split => split.Images.Count);

        private IEnumerable<(SplitKind Kind, LabeledImages Images)> Splits =>
        [
            (SplitKind.Train, _dataset.Train),
            (SplitKind.Test, _dataset.Test),
            .. _dataset.Validation is { } own ? [(SplitKind.Validation, own)] : Array.Empty<(SplitKind, LabeledImages)>(),
        ];

        /// <summary>
        /// The picture of a path, which may begin above the dataset's folder or below it, as long as it is of one picture alone.
        /// </summary>
        /// <exception cref="InvalidDataException">The row names a file, and the pictures have none.</exception>
        public (SplitKind Split, int Index)? Find(AttributeRow row, string shown)
        {
            if (row.File is not { } file)
            {
                return Splits.Any(split => split.Kind == row.Split && row.Index < split.Images.Count) ? (row.Split, row.Index) : null;
            }

            if (_byName.Count == 0)
            {
                throw new InvalidDataException(
                    $"{shown}:{row.Line}: names pictures by files, but those of '{_dataset.Name}' have no files of their own; "
                    + "name them by `index` and `split`");
            }

            var name = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
            return _byName.TryGetValue(name, out var place) ? place
                : _byFile[Path.GetFileName(name)]
                    .Where(entry => EndsIn(entry.Name, name) || EndsIn(name, entry.Name))
                    .Take(2)
                    .ToList() is [var only] ? only.Place
                : null;
        }

        private static bool EndsIn(string path, string end) => path.EndsWith("/" + end, StringComparison.Ordinal);
    }
}
