using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Binding;

/// <summary>A component where a page uses it.</summary>
/// <param name="Tag">Its opening tag.</param>
/// <param name="Children">What stands between its tags, rendered; null when nothing does.</param>
/// <param name="Code">The children of a component that takes text as it is, else of the first code block among them; null when there is
/// none.</param>
public sealed record ComponentCall(ComponentTag Tag, RawHtml? Children, string? Code)
{
    /// <summary>What stands between the tags of a component that takes items.</summary>
    public IReadOnlyList<ComponentItem> Items { get; init; } = [];

    /// <summary>What stands between the tags as it is written; null for a tag in a line of text.</summary>
    public string? Source { get; init; }
}

/// <summary>A part of a component that is a tag itself: one <c>TabItem</c> of <c>Tabs</c>.</summary>
/// <param name="Tag">Its opening tag.</param>
/// <param name="Children">What stands between its tags, rendered.</param>
public sealed record ComponentItem(ComponentTag Tag, RawHtml Children);
