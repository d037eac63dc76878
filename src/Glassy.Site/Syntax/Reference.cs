namespace Glassy.Syntax;

/// <summary>A name in an expression that only the page's imports, exports and properties can tell.</summary>
/// <param name="Name"><c>logo</c>, <c>props.name</c>; for a file its address as written.</param>
/// <param name="IsFile">It was <c>require('…')</c>.</param>
public sealed record Reference(string Name, bool IsFile)
{
    /// <summary>What Docusaurus' theme calls what the page's category holds.</summary>
    internal const string CategoryItems = "useCurrentSidebarCategory().items";
}
