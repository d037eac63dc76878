using Glassy.Sources;

namespace Glassy.Rendering;

/// <summary>An attribute as it is about to be written.</summary>
/// <param name="Name">In HTML.</param>
/// <param name="Text">Its value, not escaped; null for a name alone.</param>
/// <param name="Position">Where its value is written.</param>
/// <param name="File">The file whose address the value is already, from the site's root; null when it is what the author wrote.</param>
internal sealed record ElementAttribute(string Name, string? Text, SourcePosition Position = default, string? File = null)
{
    /// <summary>The value is an address that works already.</summary>
    public bool IsAddress { get; init; }
}
