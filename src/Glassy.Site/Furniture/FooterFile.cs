using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Furniture;

/// <summary>
/// What the footer holds: <c>site/footer.yml</c>, with columns in <c>links</c> as Docusaurus has them, and a <c>copyright</c>.
/// </summary>
/// <param name="Columns">In order; an empty title for links that stand in none.</param>
/// <param name="Copyright">Markdown, and where it is written; null for none.</param>
public sealed record FooterFile(IReadOnlyList<(string Title, IReadOnlyList<WrittenLink> Links)> Columns, Located<string>? Copyright)
{
    /// <summary>Relative to the project.</summary>
    public const string Name = "site/footer.yml";

    private static readonly string[] Types = ["doc", "docSidebar", "link", "html"];

    /// <summary>Reads the file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static FooterFile Parse(string text, ICollection<Diagnostic> diagnostics)
    {
        var values = YamlMapping.Load(text, "the footer's file", Name, diagnostics, listKey: "links");
        values.RefuseOthersThan(["links", "copyright"]);
        var columns = new List<(string, IReadOnlyList<WrittenLink>)>();
        var loose = new List<WrittenLink>();
        foreach (var node in values.Items("links"))
        {
            if (values.Of(node) is { } column && (column.Has("title") || column.Has("items")))
            {
                column.RefuseOthersThan(["title", "items", "className"]);
                columns.Add((column.Text("title") ?? "", WrittenLinks.Read(column, "items", Types)));
            }
            else if (WrittenLinks.Read(values, node, Types) is { } link)
            {
                loose.Add(link);
            }
        }

        return new FooterFile(
            loose.Count == 0 ? columns : [.. columns, ("", loose)],
            values.Text("copyright") is { } copyright ? new Located<string>(copyright, values.PositionOf("copyright")) : null);
    }
}
