using Glassy.Datasets.Files;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Datasets.Folders;

/// <summary>
/// Finds the pictures of a folder whose folders are classes: <c>train/&lt;class&gt;/…</c> and <c>test/&lt;class&gt;/…</c>, with a
/// validation split or without, or <c>&lt;class&gt;/…</c> alone; below one more folder, too. A picture may be deeper than its class'
/// folder.
/// </summary>
/// <param name="folder">Absolute path.</param>
/// <param name="project">For the paths in messages.</param>
internal sealed class FolderReader(string folder, ProjectFolder project)
{
    /// <summary>Nothing has more folders of one folder alone around its splits or classes.</summary>
    private const int MostAround = 4;

    private readonly LeftOutFiles _leftOut = new();

    private string Shown => project.Relative(folder);

    /// <exception cref="InvalidDataException">The folder has not such a form, or a file cannot be read.</exception>
    public PictureListing Read()
    {
        var (root, splits) = FindRoot();
        var (folders, pictures) = (new HashSet<string>(StringComparer.Ordinal), new List<ListedPicture>());
        if (splits.Count == 0)
        {
            Add(root, "", SplitKind.None, folders, pictures);
        }

        foreach (var (split, name) in splits)
        {
            Add(SoleFolderBelow(Path.Combine(root, name)), name + "/", split, folders, pictures);
        }

        if (splits.Count > 0)
        {
            CountBeside(root, splits.Values);
        }

        var classes = pictures
            .Select(picture => picture.Class)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, NaturalOrder.Instance)
            .ToList();
        var places = classes.Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        return new PictureListing(
            classes,
            [.. pictures.OrderBy(picture => places[picture.Class])],
            [
                .. _leftOut.Remarks(Shown),
                .. EmptyFolders([.. folders.Except(classes, StringComparer.Ordinal).Order(NaturalOrder.Instance)])
            ],
            []);
    }

    private IEnumerable<DatasetRemark> EmptyFolders(IReadOnlyList<string> names) => names.Count == 0 ? [] :
    [
        new DatasetRemark(FormattableString.Invariant(
            $"{Shown}: {names.Count:N0} {(names.Count == 1 ? "folder has" : "folders have")} no pictures and {(names.Count == 1 ? "is no class" : "are no classes")}: {Spelling.Some(names)}"), IsWarning: true)
        {
            Kind = "empty_folders",
            Numbers = new Dictionary<string, long> { ["count"] = names.Count },
            Names = new Dictionary<string, string> { ["name"] = DatasetRemark.NameOf(Shown), ["names"] = DatasetRemark.Listed(names) },
        },
    ];

    /// <summary>The folder that holds splits or classes, and what it calls its splits.</summary>
    private (string Root, SortedDictionary<SplitKind, string> Splits) FindRoot()
    {
        var root = folder;
        for (var around = 0; around < MostAround; around++)
        {
            var splits = SplitsIn(root);
            if (splits.Count > 0)
            {
                return (root, splits);
            }

            var folders = FolderWalk.FoldersIn(root);
            var inner = folders.Where(name => SplitsIn(Path.Combine(root, name)).ContainsKey(SplitKind.Train)).ToList();
            if (inner.Count == 1)
            {
                root = Path.Combine(root, inner[0]); // images/train, beside what is no picture
            }
            else if (SoleFolderBelow(root) is var below && below != root)
            {
                root = below;
            }
            else
            {
                break;
            }
        }

        return (root, []);
    }

    private SortedDictionary<SplitKind, string> SplitsIn(string root)
    {
        var splits = new SortedDictionary<SplitKind, string>();
        foreach (var name in FolderWalk.FoldersIn(root))
        {
            var split = SplitNames.Of(name);
            if (split != SplitKind.None && !splits.TryAdd(split, name))
            {
                throw new InvalidDataException(
                    $"{project.Relative(root)}: both {splits[split]} and {name} could be its {SplitName(split)} split; keep one of them");
            }
        }

        return splits;
    }

    private static string SplitName(SplitKind split) => split switch
    {
        SplitKind.Train => "training",
        SplitKind.Validation => "validation",
        _ => "test",
    };

    /// <summary>The only folder in a folder, when both have no files but folders; else the folder.</summary>
    private static string SoleFolderBelow(string root) =>
        FolderWalk.FoldersIn(root) is [var sole] && Directory.GetFiles(root).Length == 0 && Path.Combine(root, sole) is var below
        && Directory.GetFiles(below).Length == 0 && FolderWalk.FoldersIn(below).Count > 0
            ? below
            : root;

    private void Add(string root, string prefix, SplitKind split, HashSet<string> folders, List<ListedPicture> pictures)
    {
        folders.UnionWith(FolderWalk.FoldersIn(root));
        foreach (var file in FolderWalk.Files(root, _leftOut))
        {
            if (!file.IsPicture(project.Relative(file.Path), out var kind, out var why))
            {
                _leftOut.Add(kind, why);
            }
            else if (file.Folders is [var name, ..])
            {
                pictures.Add(new ListedPicture(file.Path, prefix + file.Key, name, split, []));
            }
            else
            {
                _leftOut.Add(Path.GetExtension(file.Path), LeftOutReason.NoClass);
            }
        }
    }

    /// <summary>Files that stand beside the splits.</summary>
    private void CountBeside(string root, IEnumerable<string> splits)
    {
        foreach (var file in Directory.GetFiles(root))
        {
            _leftOut.Add(
                Path.GetExtension(file) is { Length: > 0 } extension ? extension : "without extension", LeftOutReason.BesideSplits);
        }

        foreach (var name in FolderWalk.FoldersIn(root).Except(splits, StringComparer.Ordinal))
        {
            foreach (var file in FolderWalk.Files(Path.Combine(root, name), _leftOut))
            {
                _leftOut.Add(
                    Path.GetExtension(file.Path) is { Length: > 0 } extension ? extension : "without extension",
                    LeftOutReason.InNoSplit(name));
            }
        }
    }
}
