using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>A page that shows what a category holds, as cards.</summary>
public sealed record CategoryPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "category";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keywords => Link.Keywords;

    /// <summary>What its author says about it.</summary>
    public required CategoryLink Link { get; init; }

    /// <summary>The file that asks for it, as messages show it, and where in that file.</summary>
    public required (string File, SourcePosition Position) Written { get; init; }
}
