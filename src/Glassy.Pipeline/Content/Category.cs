using Glassy.Execution;

namespace Glassy.Content;

/// <summary>What a folder's <c>_category_.json|yml|yaml</c> says; null where it says nothing.</summary>
/// <param name="Folder">The folder in the input folder, with its number prefix.</param>
/// <param name="Label">What the sidebar calls it.</param>
/// <param name="Position">Its place among its siblings.</param>
/// <param name="Collapsed">Whether it begins closed.</param>
public sealed record Category(string Folder, string? Label, double? Position, bool Collapsed)
{
    /// <summary>Whether a file in the input folder describes its folder.</summary>
    public static bool IsCategoryFile(string inputPath) =>
        Path.GetFileName(inputPath) is "_category_.json" or "_category_.yml" or "_category_.yaml";

    /// <summary>Reads the file. JSON is read as YAML, whose subset it is; keys that come later stay aside.</summary>
    /// <param name="file">Its path as messages show it.</param>
    /// <param name="inputPath">Its path in the input folder, with <c>/</c>.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Category Parse(string file, string inputPath, string text, ICollection<Diagnostic> diagnostics)
    {
        var slash = inputPath.LastIndexOf('/');
        var folder = slash < 0 ? "" : inputPath[..slash];
        var values = new FrontMatterReader.Reading(file, diagnostics);
        values.Load(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        return new Category(folder, values.Text("label"), values.Number("position"), values.Flag("collapsed", true));
    }
}
