using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>What a folder's <c>_category_.json|yml|yaml</c> says; null where it says nothing.</summary>
/// <param name="File">Its path as messages show it.</param>
/// <param name="Folder">The folder in the input folder, with its number prefix.</param>
public sealed record Category(string File, string Folder)
{
    private static readonly string[] Known =
        ["label", "position", "link", "collapsed", "collapsible", "className", "customProps", "description", "key"];

    /// <summary>What the sidebar calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Its place among its siblings.</summary>
    public double? Position { get; init; }

    /// <summary>Whether it begins closed.</summary>
    public bool? Collapsed { get; init; }

    /// <summary>Whether it can be closed.</summary>
    public bool? Collapsible { get; init; }

    public string? ClassName { get; init; }

    public string? Description { get; init; }

    /// <summary>What templates may read.</summary>
    public object? CustomProps { get; init; }

    /// <summary>Where its name leads; a null value is nowhere, null itself the folder's index page.</summary>
    public Located<CategoryLink?>? Link { get; init; }

    /// <summary>Whether a file in the input folder describes its folder.</summary>
    public static bool IsCategoryFile(string inputPath) =>
        Path.GetFileName(inputPath) is "_category_.json" or "_category_.yml" or "_category_.yaml";

    /// <summary>Reads the file. JSON is read as YAML, whose subset it is.</summary>
    /// <param name="file">Its path as messages show it.</param>
    /// <param name="inputPath">Its path in the input folder, with <c>/</c>.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Category Parse(string file, string inputPath, string text, ICollection<Diagnostic> diagnostics)
    {
        var slash = inputPath.LastIndexOf('/');
        var values = YamlMapping.Load(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), "the category's file", file, diagnostics);
        values.RefuseOthersThan(Known);
        return new Category(file, slash < 0 ? "" : inputPath[..slash])
        {
            Label = values.Text("label"),
            Position = values.Number("position"),
            Collapsed = values.Flag("collapsed"),
            Collapsible = values.Flag("collapsible"),
            ClassName = values.Text("className"),
            Description = values.Text("description"),
            CustomProps = values.Values.GetValueOrDefault("customProps"),
            Link = CategoryLink.Read(values),
        };
    }
}
