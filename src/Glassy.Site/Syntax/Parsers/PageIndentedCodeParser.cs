using Glassy.Syntax.Mdx;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>Indented code; between tags indentation is layout, as in MDX.</summary>
internal sealed class PageIndentedCodeParser : IndentedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            if (block is ComponentBlock)
            {
                return BlockState.None;
            }
        }

        return base.TryOpen(processor);
    }
}
