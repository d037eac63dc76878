using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Content.Syntax;

/// <summary>MDX's <c>import</c> and <c>export</c> statements: they vanish. Prose that begins with such a word stays.</summary>
internal sealed partial class EsmBlockParser : BlockParser
{
    public EsmBlockParser() => OpeningCharacters = ['i', 'e'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Column != 0 || processor.CurrentContainer is not MarkdownDocument
            || !Statement().IsMatch(processor.Line.AsSpan()))
        {
            return BlockState.None;
        }

        var block = new SilentBlock(this);
        processor.NewBlocks.Push(block);
        return Advance(processor.Line, block);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.IsBlankLine && ((SilentBlock)block).Depth == 0 ? BlockState.Break : Advance(processor.Line, (SilentBlock)block);

    private static BlockState Advance(StringSlice line, SilentBlock block)
    {
        var span = line.AsSpan();
        foreach (var c in span)
        {
            block.Depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
        }

        var ends = block.Depth <= 0 && EndsStatement(span.TrimEnd());
        return ends ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    private static bool EndsStatement(ReadOnlySpan<char> line) => line.Length > 0 && line[^1] is '"' or '\'' or ';' or '}' or ')';

    [GeneratedRegex("""^(import\s*(["'{*]|[\w$]+\s*(,|\sfrom\b))|export\s+(default\b|const\s|let\s|var\s|function\b|class\s|async\s|\{|\*))""")]
    private static partial Regex Statement();
}
