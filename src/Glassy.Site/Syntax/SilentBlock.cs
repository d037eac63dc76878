using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>A comment that the page does not show.</summary>
internal sealed class SilentBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The first offset after it, when that is known at the start; else 0.</summary>
    public int End { get; init; }
}
