using Glassy.Pages;

namespace Glassy.Navigation;

/// <summary>A tag and the pages that have it.</summary>
/// <param name="Label">What the first page that has it calls it.</param>
/// <param name="Route">The page that lists them.</param>
/// <param name="Pages">Listed ones only, by title.</param>
public sealed record Tag(string Label, Route Route, IReadOnlyList<Page> Pages)
{
    /// <summary>What the file of tags says about it; empty when it says nothing.</summary>
    public string Description { get; init; } = "";
}
