using Glassy.Sources;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax;

/// <summary>A closing tag in a line of text, until it has found its opening one.</summary>
internal sealed class ComponentCloseInline(string name, SourcePosition position) : LeafInline
{
    public string Name { get; } = name;

    public SourcePosition Position { get; } = position;
}
