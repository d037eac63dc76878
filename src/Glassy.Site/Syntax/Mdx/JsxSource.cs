using System.Text;
using Acornima.Ast;
using Glassy.Sources;

namespace Glassy.Syntax.Mdx;

/// <summary>Statements with JSX in them: the script around it, and where the JSX is.</summary>
/// <param name="Text">As written.</param>
/// <param name="Script">The same with <c>0</c> and spaces in the place of JSX, so that all else is where it was.</param>
/// <param name="Starts">Where JSX begins.</param>
internal sealed record JsxSource(string Text, string Script, IReadOnlyList<int> Starts)
{
    public static JsxSource Of(string text, Func<int, SourcePosition> position)
    {
        var script = new StringBuilder(text);
        var starts = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'' or '`')
            {
                at = TagScanner.StringEnd(text, at) is > 0 and var end ? end : text.Length;
            }
            else if (text[at] == '<' && BeginsValue(text.AsSpan(0, at)) && JsxReader.Read(text, at, position) is var (_, jsxEnd))
            {
                starts.Add(at);
                script[at] = '0';
                for (var i = at + 1; i < jsxEnd; i++)
                {
                    script[i] = ' ';
                }

                at = jsxEnd - 1;
            }
        }

        return new JsxSource(text, script.ToString(), starts);
    }

    public bool IsJsx(Node node) => node is NumericLiteral && Starts.Contains(node.Start);

    public bool HoldsJsx(Node node) => Starts.Any(start => start >= node.Start && start < node.End);

    /// <summary>Whether what comes next is a value, so that <c>&lt;</c> is no comparison.</summary>
    private static bool BeginsValue(ReadOnlySpan<char> before) =>
        before.TrimEnd() is [.., '(' or '=' or '>' or '?' or ':' or '&' or '|' or ',' or '[' or '{' or ';']
        || before.TrimEnd().EndsWith("return", StringComparison.Ordinal);
}
