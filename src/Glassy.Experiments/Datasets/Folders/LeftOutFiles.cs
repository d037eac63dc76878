namespace Glassy.Datasets.Folders;

/// <summary>Counts files that a dataset is made without, by what they are and why.</summary>
internal sealed class LeftOutFiles
{
    private const int MostKinds = 8;

    private readonly Dictionary<(string Kind, LeftOutReason Why), int> _counts = [];

    /// <param name="kind">What it is: <c>.txt</c>, <c>HEIC</c>.</param>
    /// <param name="why">Why it is.</param>
    public void Add(string kind, LeftOutReason why) => _counts[(kind, why)] = _counts.GetValueOrDefault((kind, why)) + 1;

    /// <summary>One sentence with all counts; none when nothing is left out.</summary>
    /// <param name="folder">What messages call the dataset.</param>
    public IReadOnlyList<DatasetRemark> Remarks(string folder)
    {
        if (_counts.Count == 0)
        {
            return [];
        }

        var kinds = _counts
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Kind, StringComparer.Ordinal)
            .ThenBy(count => count.Key.Why.Text, StringComparer.Ordinal)
            .ToList();
        var named = kinds
            .Take(MostKinds)
            .Select(count => FormattableString.Invariant($"{count.Value:N0} {count.Key.Kind} ({count.Key.Why.Text})"));
        var others = kinds.Skip(MostKinds).Sum(count => count.Value);
        var all = _counts.Values.Sum();
        return
        [
            new DatasetRemark(
                FormattableString.Invariant(
                    $"{folder}: {all:N0} {(all == 1 ? "file is" : "files are")} left out: {string.Join(", ", named)}{(others > 0 ? $", {others:N0} of other kinds" : "")}"),
                IsWarning: true)
            {
                Kind = "left_out",
                Numbers = new Dictionary<string, long> { ["count"] = all, ["others"] = others },
                Names = new Dictionary<string, string> { ["name"] = DatasetRemark.NameOf(folder) },
                LeftOut = [.. kinds
                    .Take(MostKinds)
                    .Select(count => new LeftOutKind(count.Key.Kind, count.Key.Why.Word, count.Key.Why.Name, count.Value))],
            },
        ];
    }
}

/// <summary>Why a file is left out.</summary>
/// <param name="Word">By which the site's words say it (<c>left_out.*</c>).</param>
/// <param name="Text">In a few English words.</param>
/// <param name="Name">Of the folder or table that it names; null for none.</param>
internal sealed record LeftOutReason(string Word, string Text, string? Name = null)
{
    public static readonly LeftOutReason NoPicture = new("no_picture", "no picture");
    public static readonly LeftOutReason NotRead = new("not_read", "a format that is not read: save it as PNG or JPEG");
    public static readonly LeftOutReason Hidden = new("hidden", "its name begins with a dot");
    public static readonly LeftOutReason Circle = new("circle", "it leads back to one above it");
    public static readonly LeftOutReason NoClass = new("no_class", "in no class' folder");
    public static readonly LeftOutReason BesideSplits = new("beside_splits", "beside the splits");

    public static LeftOutReason InNoSplit(string folder) => new("no_split", $"in {folder}, which is no split", folder);

    public static LeftOutReason NotNamed(string table) => new("not_named", $"not named in {table}", table);
}
