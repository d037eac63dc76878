using System.Collections.Immutable;
using System.Text;

namespace Glassy.Execution;

/// <summary>One thing on its way through the pipelines. Immutable: a module makes a changed copy by <c>with</c>.</summary>
public sealed record Document
{
    private readonly ImmutableDictionary<object, object> _metadata = ImmutableDictionary<object, object>.Empty;

    /// <summary>Absolute path of the file it comes from; null when it was made.</summary>
    public string? Source { get; init; }

    /// <summary>Path relative to the output folder, with <c>/</c>; null while it is not to be written.</summary>
    public string? Destination { get; init; }

    /// <summary>Its bytes; null when they are those of <see cref="Source"/>, which then need not be read.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The content as UTF-8.</summary>
    /// <exception cref="InvalidOperationException">There is no content in memory.</exception>
    public string Text => Encoding.UTF8.GetString(
        (Content ?? throw new InvalidOperationException($"The document '{Source}' has no content in memory; read it first (ReadFiles).")).Span);

    /// <summary>A copy with this text, as UTF-8 without a byte order mark.</summary>
    public Document WithText(string text) => this with { Content = Encoding.UTF8.GetBytes(text) };

    /// <summary>A copy with this piece of metadata added or replaced.</summary>
    public Document With<T>(Key<T> key, T value)
        where T : notnull => this with { Metadata = Metadata.SetItem(key, value) };

    /// <exception cref="KeyNotFoundException">The document has no such metadata.</exception>
    public T Get<T>(Key<T> key)
        where T : notnull => Metadata.TryGetValue(key, out var value)
            ? (T)value
            : throw new KeyNotFoundException(
                $"The document '{Source ?? Destination ?? "(made)"}' has no metadata {key}; which module should have set it?");

    public bool Has<T>(Key<T> key)
        where T : notnull => Metadata.ContainsKey(key);

    private ImmutableDictionary<object, object> Metadata
    {
        get => _metadata;
        init => _metadata = value;
    }
}
