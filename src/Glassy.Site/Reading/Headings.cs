using Glassy.Pages;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Tokens;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>Gives every heading of a page its id, as Docusaurus does.</summary>
public static class Headings
{
    /// <summary>
    /// The page's own heading: its first, when that is of level 1 and no thematic break stands before it. Null when it has none and gets
    /// one from its title.
    /// </summary>
    public static HeadingBlock? PageHeading(MarkdownDocument document) =>
        document.Descendants().FirstOrDefault(block => block is HeadingBlock or ThematicBreakBlock) is HeadingBlock { Level: 1 } heading
            ? heading
            : null;

    /// <summary>The heading that names the page in sidebars and links: of level 1, with nothing but imports before it.</summary>
    public static HeadingBlock? NamingHeading(MarkdownDocument document) =>
        document.FirstOrDefault(
            block => block is not (EsmBlock { IsImport: true } or LinkReferenceDefinitionGroup)) is HeadingBlock { Level: 1 } heading
            ? heading
            : null;

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
                var position = new SourcePosition(heading.Line + 1, heading.Column + 1);
                MdxModule.Of(heading).Within(diagnostics, () => diagnostics.Error($"the heading id `{id}` is there twice", position));
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

            var inner = block switch
            {
                ComponentBlock { Partial: { } partial } => InOrder(partial.Document),
                ContainerBlock nested => InOrder(nested),
                LeafBlock leaf => InPartialsOf(leaf),
                _ => [],
            };
            foreach (var nested in inner)
            {
                yield return nested;
            }
        }
    }

    private static IEnumerable<HeadingBlock> InPartialsOf(LeafBlock block) =>
        ModuleLoader.ComponentsIn(block.Inline)
            .SelectMany(component => component.Partial is null ? [] : InOrder(component.Partial.Document));
}
