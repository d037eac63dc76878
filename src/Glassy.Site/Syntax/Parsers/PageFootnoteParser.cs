using Glassy.Reading;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// <c>[^label]: text</c>, in lists and quotes too. Stands for Markdig's own parser, which knows them only outside of all else and
/// numbers them within one file: <see cref="Footnotes"/> does that for a page with all that it includes.
/// </summary>
internal sealed class PageFootnoteParser : BlockParser
{
    public PageFootnoteParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var close = line.IndexOf("]:");
        if (processor.IsCodeIndent || !line.StartsWith("[^") || close < 3 || line[2..close].IndexOfAny(" \t[]") >= 0
            || processor.CurrentContainer is FootnoteGroup)
        {
            return BlockState.None;
        }

        var footnote = new PageFootnote(this)
        {
            Label = line[1..close].ToString(),
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        GroupOf(processor.Document).Add(footnote);
        var reference = new FootnoteLinkReferenceDefinition(footnote)
        {
            Label = footnote.Label,
            CreateLinkInline = (_, _, _) => new FootnoteLink(footnote),
        };
        if (!processor.Document.ContainsLinkReferenceDefinition(footnote.Label))
        {
            processor.Document.SetLinkReferenceDefinition(footnote.Label, reference, addGroup: true);
        }

        processor.GoToColumn(processor.Column + close + 2);
        processor.NewBlocks.Push(footnote);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (!processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        processor.GoToCodeIndent();
        return BlockState.Continue;
    }

    private static FootnoteGroup GroupOf(MarkdownDocument document)
    {
        if (document.GetData(typeof(FootnoteGroup)) is not FootnoteGroup group)
        {
            group = new FootnoteGroup(null!); // nothing asks a group for its parser
            document.Add(group);
            document.SetData(typeof(FootnoteGroup), group);
        }

        return group;
    }
}
