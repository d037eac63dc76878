using Markdig.Syntax.Inlines;

namespace Glassy.Syntax;

/// <summary>An MDX comment or an explicit heading id: nothing of it is shown.</summary>
/// <param name="headingId">The id, when it is one.</param>
internal sealed class SilentInline(string? headingId) : LeafInline
{
    public string? HeadingId { get; } = headingId;
}
