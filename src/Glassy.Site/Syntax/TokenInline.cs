using Glassy.Sources;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax;

/// <summary>A number or name in prose that comes from the run: <c>{{ run.accuracy | percent }}</c>.</summary>
/// <param name="expression">What stands between the braces, trimmed.</param>
/// <param name="position">Where the first brace stands.</param>
public sealed class TokenInline(string expression, SourcePosition position) : LeafInline
{
    public string Expression { get; } = expression;

    public SourcePosition Position { get; } = position;
}
