using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>An expression over several lines, which may hold empty ones; one that is whole on its line is part of a paragraph.</summary>
internal sealed class ExpressionBlockParser : BlockParser
{
    public ExpressionBlockParser() => OpeningCharacters = ['{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var (text, start) = (processor.Line.Text, processor.Start);
        if (processor.IsCodeIndent || processor.PeekChar(1) == '{'
            || ScanBudget.Of(processor.Document).BraceEnd(text, start) is not (> 0 and var close)
            || close <= processor.Line.End || !LineText.IsRestBlank(text, close + 1, text.Length - 1))
        {
            return BlockState.None;
        }

        var places = ComponentBlockParser.PositionsFrom(processor);
        if (ExpressionReader.Read(text[(start + 1)..close], offset => places(start + 1 + offset)) is not { } expression)
        {
            return BlockState.None;
        }

        (expression.Line, expression.Column) = (processor.LineIndex, processor.Column);
        processor.NewBlocks.Push(
            new ExpressionBlock(this, expression) { End = close + 1, Line = processor.LineIndex, Column = processor.Column });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        ((ExpressionBlock)block).End <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
}
