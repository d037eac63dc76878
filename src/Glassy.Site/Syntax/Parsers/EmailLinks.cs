using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax.Parsers;

/// <summary>Makes e-mail addresses in text links, as GitHub's Markdown does, once a page's inlines are known.</summary>
internal static partial class EmailLinks
{
    public static void Link(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is { } inline && block.ProcessInlines)
            {
                LinkIn(inline);
            }
        }
    }

    private static void LinkIn(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is LiteralInline literal)
            {
                if (next is LiteralInline following && TryJoin(literal, following))
                {
                    continue;
                }

                LinkIn(literal);
            }
            else if (inline is ContainerInline inner and not LinkInline)
            {
                LinkIn(inner);
            }

            inline = next;
        }
    }

    /// <summary>Underscores that begin no emphasis are literals of their own; an address may hold them.</summary>
    private static bool TryJoin(LiteralInline first, LiteralInline second)
    {
        var isOneText = first.GetType() == typeof(LiteralInline) && second.GetType() == typeof(LiteralInline)
            && ReferenceEquals(first.Content.Text, second.Content.Text) && first.Content.End + 1 == second.Content.Start;
        if (isOneText)
        {
            first.Content.End = second.Content.End;
            first.Span.End = second.Span.End;
            second.Remove();
        }

        return isOneText;
    }

    private static void LinkIn(LiteralInline literal)
    {
        if (literal.Content.IndexOf('@') < 0)
        {
            return;
        }

        var text = literal.Content.Text;
        var (start, end) = (literal.Content.Start, literal.Content.End);
        Inline last = literal;
        var first = start;
        foreach (var match in Address().EnumerateMatches(text.AsSpan(start, end - start + 1)))
        {
            var from = start + match.Index;
            last = Append(last, Piece(literal, first, from - 1));
            var link = new LinkInline(
                $"mailto:{text.AsSpan(from, match.Length)}",
                "")
            { IsClosed = true, Line = literal.Line, Column = literal.Column + from - start };
            link.AppendChild(Piece(literal, from, from + match.Length - 1));
            last = Append(last, link);
            first = from + match.Length;
        }

        if (last != literal)
        {
            Append(last, Piece(literal, first, end));
            literal.Remove();
        }
    }

    private static Inline Append(Inline last, Inline next)
    {
        last.InsertAfter(next);
        return next;
    }

    private static LiteralInline Piece(LiteralInline literal, int start, int end) => new(new StringSlice(literal.Content.Text, start, end))
    {
        Line = literal.Line,
        Column = literal.Column + start - literal.Content.Start,
    };

    [GeneratedRegex(@"(?<=^|\s|\p{P}|\p{S})[-.\w+]+@[-\w]+(?:\.[-\w]+)*\.[-\w]*[a-zA-Z](?![-\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
