namespace Glassy.Configuration;

/// <summary>An option of a recipe.</summary>
/// <param name="Key">The key of <c>run:</c> that it stands for.</param>
/// <param name="Values">At least one; each as it is written: one text, or a list's.</param>
public sealed record RecipeOption(ConfigKey Key, IReadOnlyList<IReadOnlyList<string>> Values)
{
    /// <summary>The key's own name: <c>batchSize</c>.</summary>
    public string Name => Key.Path[(Key.Path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>A value as it would be written.</summary>
    public string Write(IReadOnlyList<string> value) => Key.IsList ? $"[{string.Join(", ", value)}]" : value[0];
}
