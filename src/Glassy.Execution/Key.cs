namespace Glassy.Execution;

/// <summary>Names one piece of a document's metadata and says its type; two keys are the same only if they are one object.</summary>
/// <param name="name">For messages.</param>
public sealed class Key<T>(string name)
    where T : notnull
{
    public string Name { get; } = name;

    public override string ToString() => $"{Name} ({typeof(T).Name})";
}
