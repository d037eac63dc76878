namespace Glassy.Runs;

/// <summary>All weights of a model as plain arrays: what training gives and what is saved.</summary>
/// <param name="Arrays">From input to output.</param>
public sealed record ModelWeights(IReadOnlyList<WeightArray> Arrays)
{
    /// <exception cref="InvalidDataException">There is no such array, or its shape is another.</exception>
    public float[] Get(string name, params IReadOnlyList<int> shape)
    {
        var array = Arrays.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new InvalidDataException(
                $"weights: no array '{name}'; there are {string.Join(", ", Arrays.Select(candidate => candidate.Name))}");
        return array.Shape.SequenceEqual(shape)
            ? array.Values
            : throw new InvalidDataException(
                $"weights: '{name}' is [{string.Join(", ", array.Shape)}], expected [{string.Join(", ", shape)}]; are they of another model?");
    }
}
