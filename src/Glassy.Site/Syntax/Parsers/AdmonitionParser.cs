using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// <c>:::note</c>, <c>:::note Title</c> and <c>:::note[Title *with* Markdown]</c>; more colons outside nest fewer inside.
/// </summary>
internal sealed partial class AdmonitionParser : BlockParser
{
    public AdmonitionParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var span = line.AsSpan().TrimEnd();
        var colons = CountColons(span);
        var kind = span[colons..].TrimStart();
        var name = kind[..NameLength(kind)];
        var isKnown = Admonition.Kinds.Contains(name.ToString());
        if (processor.IsCodeIndent || colons < 3 || name.IsEmpty || kind[name.Length..] is not ([] or [' ' or '\t' or '[' or '{', ..])
            || (!isKnown && (kind[name.Length..] is [' ' or '\t', ..] || !HasEnd(line, colons))))
        {
            return BlockState.None;
        }

        var nameEnd = line.Start + (span.Length - kind.Length) + name.Length;
        var end = line.Start + span.Length;
        var attributes = AttributesStart(line.Text, nameEnd, end);
        var words = Attribute().Matches(line.Text[attributes..end].Trim('{', '}'));
        var admonition = new Admonition(this)
        {
            Kind = name.ToString(),
            Id = words.LastOrDefault(word => word.Groups["id"].Success)?.Groups["id"].Value,
            PlainTitle = words.LastOrDefault(word => word.Groups["key"].Value == "title")?.Groups["value"].Value,
            Classes = [.. words.Where(word => word.Groups["class"].Success).Select(word => word.Groups["class"].Value)],
            Colons = colons,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(line.Start, line.End),
        };
        if (TitleIn(line.Text, nameEnd, attributes) is var (start, titleEnd) && start < titleEnd)
        {
            var title = new AdmonitionTitle(this) { Line = processor.LineIndex, Column = processor.Column + start - line.Start };
            var text = new StringSlice(line.Text, start, titleEnd - 1);
            title.AppendLine(ref text, title.Column, processor.LineIndex, start, false);
            admonition.Add(title);
        }

        processor.NewBlocks.Push(admonition);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var admonition = (Admonition)block;
        var span = processor.Line.AsSpan().TrimEnd();
        var colons = CountColons(span);
        if (colons >= 3 && colons == span.Length && !processor.IsCodeIndent && ClosesThis(admonition, colons))
        {
            admonition.IsClosed = true;
            return BlockState.BreakDiscard;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ((Admonition)block).IsComplete = true;
        return true;
    }

    /// <summary>The innermost open admonition with no more colons than the line takes it; inside a code fence it is code.</summary>
    private static bool ClosesThis(Admonition admonition, int colons)
    {
        for (var block = admonition.LastChild; block is not null; block = (block as ContainerBlock)?.LastChild)
        {
            if (block is Admonition { IsComplete: false } inner && inner.Colons <= colons
                || block is FencedCodeBlock { ClosingFencedCharCount: 0 })
            {
                return false;
            }
        }

        return admonition.Colons <= colons;
    }

    private static int NameLength(ReadOnlySpan<char> kind)
    {
        var end = 0;
        while (end < kind.Length
            && (char.IsAsciiLetter(kind[end]) || (end > 0 && (char.IsAsciiDigit(kind[end]) || kind[end] is '-' or '_'))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a later line can close it; without one, what is no kind of admonition is text.</summary>
    private static bool HasEnd(StringSlice line, int colons)
    {
        foreach (var later in line.Text.AsSpan(line.End + 1).EnumerateLines())
        {
            var mark = later.Trim(" \t>");
            if (mark.Length >= colons && CountColons(mark) == mark.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where <c>{#id .class}</c> begins, right after the kind or the title's bracket; else the end.</summary>
    private static int AttributesStart(string text, int nameEnd, int end)
    {
        var open = text[end - 1] == '}' ? text.LastIndexOf('{', end - 1, end - nameEnd) : -1;
        var isAfterTitle = open > nameEnd && text[open - 1] == ']' && text[nameEnd] == '[';
        return open >= 0 && (isAfterTitle || text.AsSpan(nameEnd, open - nameEnd).IsWhiteSpace()) ? open : end;
    }

    private static int CountColons(ReadOnlySpan<char> span)
    {
        var other = span.IndexOfAnyExcept(':');
        return other < 0 ? span.Length : other;
    }

    private static (int Start, int End) TitleIn(string text, int start, int end)
    {
        if (start < end && text[start] == '[')
        {
            var close = text.LastIndexOf(']', end - 1, end - start);
            return close < 0 ? (start + 1, end) : (start + 1, close);
        }

        while (start < end && text[start] == ' ')
        {
            start++;
        }

        return (start, end);
    }

    /// <summary><c>#id</c>, <c>.class</c>, <c>key="value"</c>.</summary>
    [GeneratedRegex(
        """(?<!\S)(#(?<id>\S+)|\.(?<class>\S+)|(?<key>[\w-]+)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"']+)))""")]
    private static partial Regex Attribute();
}
