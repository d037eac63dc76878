using Markdig.Syntax.Inlines;

namespace Glassy.Syntax.Mdx;

/// <summary>A component inside a line of text; what stands between its tags is its children.</summary>
public sealed class ComponentInline(ComponentTag tag) : ContainerInline
{
    public ComponentTag Tag { get; } = tag;

    /// <summary>The partial that the tag's name stands for; null when it is none.</summary>
    internal MdxModule? Partial { get; set; }

    /// <summary>Its closing tag is missing.</summary>
    internal bool IsUnclosed { get; set; }
}
