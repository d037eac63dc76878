using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// Code fences. As in MDX, where indentation makes no code, they may begin and end at any column; one indented by four or more
/// is a fence only if a later line closes it.
/// </summary>
internal sealed class PageFenceParser : FencedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!processor.IsCodeIndent)
        {
            return base.TryOpen(processor);
        }

        var indent = processor.Indent;
        if (!CodeScanner.IsClosedFence(processor.Line, ScanBudget.Of(processor.Document)))
        {
            return BlockState.None;
        }

        processor.RestartIndent();
        var state = base.TryOpen(processor);
        if (state != BlockState.None && processor.NewBlocks.Peek() is FencedCodeBlock fence)
        {
            fence.IndentCount = indent;
        }

        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var fence = (FencedCodeBlock)block;
        if (processor.IsCodeIndent && CodeScanner.ClosesFence(processor.Line.AsSpan(), fence.FencedChar, fence.OpeningFencedCharCount))
        {
            processor.RestartIndent();
        }

        var state = base.TryContinue(processor, block);
        if (state == BlockState.Continue && fence.IndentCount >= 4 && processor.CurrentChar == '\t')
        {
            processor.NextChar(); // only spaces have been taken
        }

        return state;
    }
}
