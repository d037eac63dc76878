using System.Globalization;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Syntax.Parsers;
using Glassy.Tokens;
using Markdig.Syntax;

namespace Glassy.Reading;

/// <summary>Parses a page's Markdown and gives the page its address, title and description. Safe to call from any thread.</summary>
/// <param name="config">How addresses are made.</param>
/// <param name="tokens">Resolves tokens in titles and descriptions.</param>
public sealed class PageReader(SiteConfig config, ITokenEvaluator tokens)
{
    /// <param name="source">The page as written.</param>
    /// <param name="diagnostics">Receives a bad slug, and <c>draft</c> together with <c>unlisted</c>.</param>
    public Page Read(PageSource source, ICollection<Diagnostic> diagnostics)
    {
        Permalink.Check(source, diagnostics);
        var frontMatter = source.FrontMatter;
        if (frontMatter is { Draft: true, Unlisted: true })
        {
            var position = frontMatter.PositionOf("unlisted");
            diagnostics.Add(Diagnostic.Error(
                "a page is `draft` (not built) or `unlisted` (built, but not in the sidebar), not both",
                source.File, position.Line, position.Column));
        }

        var document = frontMatter is { Title: not null, Description: not null } ? [] : DocumentOf(source);
        return new Page
        {
            Source = source,
            Route = Route.Of(Permalink.Of(source, config.RouteBase), config.TrailingSlash),
            Title = frontMatter.Title ?? HeadingText(document) ?? Permalink.BaseId(source),
            Description = frontMatter.Description ?? FirstLine(document),
        };
    }

    private MarkdownDocument DocumentOf(PageSource source)
    {
        try
        {
            var document = MarkdownSyntax.Parse(source.Body);
            new Conditions(tokens).Apply(document, diagnostics: null);
            return document;
        }
        catch (Exception error) when (TooDeep.Is(error))
        {
            return []; // the renderer reports it, as it does what is wrong with conditions
        }
    }

    private string? HeadingText(MarkdownDocument document) =>
        Headings.NamingHeading(document) is { } heading
            && PlainText.Of(heading.Inline, tokens, values: ValuesOf(document)) is { Length: > 0 } text ? text : null;

    private string FirstLine(MarkdownDocument document)
    {
        var values = ValuesOf(document);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is not (ParagraphBlock or HeadingBlock { Level: > 1 }) || IsInHead(block))
            {
                continue;
            }

            var text = PlainText.Of(block.Inline, tokens, onlyFirstLine: true, values: values);
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>What expressions show, as far as the page itself says: its exported constants; nothing for others.</summary>
    private static Func<Literal?, string> ValuesOf(MarkdownDocument document)
    {
        var scope = MdxScope.Of(document);
        return literal => (literal?.Value is Reference name ? scope.Constants.GetValueOrDefault(name.Name)?.Value : literal?.Value) switch
        {
            string text => text,
            double number => number.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    private static bool IsInHead(Block? block)
    {
        while (block is not (null or ComponentBlock { Tag.Name: "head" or "Head" }))
        {
            block = block.Parent;
        }

        return block is not null;
    }
}
