using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Mdx;

/// <summary>A component on lines of its own; what stands between its tags is Markdown.</summary>
public sealed class ComponentBlock(BlockParser parser, ComponentTag tag) : ContainerBlock(parser)
{
    public ComponentTag Tag { get; } = tag;

    /// <summary>What stands between the tags of a component that takes text as it is; null for others.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The name that stands for <see cref="Text"/>, of an imported file or exported text; null when the text is written out.
    /// </summary>
    internal Literal? TextName { get; init; }

    /// <summary>The partial that the tag's name stands for; null when it is none.</summary>
    internal MdxModule? Partial { get; set; }

    /// <summary>The first offset after the opening tag.</summary>
    internal int TagEnd { get; init; }

    /// <summary>Where the closing tag begins; the same as <see cref="TagEnd"/> for a self-closing one, -1 when it is missing.</summary>
    internal int CloseStart { get; init; }

    /// <summary>Columns that every line of the children is indented by; they are layout, not code.</summary>
    internal int ChildIndent { get; init; }
}
