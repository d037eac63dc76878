using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary><c>{/* … */}</c> on lines of its own.</summary>
internal sealed class MdxCommentBlockParser : BlockParser
{
    public MdxCommentBlockParser() => OpeningCharacters = ['{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = processor.Line.Text;
        if (processor.IsCodeIndent || EndOf(text, processor.Start) is not (> 0 and var end))
        {
            return BlockState.None;
        }

        var rest = text.AsSpan(end);
        var lineEnd = rest.IndexOf('\n');
        if (!rest[..(lineEnd < 0 ? rest.Length : lineEnd)].IsWhiteSpace())
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new SilentBlock(this) { End = end });
        return end <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        ((SilentBlock)block).End <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;

    /// <summary>The first offset after the braces at <paramref name="start"/> that hold nothing but comments, or -1.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while (text[at..].StartsWith("/*") && text[(at + 2)..].IndexOf("*/") is >= 0 and var length)
        {
            at += length + 4;
            at += text[at..].Length - text[at..].TrimStart().Length;
            if (text[at..].StartsWith("}"))
            {
                return at + 1;
            }
        }

        return -1;
    }
}
