using Glassy.Diagnostics;

namespace Glassy.Runs;

/// <summary>What <c>run: preprocess:</c> can name, and how a chain of it is written; the catalog of steps has one of each name.</summary>
public static class PreprocessingNames
{
    /// <summary>A chain without steps.</summary>
    public const string None = "none";

    public const string Binarize = "binarize";
    public const string Deskew = "deskew";
    public const string Dilate = "dilate";
    public const string Skeleton = "skeleton";
    public const string ThinGuoHall = "thin-guo-hall";
    public const string ThinZhangSuen = "thin-zhang-suen";

    /// <summary>Between two steps of a chain.</summary>
    public const char Separator = '+';

    /// <summary>The steps, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = [Binarize, Deskew, Dilate, Skeleton, ThinGuoHall, ThinZhangSuen];

    /// <summary>
    /// Steps that make inputs of levels instead of a picture: a recipe's chain may end with one, which then stands for <c>normalize</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, Normalization> LastSteps { get; } = new Dictionary<string, Normalization>
    {
        ["scale"] = Normalization.Scale,
        ["unit-columns"] = Normalization.UnitColumns,
    };

    /// <summary>A recipe's chain without a last step that makes inputs, and what that step is; null where it has none.</summary>
    public static (string Chain, Normalization? Levels) Part(string chain)
    {
        var steps = StepsOf(chain);
        return steps.Count > 0 && steps[0] != None && LastSteps.TryGetValue(steps[^1], out var levels)
            ? (Join([.. steps.SkipLast(1)]), levels)
            : (chain, null);
    }

    /// <summary>A chain's steps in order, known or not; none for <c>none</c> and for an empty text.</summary>
    public static IReadOnlyList<string> StepsOf(string chain) =>
        chain.Trim() is "" or None ? [] : chain.Split(Separator, StringSplitOptions.TrimEntries);

    /// <summary>A chain as it is written: <c>binarize + thin-guo-hall</c>, or <c>none</c>.</summary>
    public static string Join(IReadOnlyList<string> steps) => steps.Count == 0 ? None : string.Join($" {Separator} ", steps);

    /// <summary>The one way in which a chain is written, whether or not its steps are known.</summary>
    /// <param name="chain">Null where a record lacks the key: the generated JSON reader gives <c>init</c> properties no default.</param>
    public static string Canonical(string? chain) => Join(StepsOf(chain ?? None));

    /// <summary>What a chain must be, in words.</summary>
    public static string Expected { get; } = $"{None}, or steps joined by {Separator}: {string.Join(", ", All)}";

    /// <summary>What is wrong with a chain: the first step that there is not, and the nearest that there is; null for nothing.</summary>
    public static string? MistakeIn(string chain) => StepsOf(chain).FirstOrDefault(step => !All.Contains(step)) switch
    {
        null => null,
        "" => "a step is empty",
        None => $"{None} stands alone",
        var step when LastSteps.ContainsKey(step) => $"{step} makes inputs of levels: only a recipe's chain has it, as its last step",
        var step => $"unknown step '{step}'{Spelling.Suggest(step, All)}",
    };
}
