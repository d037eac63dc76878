using Glassy.Sources;

namespace Glassy.Furniture;

/// <summary>An entry of the navbar or the footer as its author wrote it.</summary>
/// <param name="Kind">What it is, and so which of the others are set.</param>
/// <param name="Label">What it is called; empty where the page's own label is meant.</param>
/// <param name="Target">A page's id or file, a sidebar's name, or an address.</param>
/// <param name="Position">Where the entry begins.</param>
public sealed record WrittenLink(WrittenLinkKind Kind, string Label, string Target, SourcePosition Position)
{
    /// <summary>Whether it stands at the end of the navbar.</summary>
    public bool IsAtEnd { get; init; }

    public string? ClassName { get; init; }

    /// <summary>Markup in place of a link.</summary>
    public string? Html { get; init; }

    /// <summary>What a dropdown holds.</summary>
    public IReadOnlyList<WrittenLink> Items { get; init; } = [];
}
