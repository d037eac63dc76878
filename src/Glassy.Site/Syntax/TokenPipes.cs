namespace Glassy.Syntax;

/// <summary>
/// Keeps the <c>|</c> of <c>{{ run.accuracy | percent }}</c> from ending a table's cell: GitHub's rules split rows before
/// anything in them is read. It is one character for one, so that places in the file stay right.
/// </summary>
internal static class TokenPipes
{
    /// <summary>A noncharacter, which Unicode keeps for such use inside a program.</summary>
    private const char StandIn = '\uFDD0';

    /// <summary>Replaces pipes inside tokens on lines that may be table rows.</summary>
    public static string Protect(string body)
    {
        if (!body.Contains("{{", StringComparison.Ordinal))
        {
            return body;
        }

        var text = body.ToCharArray();
        for (var open = body.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = body.IndexOf(
            "{{", open + 2, StringComparison.Ordinal))
        {
            var line = body.IndexOf('\n', open);
            var end = line < 0 ? body.Length : line;
            var close = body.IndexOf("}}", open, end - open, StringComparison.Ordinal);
            if (close > 0)
            {
                text.AsSpan(open, close - open).Replace('|', StandIn);
            }
        }

        return new string(text);
    }

    /// <summary>Puts the pipes back.</summary>
    public static string Restore(string text) => text.Replace(StandIn, '|');
}
