namespace Glassy.Diagnostics;

/// <summary>The lines of a source around a mistake.</summary>
public static class SourceExcerpt
{
    private const int Around = 2;
    private const int Head = 8000;

    /// <summary>The line of the place with two before and two after it.</summary>
    /// <param name="path">Absolute path of the source.</param>
    /// <param name="line">1-based; 0 when not known.</param>
    /// <param name="column">1-based; 0 when not known.</param>
    /// <returns>Empty when the line is not known, or the file has no such line (any more), or is no text.</returns>
    public static IReadOnlyList<ExcerptLine> Read(string path, int line, int column)
    {
        if (line == 0 || !File.Exists(path))
        {
            return [];
        }

        if (IsBinary(path))
        {
            return [];
        }

        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        return line > lines.Length ? [] :
        [
            .. Enumerable.Range(1, lines.Length)
                .Where(number => Math.Abs(number - line) <= Around)
                .Select(number => new ExcerptLine(number, lines[number - 1], number == line ? column : 0, number == line)),
        ];
    }

    /// <summary>Whether a file has a zero byte near its beginning, as no text has.</summary>
    private static bool IsBinary(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[Head];
        return head.AsSpan(0, stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)).Contains((byte)0);
    }
}
