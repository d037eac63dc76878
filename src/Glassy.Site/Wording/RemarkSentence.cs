using Glassy.Datasets.Folders;

namespace Glassy.Wording;

/// <summary>What is said of how a dataset was read, in a site's language.</summary>
public static class RemarkSentence
{
    /// <summary>Numbers that are names, which have no thousands.</summary>
    private static readonly string[] Places = ["line"];

    /// <summary>
    /// What a terminal says: the remark's own sentence, which names where things are on this machine; of a record its facts.
    /// </summary>
    public static string OnTerminal(DatasetRemark remark) => remark.Text.Length > 0 ? remark.Text : Of(remark, WordsReader.English);

    /// <param name="remark">With facts, or of a record of before there were some: its sentence stays as it was.</param>
    /// <param name="words">What is said.</param>
    public static string Of(DatasetRemark remark, Words words)
    {
        if (remark.Kind is null)
        {
            return remark.Text;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (place, name) in remark.Names ?? new Dictionary<string, string>())
        {
            values[place] = place == "percent" ? words.Figure(name) : name;
        }

        foreach (var (place, number) in remark.Numbers ?? new Dictionary<string, long>())
        {
            values[place] = Places.Contains(place) ? number : words.Whole(number);
        }

        if (remark.LeftOut is { } kinds)
        {
            var others = remark.Numbers?.GetValueOrDefault("others") ?? 0;
            values["kinds"] = string.Join(", ", kinds.Select(kind => KindOf(kind, words)))
                + (others > 0 ? words.Of("remarks.others", ("count", words.Whole(others))) : "");
        }

        return words.TextOf($"remarks.{remark.Kind}", values);
    }

    private static string KindOf(LeftOutKind kind, Words words)
    {
        var what = kind.What switch
        {
            "hidden" => words["left_out.what_hidden"],
            "hidden folder" => words["left_out.what_hidden_folder"],
            "folder" => words["left_out.what_folder"],
            "without extension" => words["left_out.what_without"],
            var other => other,
        };
        return $"{words.Whole(kind.Count)} {what} ({words.TextOf($"left_out.{kind.Why}", new Dictionary<string, object?> { ["name"] = kind.Name })})";
    }
}
