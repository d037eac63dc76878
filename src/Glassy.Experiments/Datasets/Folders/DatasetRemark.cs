using System.Text.Json.Serialization;

namespace Glassy.Datasets.Folders;

/// <summary>Something that whoever reads of a dataset should know: what was left out of it, how its split was made.</summary>
/// <param name="Text">One sentence for a terminal, in English; empty in a run's record, whose pages say the facts in their own
/// language.</param>
/// <param name="IsWarning">Whether it may be a mistake.</param>
public sealed record DatasetRemark(string Text, bool IsWarning)
{
    private const int MostNamed = 6;

    /// <summary>
    /// By which the site's words say it (<c>remarks.*</c>); null in records of before there were facts, which have their sentence alone.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    /// <summary>Its numbers, by the places of the word; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, long>? Numbers { get; init; }

    /// <summary>What else stands in the word: names, and paths in the dataset's folder, never on the machine; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>The files that were left out, the most first; null where it is not about these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeftOutKind>? LeftOut { get; init; }

    /// <summary>The same for a run's record: facts where there are some.</summary>
    public DatasetRemark ForRecord() => Kind is null ? this : this with { Text = "" };

    /// <summary>The first of some names, in no language.</summary>
    internal static string Listed(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? ", …" : "");

    /// <summary>The name of a file or folder without the way to it, which is this machine's.</summary>
    internal static string NameOf(string path) => Path.GetFileName(path.TrimEnd('/', '\\').Replace('\\', '/'));
}

/// <summary>Files of one kind that a dataset is made without for one reason.</summary>
/// <param name="What">An extension (<c>.txt</c>), a format, or one of a few words: <c>hidden</c>.</param>
/// <param name="Why">By which the site's words say it.</param>
/// <param name="Name">Of the folder or table that the reason names; null for none.</param>
/// <param name="Count">How many.</param>
public sealed record LeftOutKind(string What, string Why, string? Name, int Count);
