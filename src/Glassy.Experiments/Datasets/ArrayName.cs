using Glassy.Datasets.Folders;

namespace Glassy.Datasets;

/// <summary>What an array holds, told by its name: <c>x_train</c>, <c>val_images</c>, <c>labels</c>.</summary>
/// <param name="Split">Of which pictures; none when the name does not say.</param>
/// <param name="Role">What of them.</param>
internal sealed record ArrayName(SplitKind Split, ArrayRole Role)
{
    private static readonly Dictionary<string, ArrayRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x"] = ArrayRole.Images,
        ["image"] = ArrayRole.Images,
        ["images"] = ArrayRole.Images,
        ["imgs"] = ArrayRole.Images,
        ["data"] = ArrayRole.Images,
        ["y"] = ArrayRole.Labels,
        ["label"] = ArrayRole.Labels,
        ["labels"] = ArrayRole.Labels,
        ["target"] = ArrayRole.Labels,
        ["targets"] = ArrayRole.Labels,
    };

    /// <returns>Null when the name says nothing.</returns>
    public static ArrayName? Of(string name)
    {
        if (name is "class_names" or "label_names" or "target_names" or "classes")
        {
            return new ArrayName(SplitKind.None, ArrayRole.Names);
        }

        return name switch
        {
            "arr_0" => new ArrayName(SplitKind.None, ArrayRole.Images),
            "arr_1" => new ArrayName(SplitKind.None, ArrayRole.Labels),
            _ => OfWords(name.Split('_', '-', '.')),
        };
    }

    /// <summary>One word that is a role, and perhaps one that is a split.</summary>
    private static ArrayName? OfWords(string[] words) => words switch
    {
        [var role] when Roles.TryGetValue(role, out var known) => new ArrayName(SplitKind.None, known),
        [var first, var second] when Roles.TryGetValue(first, out var known) && SplitNames.Of(second) is not SplitKind.None and var split =>
            new ArrayName(split, known),
        [var first, var second] when Roles.TryGetValue(second, out var known) && SplitNames.Of(first) is not SplitKind.None and var split =>
            new ArrayName(split, known),
        _ => null,
    };
}

/// <summary>What an array holds.</summary>
internal enum ArrayRole
{
    Images,
    Labels,

    /// <summary>The classes' names.</summary>
    Names,
}
