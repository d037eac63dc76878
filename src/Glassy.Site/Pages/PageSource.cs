using Glassy.Diagnostics;

namespace Glassy.Pages;

/// <summary>A page as its author wrote it.</summary>
/// <param name="File">Its path as messages show it: <c>input/image-classification/glassy.md</c>.</param>
/// <param name="InputPath">Its path in the input folder, with <c>/</c>: <c>image-classification/glassy.md</c>.</param>
/// <param name="FrontMatter">What it says about itself.</param>
/// <param name="Body">Its Markdown; the front matter's lines are empty, so that line numbers are the file's.</param>
public sealed record PageSource(string File, string InputPath, FrontMatter FrontMatter, string Body)
{
    /// <summary>The folder in the input folder; empty at its root.</summary>
    public string Folder => InputPath.Contains('/') ? InputPath[..InputPath.LastIndexOf('/')] : "";

    /// <summary>The file's name without its extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(InputPath);

    /// <summary>Whether a file is Markdown: a page, or something that pages include.</summary>
    public static bool IsMarkdown(string inputPath) => Path.GetExtension(inputPath).ToLowerInvariant() is ".md" or ".mdx";

    /// <summary>Whether a file in the input folder is a page: Markdown, and nothing on its path begins with <c>_</c>.</summary>
    public static bool IsPage(string inputPath) =>
        IsMarkdown(inputPath) && !inputPath.Split('/').Any(segment => segment.StartsWith('_'));

    /// <summary>Splits a file's text into front matter and Markdown.</summary>
    /// <param name="file">Its path as messages show it.</param>
    /// <param name="inputPath">Its path in the input folder, with <c>/</c>.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives the front matter's mistakes.</param>
    public static PageSource Parse(string file, string inputPath, string text, ICollection<Diagnostic> diagnostics)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var (yaml, bodyStart) = SplitFrontMatter(lines);
        if (bodyStart == 0)
        {
            return new PageSource(file, inputPath, FrontMatter.Empty, MdxCodeBlocks.Unwrap(lines));
        }

        var skipped = lines.AsSpan(0, bodyStart).Count('\n');
        var frontMatter = FrontMatterReader.Read(yaml, file, diagnostics);
        return new PageSource(file, inputPath, frontMatter, new string('\n', skipped) + MdxCodeBlocks.Unwrap(lines[bodyStart..]));
    }

    /// <summary>
    /// The YAML, with the first <c>---</c> as an empty line so that its lines are the file's, and the offset of what follows.
    /// </summary>
    private static (string Yaml, int BodyStart) SplitFrontMatter(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return ("", 0);
        }

        for (var line = 3; line >= 0; line = text.IndexOf('\n', line + 1))
        {
            var end = text.IndexOf('\n', line + 1);
            if (text.AsSpan(line + 1, (end < 0 ? text.Length : end) - line - 1).TrimEnd() is "---")
            {
                return ("\n" + text[4..(line + 1)], end < 0 ? text.Length : end + 1);
            }
        }

        return ("", 0);
    }
}
