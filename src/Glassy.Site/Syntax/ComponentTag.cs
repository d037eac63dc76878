using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>A component's opening tag as written in a page.</summary>
/// <param name="Name">Begins with an upper-case letter for a component, a lower-case one for an element; empty for a fragment.</param>
/// <param name="Attributes">In the order written.</param>
/// <param name="Position">Where the <c>&lt;</c> stands.</param>
/// <param name="IsSelfClosing">It ends with <c>/&gt;</c>.</param>
/// <param name="Mistakes">What could not be read; the tag must not be rendered when there are any.</param>
public sealed record ComponentTag(
    string Name,
    IReadOnlyList<TagArgument> Attributes,
    SourcePosition Position,
    bool IsSelfClosing,
    IReadOnlyList<Located<string>> Mistakes)
{
    /// <summary>It is <c>&lt;&gt;</c>: of it only the children are shown.</summary>
    public bool IsFragment => Name.Length == 0;
}
