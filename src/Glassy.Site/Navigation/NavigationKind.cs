namespace Glassy.Navigation;

/// <summary>What an entry of a sidebar is.</summary>
internal enum NavigationKind
{
    Page,
    Category,

    /// <summary>An address that the sidebar's author wrote.</summary>
    Link,

    /// <summary>Markup that the sidebar's author wrote.</summary>
    Html,

    /// <summary>Stands for everything in a folder until the sidebar is made.</summary>
    Folder,
}
