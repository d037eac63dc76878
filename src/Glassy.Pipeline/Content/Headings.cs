using Glassy.Content.Syntax;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Content;

/// <summary>Gives every heading of a page its id, as Docusaurus does.</summary>
public static class Headings
{
    /// <summary>The first level-1 heading; null when the page has none of its own and gets one from its title.</summary>
    public static HeadingBlock? PageHeading(MarkdownDocument document) =>
        document.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);

    /// <summary>The ids of all headings, in order.</summary>
    /// <param name="document">The page.</param>
    /// <param name="tokens">Resolves tokens in headings.</param>
    /// <param name="diagnostics">Receives explicit ids that are there twice.</param>
    public static IReadOnlyDictionary<HeadingBlock, string> Identify(
        MarkdownDocument document, ITokenEvaluator tokens, PageDiagnostics diagnostics)
    {
        var slugger = new Slugger();
        var explicitIds = new HashSet<string>(StringComparer.Ordinal);
        var ids = new Dictionary<HeadingBlock, string>();
        foreach (var heading in InOrder(document))
        {
            if (ExplicitId(heading) is not { } id)
            {
                ids[heading] = slugger.Slug(PlainText.Of(heading.Inline, tokens, forId: true));
                continue;
            }

            ids[heading] = id;
            if (!explicitIds.Add(id))
            {
                diagnostics.Error($"the heading id `{id}` is there twice", new SourcePosition(heading.Line + 1, heading.Column + 1));
            }
        }

        return ids;
    }

    private static string? ExplicitId(HeadingBlock heading)
    {
        var last = heading.Inline?.LastChild;
        while (last is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace())
        {
            last = last.PreviousSibling;
        }

        return (last as SilentInline)?.HeadingId;
    }

    private static IEnumerable<HeadingBlock> InOrder(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is HeadingBlock heading)
            {
                yield return heading;
            }
            else if (block is ContainerBlock inner)
            {
                foreach (var nested in InOrder(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
