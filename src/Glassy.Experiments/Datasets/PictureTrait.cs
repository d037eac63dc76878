namespace Glassy.Datasets;

/// <summary>
/// What is known of every picture of a split besides its class: a patient, a writer, an age, by which figures can be taken apart.
/// </summary>
/// <param name="Name">As the file has it: <c>group</c>, <c>age</c>.</param>
/// <param name="Values">[N] one a picture, in the split's order; empty where nothing is said.</param>
public sealed record PictureTrait(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The name of the one that says which pictures belong together: of one patient, one writer, one burst.</summary>
    public const string Group = "group";

    /// <summary>Whether both say the same.</summary>
    public bool IsSameAs(PictureTrait other) => Name == other.Name && Values.SequenceEqual(other.Values);
}
