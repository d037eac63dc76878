using Glassy.Sources;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax;

/// <summary>An MDX expression in text: <c>{'text'}</c>, <c>{props.name}</c>.</summary>
/// <param name="source">What stands between the braces, trimmed.</param>
/// <param name="value">What it says; null when it shows nothing or cannot be read.</param>
/// <param name="mistakes">Why it cannot be read.</param>
public sealed class ExpressionInline(string source, Literal? value, IReadOnlyList<Located<string>> mistakes) : LeafInline
{
    public string Source { get; } = source;

    public Literal? Value { get; } = value;

    public IReadOnlyList<Located<string>> Mistakes { get; } = mistakes;
}
