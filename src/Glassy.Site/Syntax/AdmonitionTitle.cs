using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>An admonition's own title, with its inline Markdown.</summary>
public sealed class AdmonitionTitle : LeafBlock
{
    public AdmonitionTitle(BlockParser parser)
        : base(parser) => ProcessInlines = true;
}
