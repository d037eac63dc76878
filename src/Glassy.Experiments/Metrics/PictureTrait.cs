namespace Glassy.Metrics;

/// <summary>What is known of every test picture besides its class: a patient, a writer, an age, by which figures can be taken apart.</summary>
/// <param name="Name">As the file has it: <c>group</c>, <c>age</c>.</param>
/// <param name="Values">[N] one a test picture, in test order; empty where nothing is said.</param>
public sealed record PictureTrait(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsSameAs(PictureTrait other) => Name == other.Name && Values.SequenceEqual(other.Values);
}
