namespace Glassy.Sources;

/// <summary>A place in a source file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
public readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary>The place of an offset in a whole text.</summary>
    /// <param name="text">The text from the file's first line on.</param>
    /// <param name="offset">0-based, in 0..text.Length.</param>
    public static SourcePosition At(ReadOnlySpan<char> text, int offset)
    {
        var before = text[..offset];
        return new SourcePosition(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
