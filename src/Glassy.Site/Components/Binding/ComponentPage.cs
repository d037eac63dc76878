using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Components.Binding;

/// <summary>What components can ask of the page that they are on.</summary>
/// <param name="HrefOf">The address of a link as written at a place, checked like one of Markdown.</param>
/// <param name="CategoryCards">What the page's category holds.</param>
/// <param name="Toc">Its headings from a level to a level; null inside one of them.</param>
/// <param name="HrefBelow">The address of a page that is made below this one, by its name.</param>
/// <param name="HrefOfRun">The address of a recorded run's page, by its id; there is one when a page shows a table of runs.</param>
public sealed record ComponentPage(
    Func<string, SourcePosition, string> HrefOf,
    Func<IReadOnlyList<PageCard>> CategoryCards,
    Func<int, int, IReadOnlyList<TocEntry>?> Toc,
    Func<string, string> HrefBelow,
    Func<string, string> HrefOfRun);
