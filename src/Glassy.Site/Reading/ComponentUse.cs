using Glassy.Syntax.Mdx;
using Glassy.Syntax.Parsers;
using Markdig.Syntax;

namespace Glassy.Reading;

/// <summary>What a Markdown file uses, known before it is rendered.</summary>
public static class ComponentUse
{
    /// <summary>Whether a component stands in a text, or in a component that the text itself makes; code that names it does not use it.</summary>
    /// <param name="body">Markdown without its front matter.</param>
    /// <param name="name">As tags write it.</param>
    public static bool Has(string body, string name) =>
        body.Contains(name, StringComparison.Ordinal) && Has(MarkdownSyntax.Parse(body), name); // most texts are not parsed

    private static bool Has(MarkdownDocument document, string name) =>
        document.Descendants().Any(node => TagOf(node) == name)
        || MdxScope.Of(document).Components.Values.Any(own => Has(own.Expand(), name));

    private static string? TagOf(MarkdownObject node) => node switch
    {
        ComponentBlock block => block.Tag.Name,
        ComponentInline inline => inline.Tag.Name,
        _ => null,
    };
}
