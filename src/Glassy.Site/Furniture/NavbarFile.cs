using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Furniture;

/// <summary>What the navbar holds: <c>site/navbar.yml</c>, a list of items, or Docusaurus' <c>items:</c>.</summary>
public static class NavbarFile
{
    /// <summary>Relative to the project.</summary>
    public const string Name = "site/navbar.yml";

    /// <summary>Reads the file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static IReadOnlyList<WrittenLink> Parse(string text, ICollection<Diagnostic> diagnostics)
    {
        var values = YamlMapping.Load(text, "the navbar's file", Name, diagnostics, listKey: "items");
        values.RefuseOthersThan(["items"]);
        var items = WrittenLinks.Read(values, "items", ["doc", "docSidebar", "link", "dropdown", "html", "search", "theme"], "position");
        foreach (var second in items.Where(item => item.Kind == WrittenLinkKind.Theme).Skip(1))
        {
            values.Report(second.Position, "`type: theme` is here a second time");
        }

        return items;
    }
}
