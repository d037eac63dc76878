namespace Glassy.Datasets.Folders;

/// <summary>What folders and tables call the splits, in any case.</summary>
internal static class SplitNames
{
    private static readonly Dictionary<string, SplitKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = SplitKind.Train,
        ["training"] = SplitKind.Train,
        ["val"] = SplitKind.Validation,
        ["valid"] = SplitKind.Validation,
        ["validation"] = SplitKind.Validation,
        ["dev"] = SplitKind.Validation,
        ["test"] = SplitKind.Test,
        ["testing"] = SplitKind.Test,
    };

    /// <summary>The names, for messages.</summary>
    public const string Expected = "train, validation (or val, valid, dev) or test";

    /// <returns><see cref="SplitKind.None"/> when it is no split's name.</returns>
    public static SplitKind Of(string name) => Kinds.GetValueOrDefault(name);
}
