using Glassy.Datasets;
using Glassy.Foreign.Tables;

namespace Glassy.Foreign;

/// <summary>What is known of the pictures that predictions are about.</summary>
/// <param name="Dataset">Their dataset's name, for messages.</param>
/// <param name="Classes">[classes] names in label order.</param>
/// <param name="Labels">[N] class indices in the split's order.</param>
/// <param name="Names">[N] what each is called: its path in the dataset, with <c>/</c>; null when the pictures have no files of their
/// own.</param>
public sealed record TestPictures(string Dataset, IReadOnlyList<string> Classes, IReadOnlyList<int> Labels, IReadOnlyList<string>? Names)
{
    private const int Several = -1;
    private const int MostCompared = 2000;

    /// <summary>
    /// Whether they are rows of a file that has neither names nor places for them, so that every file of them is in that order.
    /// </summary>
    public bool AreRows { get; init; }

    private readonly Lazy<Dictionary<string, int>> _byEnd = new(() => ByEnd(Names ?? []));

    /// <summary>Those of a dataset's test split.</summary>
    public static TestPictures Of(ImageDataset dataset) => new(dataset.Name, dataset.Classes, dataset.Test.Labels, dataset.Test.Names);

    /// <summary>
    /// The picture of a path, which may begin above the dataset's folder or below it, as long as it is of one picture alone.
    /// </summary>
    /// <param name="path">As a file has it.</param>
    /// <param name="mistake">Why there is none; empty when there is.</param>
    /// <returns>Its place; -1 when there is none.</returns>
    internal int Find(string path, out string mistake)
    {
        var shown = Cell.Shown(path);
        var wanted = path.Replace('\\', '/');
        wanted = wanted.StartsWith("./", StringComparison.Ordinal) ? wanted[2..] : wanted;
        mistake = "";
        if (Names is null)
        {
            mistake = FormattableString.Invariant($"`file` is '{shown}', but the pictures of '{Dataset}' have no files of their own; ")
                + FormattableString.Invariant($"name them by `index`, 0 to {Labels.Count - 1}");
            return Several;
        }

        for (var from = 0; from >= 0; from = NextPart(wanted, from))
        {
            var isWhole = from == 0 || wanted.IndexOf('/', from) >= 0; // a file's own name behind another folder would say too little
            if (_byEnd.Value.TryGetValue(wanted[from..], out var place) && (isWhole || (place >= 0 && Names[place] == wanted[from..])))
            {
                mistake = place == Several
                    ? $"`file` is '{shown}', which more than one test picture ends in; name it from the dataset's folder, such as '{Names[0]}'"
                    : "";
                return place;
            }
        }

        mistake = $"`file` is '{shown}', which is no test picture of '{Dataset}', "
            + $"expected paths such as '{(Names.Count > 0 ? Names[0] : "test/cat/1.png")}'{Suggest(wanted)}";
        return Several;
    }

    /// <summary>What messages call a picture.</summary>
    internal string NameOf(int place) => Names?[place] ?? FormattableString.Invariant($"index {place}");

    private string Suggest(string wanted) =>
        Names!.Count <= MostCompared ? Diagnostics.Spelling.Suggest(wanted, Names) : ""; // asked only where there are names

    private static int NextPart(string path, int from) => path.IndexOf('/', from) is >= 0 and var slash ? slash + 1 : -1;

    /// <summary>Every end of every name, from its beginning or behind a <c>/</c>.</summary>
    private static Dictionary<string, int> ByEnd(IReadOnlyList<string> names)
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, name) in names.Index())
        {
            for (var from = 0; from >= 0; from = NextPart(name, from))
            {
                ends[name[from..]] = ends.ContainsKey(name[from..]) ? Several : place;
            }
        }

        foreach (var (place, name) in names.Index())
        {
            ends[name] = place; // a whole name is no end of another's
        }

        return ends;
    }
}
