using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>An MDX expression on lines of its own.</summary>
public sealed class ExpressionBlock(BlockParser parser, ExpressionInline expression) : LeafBlock(parser)
{
    public ExpressionInline Expression { get; } = expression;

    /// <summary>The first offset after it.</summary>
    internal int End { get; init; }
}
