using System.Text.RegularExpressions;
using Glassy.Syntax.Mdx;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>MDX's <c>import</c> and <c>export</c> statements: they vanish. Prose that begins with such a word stays.</summary>
internal sealed partial class EsmBlockParser : BlockParser
{
    public EsmBlockParser() => OpeningCharacters = ['i', 'e'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Column != 0 || !IsAtTop(processor)
            || !Statement().IsMatch(processor.Line.AsSpan()))
        {
            return BlockState.None;
        }

        var block = new EsmBlock(this) { Line = processor.LineIndex };
        processor.NewBlocks.Push(block);
        return Advance(processor.Line, block);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var esm = (EsmBlock)block;
        if (esm.IsBalanced && (processor.IsBlankLine || (esm.HasEnded && !Continues(processor.Line.AsSpan()))))
        {
            return BlockState.None;
        }

        return Advance(processor.Line, esm);
    }

    /// <summary>Not in a list, quotation or the like that goes on here; tags are none of these.</summary>
    private static bool IsAtTop(BlockProcessor processor)
    {
        var container = processor.CurrentContainer;
        while (container is { IsOpen: false, Parent: { } outer })
        {
            if (processor.CurrentBlock is ParagraphBlock)
            {
                return false; // whose next line this is
            }

            container = outer;
        }

        while (container is ComponentBlock { Parent: { } outer })
        {
            container = outer;
        }

        return container is MarkdownDocument;
    }

    private static BlockState Advance(StringSlice line, EsmBlock block)
    {
        var start = line.Start == 0 ? 0 : line.Text.LastIndexOf('\n', line.Start - 1) + 1; // indentation has been skipped
        block.Text.Append(line.Text.AsSpan(start, line.End + 1 - start)).Append('\n');
        Count(line.AsSpan(), block);
        block.HasEnded = block.IsBalanced && line.AsSpan().TrimEnd() is [.., '"' or '\'' or ';' or '}' or ')' or ']' or '`'];
        return BlockState.ContinueDiscard;
    }

    /// <summary>Counts brackets outside strings; a string without end on its line is an apostrophe in JSX.</summary>
    private static void Count(ReadOnlySpan<char> line, EsmBlock block)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (block.IsInTemplate)
            {
                i += c == '\\' ? 1 : 0;
                block.IsInTemplate = c != '`';
            }
            else if (c is '"' or '\'' && line[(i + 1)..].IndexOf(c) is >= 0 and var length)
            {
                i += length + 1;
            }
            else if (c == '/' && i + 1 < line.Length && line[i + 1] == '/' && (i == 0 || line[i - 1] != ':'))
            {
                return;
            }
            else
            {
                block.IsInTemplate = c == '`';
                block.Depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
            }
        }
    }

    /// <summary>After a whole statement only another one or the rest of a chain belongs to it; anything else is Markdown.</summary>
    private static bool Continues(ReadOnlySpan<char> line) =>
        Statement().IsMatch(line) || line.TrimStart() is ['.' or '?' or '}' or ')' or ']' or ';', ..] || line.TrimStart().StartsWith("//");

    [GeneratedRegex(
        """^(import\s*(["'{*]|[\w$]+\s*(,|\sfrom\b))|export\s+(default\b|const\s|let\s|var\s|function\b|class\s|async\s|\{|\*))""")]
    private static partial Regex Statement();
}
