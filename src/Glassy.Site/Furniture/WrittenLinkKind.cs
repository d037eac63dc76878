namespace Glassy.Furniture;

/// <summary>What an entry of the navbar or the footer is.</summary>
public enum WrittenLinkKind
{
    /// <summary>A page, by id or file.</summary>
    Page,

    /// <summary>The first page of a sidebar.</summary>
    Sidebar,

    /// <summary>An address, of the site or another.</summary>
    Address,

    /// <summary>Links that unfold.</summary>
    Dropdown,

    /// <summary>The author's markup.</summary>
    Html,

    /// <summary>The button that switches between light and dark.</summary>
    Theme,
}
