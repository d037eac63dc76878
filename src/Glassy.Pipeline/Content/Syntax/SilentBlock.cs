using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Content.Syntax;

/// <summary>Lines that MDX has and the page does not show: imports, exports and comments.</summary>
internal sealed class SilentBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The first offset after it, when that is known at the start; else 0.</summary>
    public int End { get; init; }

    /// <summary>Open brackets so far.</summary>
    public int Depth { get; set; }
}
