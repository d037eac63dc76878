using Markdig.Syntax.Inlines;

namespace Glassy.Syntax;

/// <summary>The opening tag of an HTML element inside a line of text, with attributes as JSX or HTML writes them.</summary>
public sealed class ElementInline(ComponentTag tag) : LeafInline
{
    public ComponentTag Tag { get; } = tag;
}
